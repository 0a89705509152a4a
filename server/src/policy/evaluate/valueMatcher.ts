import type { ConditionOperator } from '../../knowledge/conditionOperators.js';
import { arnMatcher } from '../arn.js';
import { isPolicyNumber, parsePolicyDate } from '../conditionValues.js';
import { containsIp, parseIpRange } from '../ipRange.js';
import { hasWildcard, matchesWildcard } from '../wildcard.js';
import { type Tri, toTri } from './tri.js';

/** Tests one value of a request; made once for a value of a policy. */
export type ValueMatcher = (actual: string) => boolean;

/**
 * Tests one value of a request against one value of a policy, under the positive form of the operator: `StringNotEquals`
 * is tested as `StringEquals`, and its caller negates.
 */
export function matchValue(operator: ConditionOperator, wanted: string, actual: string): Tri {
  return toTri(valueMatcher(operator, wanted)(actual));
}

/**
 * The test that a policy's value stands for, under the positive form of its operator. A value that is not of the
 * operator's type (a word under `NumericEquals`) matches nothing, in the policy as in the request.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function valueMatcher(operator: ConditionOperator, wanted: string): ValueMatcher {
  switch (operator.family) {
    case 'String':
      return stringMatcher(operator, wanted);
    case 'Arn':
      return arnMatcher(wanted);
    case 'Bool': {
      const lower = wanted.toLowerCase();
      return (actual) => actual.toLowerCase() === lower;
    }
    case 'Numeric':
      return comparison(operator, toNumber(wanted), toNumber);
    case 'Date':
      return comparison(operator, parsePolicyDate(wanted), parsePolicyDate);
    case 'Binary': {
      const bytes = withoutPadding(wanted);
      return (actual) => withoutPadding(actual) === bytes;
    }
    case 'IpAddress': {
      const range = parseIpRange(wanted);
      return (actual) => {
        const address = parseIpRange(actual);
        return range !== undefined && address !== undefined && containsIp(range, address);
      };
    }
    case 'Null':
      return () => false;
  }
}

function stringMatcher(operator: ConditionOperator, wanted: string): ValueMatcher {
  if (operator.ignoresCase) {
    const lower = wanted.toLowerCase();
    return (actual) => actual.toLowerCase() === lower;
  }
  return operator.wildcards && hasWildcard(wanted)
    ? (actual) => matchesWildcard(wanted, actual)
    : (actual) => actual === wanted;
}

/** A value of another type compares as nothing: neither equal nor less nor greater. */
function comparison(
  { name }: ConditionOperator,
  wanted: number | undefined,
  read: (text: string) => number | undefined,
): ValueMatcher {
  const compare = COMPARISONS.find(([ending]) => name.endsWith(ending))?.[1] ?? isEqual;
  return (text) => {
    const actual = read(text);
    return wanted !== undefined && actual !== undefined && compare(actual, wanted);
  };
}

const isEqual = (actual: number, wanted: number): boolean => actual === wanted;

const COMPARISONS: readonly (readonly [ending: string, compare: (actual: number, wanted: number) => boolean])[] = [
  ['LessThan', (actual, wanted) => actual < wanted],
  ['LessThanEquals', (actual, wanted) => actual <= wanted],
  ['GreaterThan', (actual, wanted) => actual > wanted],
  ['GreaterThanEquals', (actual, wanted) => actual >= wanted],
];

/** `kms:ValidTo` is a date that policies compare as seconds since 1970 (kms-facts section 8). */
function toNumber(text: string): number | undefined {
  if (isPolicyNumber(text)) {
    return Number(text);
  }
  const time = parsePolicyDate(text);
  return time === undefined ? undefined : time / 1000;
}

function withoutPadding(base64: string): string {
  return base64.replace(/=+$/, '');
}
