import { type ConditionOperator, parseConditionOperator } from '../../knowledge/conditionOperators.js';
import { matchesArn } from '../arn.js';
import type { Condition, PolicyString } from '../model.js';
import { matchesWildcard } from '../wildcard.js';
import { matchText } from './matchText.js';
import type { ContextValue, RequestContext } from './request.js';
import { all, any, not, type Tri, toTri } from './tri.js';
import { matchValue, valueMatcher } from './valueMatcher.js';
import { hasVariable, protectWildcards, resolveVariables } from './variables.js';

/** The test that a condition stands for; made once for a condition. */
export type ConditionMatcher = (context: RequestContext) => Tri;

/** Tests one value of a request against the list of a condition, under the positive form of its operator. */
type ListMatcher = (actual: string, context: RequestContext) => Tri;

const undecidable: ConditionMatcher = () => 'unknown';

/**
 * The test that one condition stands for. IAM guide, "Condition operators" and "Multiple keys or values"; kms-facts
 * section 7. An operator that AWS does not know gives `unknown`: such a policy is refused before it decides anything.
 * `replacesVariables` says whether the policy's version makes `${…}` a variable; it is plain text otherwise.
 */
export function conditionMatcher(condition: Condition, replacesVariables: boolean): ConditionMatcher {
  const parsed = parseConditionOperator(condition.operator.known ?? '');
  const key = condition.key.known;
  if (parsed === undefined || parsed.illegal !== undefined || key === undefined) {
    return undecidable;
  }
  const { operator, setOperator, ifExists } = parsed;
  if (operator.family === 'Null') {
    return onKnown(key, (actual) => any(condition.values, (value) => matchNull(value, actual.state === 'absent')));
  }
  const matches = listMatcher(operator, condition.values, replacesVariables);
  const test: ListMatcher = operator.negated ? (actual, context) => not(matches(actual, context)) : matches;
  const whenAbsent = absentOutcome(setOperator, ifExists || operator.negated, ifExists);
  return onKnown(key, (actual, context) => {
    if (actual.state !== 'present') {
      return whenAbsent;
    }
    const each = (value: string) => test(value, context);
    if (setOperator === undefined) {
      return matchWithoutSetOperator(actual.values, each);
    }
    return setOperator === 'ForAllValues' ? all(actual.values, each) : any(actual.values, each);
  });
}

function onKnown(
  key: string,
  test: (actual: Exclude<ContextValue, { state: 'unknown' }>, context: RequestContext) => Tri,
): ConditionMatcher {
  return (context) => {
    const actual = context.lookup(key);
    return actual.state === 'unknown' ? 'unknown' : test(actual, context);
  };
}

/** Negated operators and `…IfExists` hold without the key, `ForAllValues` too, `ForAnyValue` only with `…IfExists`. */
function absentOutcome(setOperator: string | undefined, holdsAlone: boolean, ifExists: boolean): Tri {
  if (setOperator === undefined) {
    return toTri(holdsAlone);
  }
  return toTri(setOperator === 'ForAllValues' || ifExists);
}

/**
 * AWS demands a set operator for keys with several values, and does not say what happens without one: the answer stands
 * where every reading gives the same.
 */
function matchWithoutSetOperator(values: readonly string[], test: (value: string) => Tri): Tri {
  const every = all(values, test);
  return values.length < 2 || every === any(values, test) ? every : 'unknown';
}

/** A positive operator wants one value of the list to match, a negated one wants none to. */
function listMatcher(
  operator: ConditionOperator,
  wanted: readonly PolicyString[],
  replacesVariables: boolean,
): ListMatcher {
  const matchers = wanted.map((value) => oneMatcher(operator, value, replacesVariables));
  const [only] = matchers;
  return only !== undefined && matchers.length === 1
    ? only
    : (actual, context) => any(matchers, (matcher) => matcher(actual, context));
}

function oneMatcher(operator: ConditionOperator, value: PolicyString, replacesVariables: boolean): ListMatcher {
  const { known } = value;
  if (known === undefined) {
    return (actual) => matchOpen(operator, value, actual);
  }
  if (!replacesVariables || !hasVariable(known)) {
    const test = valueMatcher(operator, known);
    return (actual) => toTri(test(actual));
  }
  return (actual, context) => {
    const resolved = resolveVariables(known, context);
    if (resolved === 'unknown') {
      return 'unknown';
    }
    if (resolved === 'none') {
      return 'no';
    }
    return operator.wildcards
      ? matchValue(operator, resolved.pattern, protectWildcards(actual))
      : matchValue(operator, resolved.text, actual);
  };
}

/** Unknown parts are widened to `*`, which only a wildcard comparison understands. */
function matchOpen(operator: ConditionOperator, value: PolicyString, actual: string): Tri {
  switch (operator.family) {
    case 'Arn':
      return matchText(value, (text) => matchesArn(text, actual));
    case 'String':
      return matchText(value, (text) =>
        operator.ignoresCase
          ? matchesWildcard(text.toLowerCase(), actual.toLowerCase())
          : matchesWildcard(text, actual),
      );
    case 'Numeric':
    case 'Date':
    case 'Bool':
    case 'Binary':
    case 'IpAddress':
    case 'Null':
      return 'unknown';
  }
}

function matchNull(value: PolicyString, isAbsent: boolean): Tri {
  const wanted = value.known?.toLowerCase();
  if (wanted === 'true') {
    return toTri(isAbsent);
  }
  return wanted === 'false' ? toTri(!isAbsent) : 'unknown';
}
