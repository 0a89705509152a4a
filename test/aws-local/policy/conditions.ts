import { matchesArn, matchesWildcards } from './wildcards.js';

/** What a request says about itself. Names in lower case, since policies may write them in any case. */
export type RequestContext = ReadonlyMap<string, string | readonly string[]>;

type Compare = (actual: string, wanted: string) => boolean;

const equals: Compare = (actual, wanted) => actual === wanted;
const equalsIgnoringCase: Compare = (actual, wanted) => actual.toLowerCase() === wanted.toLowerCase();
const like: Compare = (actual, wanted) => matchesWildcards(wanted, actual);
const arn: Compare = (actual, wanted) => matchesArn(wanted, actual);
const number =
  (test: (difference: number) => boolean): Compare =>
  (actual, wanted) =>
    test(Number(actual) - Number(wanted));
const date =
  (test: (difference: number) => boolean): Compare =>
  (actual, wanted) =>
    test(toTime(actual) - toTime(wanted));

/** Positive operators. `ArnEquals` takes wildcards exactly as `ArnLike` does. */
const POSITIVE: ReadonlyMap<string, Compare> = new Map([
  ['StringEquals', equals],
  ['StringEqualsIgnoreCase', equalsIgnoringCase],
  ['StringLike', like],
  ['ArnEquals', arn],
  ['ArnLike', arn],
  ['Bool', equalsIgnoringCase],
  ['BinaryEquals', equals],
  ['NumericEquals', number((difference) => difference === 0)],
  ['NumericLessThan', number((difference) => difference < 0)],
  ['NumericLessThanEquals', number((difference) => difference <= 0)],
  ['NumericGreaterThan', number((difference) => difference > 0)],
  ['NumericGreaterThanEquals', number((difference) => difference >= 0)],
  ['DateEquals', date((difference) => difference === 0)],
  ['DateLessThan', date((difference) => difference < 0)],
  ['DateLessThanEquals', date((difference) => difference <= 0)],
  ['DateGreaterThan', date((difference) => difference > 0)],
  ['DateGreaterThanEquals', date((difference) => difference >= 0)],
  ['IpAddress', isInBlock],
]);

/** Negated operators hold when no listed value matches, and when the key is absent. */
const NEGATED: ReadonlyMap<string, Compare> = new Map([
  ['StringNotEquals', equals],
  ['StringNotEqualsIgnoreCase', equalsIgnoringCase],
  ['StringNotLike', like],
  ['ArnNotEquals', arn],
  ['ArnNotLike', arn],
  ['NumericNotEquals', number((difference) => difference === 0)],
  ['DateNotEquals', date((difference) => difference === 0)],
  ['NotIpAddress', isInBlock],
]);

const OPERATOR = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/;

/** False for an operator that IAM does not have; services refuse a policy that holds one. */
export function isConditionOperator(operator: string): boolean {
  const [, , name = ''] = OPERATOR.exec(operator) ?? [];
  return name === 'Null' || POSITIVE.has(name) || NEGATED.has(name);
}

/** True when every operator block and every key in it holds. */
export function conditionHolds(condition: object, context: RequestContext): boolean {
  return Object.entries(condition).every(([operator, block]) =>
    Object.entries(block as object).every(([key, wanted]) =>
      operatorHolds(operator, key.toLowerCase(), context, toTexts(wanted, context)),
    ),
  );
}

/** Request flags that are `false` when not sent, yet count as absent for `Null` (kms-facts 7). */
const DEFAULTED_KEYS: ReadonlySet<string> = new Set(['kms:bypasspolicylockoutsafetycheck']);

function operatorHolds(operator: string, key: string, context: RequestContext, wanted: readonly string[]): boolean {
  const [, set, name = '', ifExists] = OPERATOR.exec(operator) ?? [];
  const actual = context.get(key);
  const values = actual === undefined ? [] : typeof actual === 'string' ? [actual] : actual;
  const isAbsent = values.length === 0;
  if (name === 'Null') {
    const isNull = isAbsent || (DEFAULTED_KEYS.has(key) && actual === 'false');
    return wanted.some((value) => (value.toLowerCase() === 'true') === isNull);
  }
  if (isAbsent && ifExists !== undefined) {
    return true;
  }
  const negated = NEGATED.get(name);
  const compare = negated ?? POSITIVE.get(name);
  if (compare === undefined) {
    return false;
  }
  const holds = (value: string) => wanted.some((text) => compare(value, text)) !== (negated !== undefined);
  if (set === 'ForAllValues') {
    return values.every(holds);
  }
  if (set === 'ForAnyValue') {
    return values.some(holds);
  }
  return negated === undefined ? values.some(holds) : values.every(holds);
}

/** Values of a condition as texts, with `${variables}` filled in. A value whose variable is unknown matches nothing. */
function toTexts(wanted: unknown, context: RequestContext): readonly string[] {
  const list = Array.isArray(wanted) ? wanted : [wanted];
  return list.map(String).flatMap((text) => {
    let isKnown = true;
    const filled = text.replace(/\$\{([^}]+)\}/g, (_, variable: string) => {
      if (variable === '*' || variable === '?' || variable === '$') {
        return variable;
      }
      const value = context.get(variable.toLowerCase());
      isKnown &&= typeof value === 'string';
      return String(value);
    });
    return isKnown ? [filled] : [];
  });
}

function toTime(text: string): number {
  return /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text);
}

function isInBlock(address: string, block: string): boolean {
  const [network = '', length = '32'] = block.split('/');
  const shift = 2 ** (32 - Number(length));
  return Math.floor(toInteger(address) / shift) === Math.floor(toInteger(network) / shift);
}

function toInteger(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}
