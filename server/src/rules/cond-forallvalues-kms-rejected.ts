import * as l10n from '@vscode/l10n';
import { isForAllValuesRefusedByKms } from '../knowledge/kmsConditionKeys.js';
import { defineRule } from './rule.js';
import { replaceOperatorFix } from './support/conditionFixes.js';
import { listLegalConditions } from './support/conditions.js';

/** KMS refuses such a key policy with `OverlyPermissiveCondition`. */
export const condForallvaluesKmsRejected = defineRule({
  id: 'cond-forallvalues-kms-rejected',
  defaultLevel: 'error',
  tags: ['correctness', 'security'],
  kinds: ['key-policy'],
  scope: 'statement',
  catalogue: ['cond-forallvalues-kms-rejected'],
  peers: ['FORALLVALUES_WITH_SINGLE_VALUED_KEY', 'UNNECESSARY_SET_OPERATOR'],
  fixable: 'sometimes',

  *check(context) {
    for (const condition of listLegalConditions(context)) {
      const { parsed, keyName, operatorName } = condition;
      if (parsed.setOperator !== 'ForAllValues' || !isForAllValuesRefusedByKms(keyName)) {
        continue;
      }
      const plain = `${parsed.operator.name}${parsed.ifExists ? 'IfExists' : ''}`;
      yield {
        span: condition.operator.span,
        message: l10n.t(
          'Expected the operator "{0}" to be "{1}": KMS refuses "ForAllValues" on "{2}" with "OverlyPermissiveCondition".',
          operatorName,
          plain,
          keyName,
        ),
        fixes: replaceOperatorFix(context, condition, plain, { safe: true }),
      };
    }
  },
});
