import * as l10n from '@vscode/l10n';
import { findConditionKey } from '../knowledge/conditionKeyLookup.js';
import { defineRule } from './rule.js';
import { renameKeyFix } from './support/conditionFixes.js';
import { listConditions } from './support/conditions.js';

/** AWS renamed a few keys; the old names are kept for old policies. */
export const condKeyDeprecated = defineRule({
  id: 'cond-key-deprecated',
  defaultLevel: 'warning',
  tags: ['correctness'],
  scope: 'statement',
  catalogue: ['cond-key-deprecated'],
  peers: ['DEPRECATED_GLOBAL_CONDITION_KEY', 'UNSUPPORTED_GLOBAL_CONDITION_KEY'],
  fixable: 'sometimes',

  *check(context) {
    for (const condition of listConditions(context)) {
      const info = findConditionKey(context.reference, condition.keyName);
      if (info?.deprecatedFor === undefined) {
        continue;
      }
      yield {
        span: condition.key.span,
        message: l10n.t(
          'Expected the condition key "{0}" to be "{1}": AWS keeps the old name for old policies only.',
          condition.keyName,
          info.deprecatedFor,
        ),
        // KMS sets both names to one value (kms-facts section 8); of the global keys that is not documented.
        fixes: renameKeyFix(context, condition, info.deprecatedFor, { safe: info.service === 'kms' }),
      };
    }
  },
});
