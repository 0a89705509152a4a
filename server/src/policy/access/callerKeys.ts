import { parseArn } from '../arn.js';
import { deriveContext } from '../evaluate/derivedContext.js';
import { ABSENT, type RequestContext } from '../evaluate/request.js';
import type { Caller } from '../evaluate/simulation.js';
import type { Atom, Values } from './atoms.js';
import { type CallerClass, isAnonymous } from './principals.js';

/** Tells requests that a caller of a class can make from those that contradict themselves. */
export type Consistency = (values: Values) => boolean;

/** Keys that no call of a service principal carries; the evaluator takes them as they are told. */
const NEVER_OF_SERVICES = ['aws:principalarn', 'aws:principalaccount'];

/** Types of principals that somebody of an account can be. */
const TYPES_OF_STRANGERS: readonly string[] = ['User', 'AssumedRole', 'FederatedUser'];

/** What the evaluator knows of a request from its caller alone. */
function keysOf(caller: Caller): RequestContext {
  return deriveContext({ caller, key: {}, action: '', context: { lookup: () => ABSENT } });
}

const PROBES = [
  keysOf({ kind: 'user', account: '', arn: '' }),
  keysOf({ kind: 'service', name: '' }),
  keysOf({ kind: 'root', account: '', arn: '' }),
];

/** Answers for the keys that policies use: enough for all that exist, and an end to what odd documents can make us keep. */
const ANSWERS = new Map<string, boolean>();
const MAX_ANSWERS = 1_000;

/** True for keys whose values follow from who calls, in lower case. */
export function isCallerKey(key: string): boolean {
  let answer = ANSWERS.get(key);
  if (answer === undefined) {
    answer = PROBES.some((probe) => probe.lookup(key).state === 'present');
    if (ANSWERS.size < MAX_ANSWERS) {
      ANSWERS.set(key, answer);
    }
  }
  return answer;
}

/** Equal for callers who can make the same requests, as far as some keys go that follow from the caller. */
export function callerId(own: CallerClass, asked: readonly string[]): string {
  if (asked.length === 0) {
    return '';
  }
  if (own.caller === undefined || isAnonymous(own)) {
    return own.kind + own.text;
  }
  const derived = keysOf(own.caller);
  return JSON.stringify([own.caller.kind === 'service', ...asked.map((key) => derived.lookup(key))]);
}

/**
 * Whether values of condition keys can be those of a caller: its own account and ARN under the keys that name them.
 *
 * @param classes all classes, to tell "anybody else" from those who have a class of their own
 */
export function consistencyOf(own: CallerClass, classes: readonly CallerClass[]): Consistency {
  const { caller } = own;
  if (caller === undefined) {
    return () => true;
  }
  const derived = keysOf(caller);
  const fits = isAnonymous(own) ? strangerTest(own, classes) : undefined;
  return (values) =>
    Object.entries(values).every(([key, list]) => {
      const expected = derived.lookup(key);
      if (expected.state !== 'present') {
        return caller.kind !== 'service' || list === undefined || !NEVER_OF_SERVICES.includes(key);
      }
      const [value, ...more] = list ?? [];
      if (value === undefined || more.length > 0) {
        return false;
      }
      return fits === undefined ? value === expected.values[0] : fits(key, value, expected.values[0] ?? '');
    });
}

/** Values of somebody without a class of its own: those that belong to no other class. */
function strangerTest(own: CallerClass, classes: readonly CallerClass[]) {
  const accounts = new Set(classes.flatMap(({ kind, text }) => (kind === 'account' ? text : [])));
  const arns = new Set(
    classes.flatMap((item) =>
      item.caller !== undefined && 'arn' in item.caller && !isAnonymous(item) ? item.caller.arn : [],
    ),
  );
  const isOwnAccount = (account: string) =>
    own.kind === 'other-accounts' ? !accounts.has(account) : account === own.account;
  return (key: string, value: string, expected: string): boolean => {
    if (key === 'aws:principaltype') {
      return TYPES_OF_STRANGERS.includes(value);
    }
    if (expected === own.account) {
      return isOwnAccount(value);
    }
    return parseArn(expected) === undefined
      ? value === expected
      : !arns.has(value) && isOwnAccount(parseArn(value)?.account ?? '');
  };
}

/** Values of a key that tell the classes of callers apart; none for keys that do not follow from the caller. */
export function callerValues(key: string, classes: readonly CallerClass[], atoms: readonly Atom[]): readonly string[] {
  if (!isCallerKey(key)) {
    return [];
  }
  const values = classes.flatMap(({ caller }) => {
    const value = caller === undefined ? ABSENT : keysOf(caller).lookup(key);
    return value.state === 'present' ? value.values : [];
  });
  if (key !== 'aws:principalarn') {
    return [...new Set([...values, ...(key === 'aws:principaltype' ? TYPES_OF_STRANGERS : [])])];
  }
  const accounts = new Set(classes.flatMap(({ account }) => account ?? []));
  const patterns = new Set(
    atoms.flatMap((atom) => (atom.key === key ? atom.values.flatMap(({ known }) => known ?? []) : [])),
  );
  const matching = [...patterns].flatMap((pattern) => [...accounts].map((account) => inAccount(pattern, account)));
  return [...new Set([...values, ...values.map(toUser), ...matching])];
}

/** A user beside a role, for patterns that name roles only. */
function toUser(arn: string): string {
  return arn.replace(/:role\/.*/, ':user/AnyOtherUser');
}

/** An ARN that a pattern matches, of the given account where the pattern leaves it open. */
function inAccount(pattern: string, account: string): string {
  const open = parseArn(pattern)?.account ?? '';
  const filled = /[*?]/.test(open) ? pattern.replace(`:${open}:`, `:${account}:`) : pattern;
  return filled.replace(/\*/g, 'any').replace(/\?/g, 'x');
}
