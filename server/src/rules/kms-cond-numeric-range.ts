import * as l10n from '@vscode/l10n';
import type { ConditionOperator } from '../knowledge/conditionOperators.js';
import { getKmsConditionKey } from '../knowledge/kmsConditionKeys.js';
import { isPolicyNumber } from '../policy/conditionValues.js';
import { matchValue } from '../policy/evaluate/valueMatcher.js';
import { defineRule, type Finding } from './rule.js';
import { fixedValues, listLegalConditions } from './support/conditions.js';
import { KMS_CONDITION_KINDS } from './support/kmsKinds.js';

/** KMS takes 7 to 30 days of waiting and 90 to 2560 days of rotation; a bound beyond them decides nothing. */
export const kmsCondNumericRange = defineRule({
  id: 'kms-cond-numeric-range',
  defaultLevel: 'error',
  tags: ['correctness'],
  kinds: KMS_CONDITION_KINDS,
  scope: 'statement',
  catalogue: ['kms-cond-numeric-range'],
  fixable: 'never',

  *check(context) {
    for (const { parsed, keyName, values } of listLegalConditions(context)) {
      const range = getKmsConditionKey(keyName)?.range;
      if (range === undefined || parsed.operator.family !== 'Numeric') {
        continue;
      }
      for (const { span, known } of fixedValues(values)) {
        const finding = isPolicyNumber(known) ? judge(parsed.operator, known, range) : undefined;
        if (finding !== undefined) {
          yield { span, ...finding };
        }
      }
    }
  },
});

function judge(
  operator: ConditionOperator,
  text: string,
  { min, max }: { readonly min: number; readonly max: number },
): Omit<Finding, 'span'> | undefined {
  const holds = (days: number) => (matchValue(operator, text, String(days)) === 'yes') !== operator.negated;
  const value = Number(text);
  const isWithin = value >= min && value <= max;
  // Between two whole days the answer changes at the bound only, so both ends and the bound itself tell all.
  const answers = [min, max, ...(isWithin ? [Math.floor(value), Math.ceil(value)] : [])].map(holds);
  if (answers.every((answer) => !answer)) {
    return {
      message: l10n.t('Out of range: KMS takes {0} to {1} days, so a test against "{2}" never holds.', min, max, text),
    };
  }
  if (!isWithin && answers.every((answer) => answer)) {
    return {
      message: l10n.t('Out of range: KMS takes {0} to {1} days, so a test against "{2}" always holds.', min, max, text),
    };
  }
  return undefined;
}
