import * as l10n from '@vscode/l10n';
import { getKmsConditionKey } from '../knowledge/kmsConditionKeys.js';
import { defineRule } from './rule.js';
import { removeConditionFix, renameKeyFix } from './support/conditionFixes.js';
import { demandsKey, isSameKey, readLegalConditions } from './support/conditions.js';
import { onlyServicePrincipals } from './support/servicePrincipals.js';

const SOURCE = 'aws:SourceAccount';

/** When a service calls in its own name, the caller is the service, and not the account that it works for. */
export const calleraccountWithServicePrincipal = defineRule({
  id: 'calleraccount-with-service-principal',
  defaultLevel: 'warning',
  tags: ['correctness', 'encryption'],
  kinds: ['key-policy'],
  scope: 'statement',
  catalogue: ['calleraccount-with-service-principal'],
  fixable: 'always',

  *check(context) {
    for (const statement of context.policy.statements) {
      const [service] = onlyServicePrincipals(statement);
      for (const condition of service === undefined ? [] : readLegalConditions(context, statement)) {
        if (getKmsConditionKey(condition.keyName)?.name !== 'kms:CallerAccount' || !demandsKey(condition)) {
          continue;
        }
        const hasSource = statement.conditions.some(({ key }) => isSameKey(key.known ?? '', SOURCE));
        const renamed = hasSource ? [] : renameKeyFix(context, condition, SOURCE, { safe: false });
        yield {
          span: condition.key.span,
          message: l10n.t(
            'Expected "{0}" to be "{1}": the caller is "{2}", whose account is not yours.',
            condition.keyName,
            SOURCE,
            service?.known ?? '',
          ),
          fixes: renamed.length > 0 ? renamed : removeConditionFix(context, condition, { safe: false }),
        };
      }
    }
  },
});
