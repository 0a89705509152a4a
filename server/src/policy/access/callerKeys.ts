import { parseArn } from '../arn.js';
import type { Atom, Values } from './atoms.js';
import type { CallerClass } from './principals.js';

/** Keys whose values follow from who calls, and on which every signed request of a user or role has a value. */
const ACCOUNT_KEYS = ['kms:calleraccount', 'aws:principalaccount'];
const ARN_KEYS = ['aws:principalarn', 'aws:arn'];

/** In lower case; see `isConsistent`. */
export const CALLER_KEYS: readonly string[] = [...ACCOUNT_KEYS, ...ARN_KEYS];

/** Tells requests that a caller of a class can make from those that contradict themselves. */
export type Consistency = (values: Values) => boolean;

/**
 * Whether values of condition keys can be those of a caller: its own account and ARN under the keys that name them.
 *
 * @param classes all classes, to tell "anybody else" from those who have a class of their own
 */
export function consistencyOf(own: CallerClass, classes: readonly CallerClass[]): Consistency {
  if (own.caller === undefined) {
    return () => true;
  }
  const { caller } = own;
  if (caller.kind === 'service') {
    return (values) => ['aws:principalaccount', ...ARN_KEYS].every((key) => !(values[key]?.length ?? 0));
  }
  const accounts = new Set(classes.flatMap(({ kind, account }) => (kind === 'account' ? (account ?? []) : [])));
  const arns = new Set(
    classes.flatMap((item) => (item.caller?.kind === 'aws' && !isAnonymous(item) ? item.caller.arn : [])),
  );
  const isOwnAccount = (account: string) =>
    own.kind === 'other-accounts' ? !accounts.has(account) : account === own.account;
  const isOwnArn = (arn: string) =>
    isAnonymous(own) ? !arns.has(arn) && isOwnAccount(parseArn(arn)?.account ?? '') : arn === caller.arn;
  return (values) =>
    ACCOUNT_KEYS.every((key) => isEach(values, key, isOwnAccount)) &&
    ARN_KEYS.every((key) => isEach(values, key, isOwnArn));
}

/** Accounts and ARNs of callers: values of these keys that tell the classes apart. */
export function callerValues(key: string, classes: readonly CallerClass[], atoms: readonly Atom[]): readonly string[] {
  if (ACCOUNT_KEYS.includes(key)) {
    return [...new Set(classes.flatMap(({ account }) => account ?? []))];
  }
  if (!ARN_KEYS.includes(key)) {
    return [];
  }
  const accounts = new Set(classes.flatMap(({ account }) => account ?? []));
  const patterns = new Set(
    atoms.flatMap((atom) => (atom.key === key ? atom.values.flatMap(({ known }) => known ?? []) : [])),
  );
  return [
    ...classes.flatMap(({ caller }) => (caller?.kind === 'aws' ? [caller.arn, toUser(caller.arn)] : [])),
    ...[...patterns].flatMap((pattern) => [...accounts].map((account) => inAccount(pattern, account))),
  ];
}

/** True for a class of callers whose ARN is open. */
export function isAnonymous({ kind }: CallerClass): boolean {
  return kind === 'account' || kind === 'other-accounts';
}

/** A user beside a role, for patterns that name roles only. */
function toUser(arn: string): string {
  return arn.replace(/:role\/.*/, ':user/AnyOtherUser');
}

/** An ARN that a pattern matches, of the given account where the pattern leaves it open. */
function inAccount(pattern: string, account: string): string {
  const arn = parseArn(pattern);
  const filled =
    arn === undefined
      ? pattern
      : pattern.replace(`::${arn.account}:`, `::${/[*?]/.test(arn.account) ? account : arn.account}:`);
  return filled.replace(/\*/g, 'any').replace(/\?/g, 'x');
}

function isEach(values: Values, key: string, test: (value: string) => boolean): boolean {
  const list = values[key];
  return list === undefined ? !(key in values) : list.every(test);
}
