import { type ConditionOperator, parseConditionOperator } from '../../knowledge/conditionOperators.js';
import type { Condition, PolicyString } from '../model.js';
import { matchText } from './matchText.js';
import { matchValue } from './matchValue.js';
import type { RequestContext } from './request.js';
import { all, any, not, type Tri, toTri } from './tri.js';
import { resolveVariables } from './variables.js';

/**
 * Does a request meet one condition? IAM guide, "Condition operators" and "Multiple keys or values"; kms-facts section
 * 7. An operator that AWS does not know gives `unknown`: such a policy is refused before it decides anything.
 */
export function matchCondition(condition: Condition, context: RequestContext): Tri {
  const parsed = parseConditionOperator(condition.operator.known ?? '');
  const key = condition.key.known;
  if (parsed === undefined || parsed.illegal !== undefined || key === undefined) {
    return 'unknown';
  }
  const { operator, setOperator, ifExists } = parsed;
  const actual = context.lookup(key);
  if (actual.state === 'unknown') {
    return 'unknown';
  }
  if (operator.family === 'Null') {
    return any(condition.values, (value) => matchNull(value, actual.state === 'absent'));
  }
  const present = actual.state === 'present' ? actual.values : [];
  const test = (value: string) => matchAgainstList(operator, condition.values, value, context);
  if (setOperator === 'ForAllValues') {
    return all(present, test);
  }
  if (setOperator === 'ForAnyValue') {
    return ifExists && present.length === 0 ? 'yes' : any(present, test);
  }
  const [only, ...more] = present;
  if (only === undefined) {
    return toTri(ifExists || operator.negated);
  }
  // A key with several values and no set operator is a mistake whose outcome AWS does not document.
  return more.length > 0 ? 'unknown' : test(only);
}

/** A positive operator wants one value of the list to match, a negated one wants none to. */
function matchAgainstList(
  operator: ConditionOperator,
  wanted: readonly PolicyString[],
  actual: string,
  context: RequestContext,
): Tri {
  const matched = any(wanted, (value) => {
    const resolved = resolveVariables(value, context);
    if (resolved === 'unknown') {
      return 'unknown';
    }
    if (resolved.known !== undefined) {
      return matchValue(operator, resolved.known, actual);
    }
    return operator.family === 'String' || operator.family === 'Arn'
      ? matchText(resolved, (text) => matchValue(asWildcard(operator), text, actual) === 'yes')
      : 'unknown';
  });
  return operator.negated ? not(matched) : matched;
}

/** Unknown parts are widened to `*`, which only a wildcard comparison understands. */
function asWildcard(operator: ConditionOperator): ConditionOperator {
  return { ...operator, wildcards: true };
}

function matchNull(value: PolicyString, isAbsent: boolean): Tri {
  const wanted = value.known?.toLowerCase();
  if (wanted === 'true') {
    return toTri(isAbsent);
  }
  return wanted === 'false' ? toTri(!isAbsent) : 'unknown';
}
