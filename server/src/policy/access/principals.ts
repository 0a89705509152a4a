import { parseArn } from '../arn.js';
import { type AwsPrincipal, readAwsPrincipal } from '../awsPrincipal.js';
import { matchPrincipal } from '../evaluate/matchPrincipal.js';
import type { RequestPrincipal } from '../evaluate/request.js';
import { findOnlyPartition } from '../mentions.js';
import type { Policy, Principal, PrincipalElement } from '../model.js';
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
  readonly caller: RequestPrincipal | undefined;
}

/** How a principal element reaches a caller: `iam` only through the IAM policies of an account that it names. */
export type Naming = 'no' | 'iam' | 'named';

/**
 * The classes of callers that policies tell apart, in document order, those without a name last.
 *
 * @param more ARNs of callers, and accounts, that shall have a class of their own
 */
export function listCallerClasses(policies: readonly Policy[], more: readonly string[] = []): CallerClass[] {
  const named = policies.flatMap(({ statements }) => statements.flatMap((item) => item.principal?.principals ?? []));
  const classes = new Map<string, CallerClass>();
  const add = (item: CallerClass | undefined) => {
    if (item !== undefined && !classes.has(item.kind + item.text)) {
      classes.set(item.kind + item.text, item);
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
      caller: { kind: 'aws', arn: `arn:${partition}:iam::${account}:root`, account },
    });
    add({ kind: 'account', text: account, account, caller: stranger(partition, account) });
    accounts.add(account);
  }
  const account = unnamedAccount(accounts);
  add({ kind: 'other-accounts', text: '*', account, caller: stranger(partition, account) });
  add({ kind: 'other-services', text: '*', caller: { kind: 'service', name: 'unnamed.amazonaws.com' } });
  return [...classes.values()];
}

/** How a statement's principal element reaches the callers of a class. */
export function nameClass(element: PrincipalElement | undefined, { kind, text, caller }: CallerClass): Naming {
  if (element === undefined) {
    return 'no';
  }
  const { principals, negated } = element;
  if (caller === undefined) {
    const isNamed = principals.some(({ type, value }) => isEveryone(type, value.known) || identityOf(value) === text);
    return isNamed !== negated ? 'named' : 'no';
  }
  const readable = principals.filter(({ value }) => isReadable(value));
  const names = (some: readonly Principal[]) =>
    matchPrincipal({ ...element, negated: false, principals: some }, caller) === 'yes';
  if (negated) {
    return names(readable) ? 'no' : 'named';
  }
  if (names(readable.filter((principal) => !isAccount(principal)))) {
    return 'named';
  }
  // The root user has no identity policies: what its account may do, it may do (kms-facts 1.a).
  return names(readable.filter(isAccount)) ? (kind === 'root' ? 'named' : 'iam') : 'no';
}

/** The caller that an ARN names; undefined when it names none. */
export function readCaller(arn: string): CallerClass | undefined {
  return awsClass(arn, new Map());
}

function isEveryone(type: Principal['type'], known: string | undefined): boolean {
  return known === '*' && (type === '*' || type === 'AWS');
}

function isAccount({ type, value }: Principal): boolean {
  return type === 'AWS' && readAwsPrincipal(value.known ?? '').kind === 'account';
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
  const principal: AwsPrincipal = readAwsPrincipal(text);
  switch (principal.kind) {
    case 'identity': {
      const { account, resource } = principal.arn;
      const kind = resource.startsWith('role/') ? 'role' : 'user';
      return { kind, text, account, caller: { kind: 'aws', arn: text, account } };
    }
    case 'session': {
      const { account, resource, partition } = principal.arn;
      const role = /^assumed-role\/([^/]+)\//.exec(resource)?.[1];
      const arn = role === undefined ? text : (roles.get(`${account}/${role}`) ?? roleArn(partition, account, role));
      const kind = role === undefined ? 'federated' : 'session';
      return { kind, text, account, caller: { kind: 'aws', arn, account, sessionArn: text } };
    }
    case 'account': {
      const { account } = principal;
      return { kind: 'account', text: account, account, caller: stranger(parseArn(text)?.partition ?? 'aws', account) };
    }
    default:
      return undefined; // nobody, or a mistake that AWS refuses
  }
}

function roleArn(partition: string, account: string, name: string): string {
  return `arn:${partition}:iam::${account}:role/${name}`;
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
function stranger(partition: string, account: string): RequestPrincipal {
  return { kind: 'aws', arn: roleArn(partition, account, 'AnyOtherRole'), account };
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
