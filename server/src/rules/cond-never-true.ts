import * as l10n from '@vscode/l10n';
import { isMultiValued } from '../knowledge/conditionKeyLookup.js';
import { any } from '../policy/evaluate/tri.js';
import { matchValue } from '../policy/evaluate/valueMatcher.js';
import { defineRule, type RuleContext } from './rule.js';
import { demandsKey, fixedValues, isSameKey, type LegalCondition, readLegalConditions } from './support/conditions.js';

/** All conditions of a statement must hold at once; two that exclude each other make it dead. */
export const condNeverTrue = defineRule({
  id: 'cond-never-true',
  defaultLevel: 'error',
  tags: ['correctness'],
  scope: 'statement',
  catalogue: ['cond-never-true'],
  fixable: 'never',

  *check(context: RuleContext) {
    for (const statement of context.policy.statements) {
      const conditions = readLegalConditions(context, statement);
      for (const [index, later] of conditions.entries()) {
        const earlier = conditions.slice(0, index).find((candidate) => exclude(context, candidate, later));
        if (earlier === undefined) {
          continue;
        }
        yield {
          span: later.key.span,
          message: l10n.t(
            'Contradicting conditions on "{0}": no request passes both "{1}" and "{2}", so the statement never applies.',
            later.keyName,
            earlier.operatorName,
            later.operatorName,
          ),
          related: [{ span: earlier.key.span, message: l10n.t('The other condition stands here.') }],
        };
      }
    }
  },
});

/** Only what the text alone proves: the same key, all values fixed, one value in the request. */
function exclude({ reference }: RuleContext, left: LegalCondition, right: LegalCondition): boolean {
  if (!isSameKey(left.keyName, right.keyName) || left.operatorEntry === right.operatorEntry) {
    return false;
  }
  // The same operator twice is one JSON key twice: only the last counts, and json-duplicate-key says so.
  if (left.operatorName === right.operatorName) {
    return false;
  }
  if (isAbsenceTest(left) || isAbsenceTest(right)) {
    return isAbsenceTest(left) ? demandsKey(right) : demandsKey(left);
  }
  if (isMultiValued(reference, left.keyName) !== false) {
    return false;
  }
  return excludesAllOf(left, right) || excludesAllOf(right, left);
}

function isAbsenceTest({ parsed, values }: LegalCondition): boolean {
  return (
    parsed.operator.family === 'Null' &&
    values.length > 0 &&
    values.every((value) => value.known?.toLowerCase() === 'true')
  );
}

/** `exact` lets a list of texts through, and `other` none of them. */
function excludesAllOf(exact: LegalCondition, other: LegalCondition): boolean {
  const { operator } = exact.parsed;
  const isExact = (operator.name === 'StringEquals' || operator.name === 'Bool') && demandsKey(exact);
  if (!isExact || other.parsed.setOperator !== undefined) {
    return false;
  }
  const texts = fixedTexts(exact);
  const patterns = fixedTexts(other);
  const { family } = other.parsed.operator;
  if (texts === undefined || patterns === undefined || (family !== 'String' && family !== 'Arn' && family !== 'Bool')) {
    return false;
  }
  return texts.every((text) => {
    const matched = any(patterns, (pattern) => matchValue(other.parsed.operator, pattern, text));
    return matched === (other.parsed.operator.negated ? 'yes' : 'no');
  });
}

function fixedTexts({ values }: LegalCondition): readonly string[] | undefined {
  const fixed = [...fixedValues(values)];
  return fixed.length > 0 && fixed.length === values.length ? fixed.map(({ known }) => known) : undefined;
}
