import { parseArn } from '../arn.js';
import { readAwsPrincipal } from '../awsPrincipal.js';
import type { CompiledStatement } from '../evaluate/compiledPolicy.js';
import { readCaller } from '../evaluate/readCaller.js';
import type { Caller } from '../evaluate/simulation.js';
import { findOnlyPartition } from '../mentions.js';
import type { Policy, Principal } from '../model.js';
import { readServiceName } from '../serviceName.js';
import { identityOf, isReadable } from './atoms.js';

/**
 * Callers that no statement of the policies at hand tells apart. `account`: everybody else of an account, whose IAM
 * policies decide; `other-accounts` and `other-services`: everybody whom the policies do not name; `unreadable`: a
 * principal that is not known before deployment.
 */
export type CallerKind =
  | 'root'
  | 'user'
  | 'role'
  | 'session'
  | 'federated'
  | 'service'
  | 'account'
  | 'other-accounts'
  | 'other-services'
  | 'unreadable';

export interface CallerClass {
  readonly kind: CallerKind;
  /** ARN, service name or account; for what cannot be read, its text. */
  readonly text: string;
  readonly account?: string;
  /** One caller of the class, for the evaluator; undefined for what cannot be read. */
  readonly caller: Caller | undefined;
}

/**
 * As what a statement names a caller: `direct` as itself, `role` as the role of its session, which boundary and session
 * policies limit, `iam` as one of an account, whose IAM policies decide (kms-facts 1.a).
 */
export type Naming = 'no' | 'iam' | 'role' | 'direct';

/**
 * The classes of callers that policies tell apart, in document order, those without a name last.
 *
 * @param more ARNs of callers, and accounts, that shall have a class of their own: the account of the key is one, since
 *   everyone of it stands otherwise to the key than everyone else
 */
export function listCallerClasses(policies: readonly Policy[], more: readonly string[] = []): CallerClass[] {
  const named = policies.flatMap(({ statements }) => statements.flatMap((item) => item.principal?.principals ?? []));
  const classes = new Map<string, CallerClass>();
  const add = (item: CallerClass | undefined) => {
    if (item !== undefined && !classes.has(item.kind + item.text)) {
      classes.set(item.kind + item.text, item);
    }
    if (item?.kind === 'session' && item.caller !== undefined && 'arn' in item.caller) {
      add(awsClass(item.caller.arn, roles)); // its other sessions
    }
  };
  const roles = roleArns([...named.map(({ value }) => value.known ?? ''), ...more]);
  for (const principal of named) {
    add(toClass(principal, roles));
  }
  for (const text of more) {
    add(awsClass(text, roles));
  }
  const partition = policies.map(findOnlyPartition).find((id) => id !== undefined) ?? 'aws';
  const accounts = new Set([...classes.values()].flatMap(({ account }) => account ?? []));
  for (const account of [...accounts, ...accountsInConditions(policies)]) {
    add({
      kind: 'root',
      text: `arn:${partition}:iam::${account}:root`,
      account,
      caller: { kind: 'root', arn: `arn:${partition}:iam::${account}:root`, account },
    });
    add({ kind: 'account', text: account, account, caller: stranger(partition, account) });
    accounts.add(account);
  }
  const account = unnamedAccount(accounts);
  add({ kind: 'other-accounts', text: '*', account, caller: stranger(partition, account) });
  add({ kind: 'other-services', text: '*', caller: { kind: 'service', name: 'unnamed.amazonaws.com' } });
  return [...classes.values()];
}

/** As what a statement names the callers of a class. */
export function nameClass({ statement, principal }: CompiledStatement, { text, caller }: CallerClass): Naming {
  const element = statement.principal;
  if (element === undefined) {
    return 'no';
  }
  if (caller === undefined) {
    const isNamed = element.principals.some(
      ({ type, value }) => isEveryone(type, value.known) || identityOf(value) === text,
    );
    return isNamed !== element.negated ? 'direct' : 'no';
  }
  const { directly, asRole, asAccount } = principal(caller);
  if (directly === 'yes' || (element.negated && directly === 'unknown')) {
    return 'direct'; // what is not known yet is a class of its own, and nobody else's name
  }
  if (asRole === 'yes') {
    return 'role';
  }
  // The root user has no identity policies: what its account may do, it may do (kms-facts 1.a).
  return asAccount === 'yes' ? (caller.kind === 'root' ? 'direct' : 'iam') : 'no';
}

