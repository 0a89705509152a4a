import * as l10n from '@vscode/l10n';
import { isRefusedInKeyPolicy } from '../knowledge/kmsConditionKeys.js';
import { defineRule } from './rule.js';
import { removeConditionFix } from './support/conditionFixes.js';
import { listConditions } from './support/conditions.js';

/** KMS refuses key policies that test the key's own aliases or tags: those belong into IAM policies. */
export const keyCondIamOnly = defineRule({
  id: 'key-cond-iam-only',
  defaultLevel: 'error',
  tags: ['correctness'],
  kinds: ['key-policy'],
  scope: 'statement',
  catalogue: ['key-cond-iam-only'],
  peers: ['IRRELEVANT_CONDITION_KEY_IN_POLICY'],
  fixable: 'always',

  *check(context) {
    for (const condition of listConditions(context)) {
      if (!isRefusedInKeyPolicy(condition.keyName)) {
        continue;
      }
      yield {
        span: condition.key.span,
        message: l10n.t(
          'Unsupported condition key "{0}": KMS takes it in IAM policies only and refuses a key policy with it.',
          condition.keyName,
        ),
        fixes: removeConditionFix(context, condition, { safe: false }),
      };
    }
  },
});
