import type { ConditionOperator } from '../../knowledge/conditionOperators.js';
import { matchesArn } from '../arn.js';
import { matchesWildcard } from '../wildcard.js';
import { type Tri, toTri } from './tri.js';

/**
 * Tests one value of a request against one value of a policy, under the positive form of the operator: `StringNotEquals`
 * is tested as `StringEquals`, and its caller negates.
 */
export function matchValue(operator: ConditionOperator, wanted: string, actual: string): Tri {
  switch (operator.family) {
    case 'String':
      return toTri(matchString(operator, wanted, actual));
    case 'Arn':
      return toTri(matchesArn(wanted, actual));
    case 'Bool':
      return toTri(wanted.toLowerCase() === actual.toLowerCase());
    case 'Numeric':
      return compareNumbers(operator, Number(actual), Number(wanted));
    case 'Date':
      return compareNumbers(operator, toTime(actual), toTime(wanted));
    case 'Binary':
      return toTri(wanted === actual);
    case 'IpAddress':
      return wanted === actual ? 'yes' : 'unknown';
    case 'Null':
      return 'unknown';
  }
}

function matchString(operator: ConditionOperator, wanted: string, actual: string): boolean {
  if (operator.wildcards) {
    return matchesWildcard(wanted, actual);
  }
  return operator.ignoresCase ? wanted.toLowerCase() === actual.toLowerCase() : wanted === actual;
}

function compareNumbers({ name }: ConditionOperator, actual: number, wanted: number): Tri {
  if (Number.isNaN(actual) || Number.isNaN(wanted)) {
    return 'unknown';
  }
  if (name.endsWith('LessThan')) {
    return toTri(actual < wanted);
  }
  if (name.endsWith('LessThanEquals')) {
    return toTri(actual <= wanted);
  }
  if (name.endsWith('GreaterThan')) {
    return toTri(actual > wanted);
  }
  if (name.endsWith('GreaterThanEquals')) {
    return toTri(actual >= wanted);
  }
  return toTri(actual === wanted);
}

/** Milliseconds since 1970 of an ISO 8601 date, or of epoch seconds; NaN when it is neither. */
function toTime(text: string): number {
  return /^-?\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text);
}