/** The text of the class that a principal names: for an account in either spelling, its twelve digits. */
export function nameText({ value }: Principal): string {
  const principal = readAwsPrincipal(value.known ?? '');
  return principal.kind === 'account' ? principal.account : identityOf(value);
}

/** True for a class of callers whose ARN is open. */
export function isAnonymous({ kind }: CallerClass): boolean {
  return kind === 'account' || kind === 'other-accounts';
}

function isEveryone(type: Principal['type'], known: string | undefined): boolean {
  return known === '*' && (type === '*' || type === 'AWS');
}

function toClass({ type, value }: Principal, roles: ReadonlyMap<string, string>): CallerClass | undefined {
  const { known } = value;
  if (isEveryone(type, known)) {
    return undefined;
  }
  if (known === undefined || !isReadable(value)) {
    return { kind: 'unreadable', text: identityOf(value), caller: undefined };
  }
  if (type === 'Service') {
    return readServiceName(known).kind === 'name'
      ? { kind: 'service', text: known, caller: { kind: 'service', name: known } }
      : undefined;
  }
  return type === 'AWS' ? awsClass(known, roles) : undefined;
}

function awsClass(text: string, roles: ReadonlyMap<string, string>): CallerClass | undefined {
  const { kind } = readAwsPrincipal(text);
  const { caller } = readCaller(text) ?? {};
  if (caller === undefined || !('account' in caller)) {
    return undefined; // nobody, or a mistake that AWS refuses
  }
  const { account } = caller;
  switch (kind) {
    case 'account':
      return { kind: 'account', text: account, account, caller: stranger(parseArn(text)?.partition ?? 'aws', account) };
    case 'identity':
      return { kind: caller.kind, text, account, caller };
    case 'session': {
      const role = roles.get(`${account}/${caller.arn.slice(caller.arn.lastIndexOf('/') + 1)}`);
      const withRole = caller.kind === 'session' && role !== undefined ? { ...caller, arn: role } : caller;
      return { kind: caller.kind, text, account, caller: withRole };
    }
    default:
      return undefined;
  }
}

/** The ARN of a role by account and bare name: the ARN of a session does not hold the role's path. */
function roleArns(texts: readonly string[]): Map<string, string> {
  return new Map(
    texts.flatMap((text) => {
      const match = /^arn:[^:]*:iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/.exec(text);
      return match === null ? [] : [[`${match[1]}/${match[2]}`, text] as const];
    }),
  );
}

/** Somebody whom no policy names. */
function stranger(partition: string, account: string): Caller {
  return { kind: 'role', arn: `arn:${partition}:iam::${account}:role/AnyOtherRole`, account };
}

/** Accounts that only conditions speak of, as values or within ARNs. */
function accountsInConditions(policies: readonly Policy[]): string[] {
  const values = policies.flatMap(({ statements }) =>
    statements.flatMap(({ conditions }) =>
      conditions.flatMap((condition) =>
        /^(?:aws:principal|kms:calleraccount|aws:arn$)/i.test(condition.key.known ?? '') ? condition.values : [],
      ),
    ),
  );
  return values.flatMap(({ known = '' }) => {
    const account = /^\d{12}$/.test(known) ? known : (parseArn(known)?.account ?? '');
    return /^\d{12}$/.test(account) ? [account] : [];
  });
}

function unnamedAccount(named: ReadonlySet<string>): string {
  for (let number = 999_999_999_999; ; number -= 111_111) {
    if (!named.has(String(number))) {
      return String(number);
    }
  }
}
