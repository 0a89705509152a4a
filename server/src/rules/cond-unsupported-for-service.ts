import * as l10n from '@vscode/l10n';
import { findGlobalConditionKey } from '../knowledge/globalConditionKeys.js';
import { defineRule } from './rule.js';
import { renameKeyFix } from './support/conditionFixes.js';
import { demandsKey, readLegalConditions } from './support/conditions.js';
import { GRANTING_KINDS } from './support/kinds.js';
import { onlyServicePrincipals } from './support/servicePrincipals.js';

/** A service principal has no organization, tags or IP address of a caller: such a test shuts the service out. */
export const condUnsupportedForService = defineRule({
  id: 'cond-unsupported-for-service',
  defaultLevel: 'error',
  tags: ['correctness', 'encryption'],
  kinds: GRANTING_KINDS,
  scope: 'statement',
  catalogue: ['cond-unsupported-for-service'],
  peers: ['UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL'],
  fixable: 'sometimes',

  *check(context) {
    for (const statement of context.policy.statements) {
      const [service] = onlyServicePrincipals(statement);
      if (service === undefined) {
        continue;
      }
      for (const condition of readLegalConditions(context, statement)) {
        const info = findGlobalConditionKey(condition.keyName);
        if (info?.inServiceCalls !== 'no' || !demandsKey(condition)) {
          continue;
        }
        // The ARN of a principal is never the ARN of a source; other values stay what they are.
        const replacement = info.type === 'ARN' ? undefined : info.serviceCallReplacement;
        yield {
          span: condition.key.span,
          message:
            replacement === undefined
              ? l10n.t(
                  'Unsupported condition key "{0}": calls of a service principal do not carry it, so the statement never applies.',
                  condition.keyName,
                )
              : l10n.t(
                  'Expected the condition key "{0}" to be "{1}": calls of a service principal do not carry the former, so the statement never applies.',
                  condition.keyName,
                  replacement,
                ),
          fixes: replacement === undefined ? [] : renameKeyFix(context, condition, replacement, { safe: false }),
        };
      }
    }
  },
});
