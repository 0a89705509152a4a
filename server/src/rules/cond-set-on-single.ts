import * as l10n from '@vscode/l10n';
import { isMultiValued } from '../knowledge/conditionKeyLookup.js';
import { isForAllValuesRefusedByKms } from '../knowledge/kmsConditionKeys.js';
import { defineRule } from './rule.js';
import { replaceOperatorFix } from './support/conditionFixes.js';
import { type LegalCondition, listLegalConditions } from './support/conditions.js';

/** On a key with one value a set operator adds nothing but the hole of `ForAllValues`: it holds when the key is absent. */
export const condSetOnSingle = defineRule({
  id: 'cond-set-on-single',
  defaultLevel: 'warning',
  tags: ['security'],
  scope: 'statement',
  catalogue: ['cond-set-on-single'],
  peers: [
    'FORALLVALUES_WITH_SINGLE_VALUED_KEY',
    'SINGLE_VALUE_CONDITION_TOO_PERMISSIVE',
    'UNNECESSARY_SET_OPERATOR',
    'set_operator_on_single_valued_key',
  ],
  fixable: 'sometimes',

  *check(context) {
    for (const condition of listLegalConditions(context)) {
      const { parsed, keyName, operatorName } = condition;
      if (parsed.setOperator === undefined || isMultiValued(context.reference, keyName) !== false) {
        continue;
      }
      const isForAll = parsed.setOperator === 'ForAllValues';
      if (isForAll && context.kind === 'key-policy' && isForAllValuesRefusedByKms(keyName)) {
        continue; // cond-forallvalues-kms-rejected
      }
      yield {
        span: condition.operator.span,
        // ForAnyValue on a single value is idle, not dangerous.
        ...(!isForAll && { level: 'info' as const }),
        message: isForAll
          ? l10n.t(
              'Unexpected "ForAllValues" in "{0}": "{1}" has one value, and the test also holds for requests without it.',
              operatorName,
              keyName,
            )
          : l10n.t('Unexpected "ForAnyValue" in "{0}": "{1}" has one value only.', operatorName, keyName),
        fixes: replaceOperatorFix(context, condition, withoutSetOperator(condition), { safe: isIdle(condition) }),
      };
    }
  },
});

function withoutSetOperator({ parsed }: LegalCondition): string {
  return `${parsed.operator.name}${parsed.ifExists ? 'IfExists' : ''}`;
}

/** Without the prefix exactly the same requests pass: those that carry the key with a fitting value. */
function isIdle({ parsed }: LegalCondition): boolean {
  return parsed.setOperator === 'ForAnyValue' && !parsed.operator.negated && !parsed.ifExists;
}
