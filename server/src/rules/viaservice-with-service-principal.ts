import * as l10n from '@vscode/l10n';
import { getKmsConditionKey } from '../knowledge/kmsConditionKeys.js';
import { defineRule } from './rule.js';
import { removeConditionFix } from './support/conditionFixes.js';
import { demandsKey, readLegalConditions } from './support/conditions.js';
import { onlyServicePrincipals } from './support/servicePrincipals.js';

/** `kms:ViaService` is set when a service calls for somebody else; a service's own call does not carry it. */
export const viaserviceWithServicePrincipal = defineRule({
  id: 'viaservice-with-service-principal',
  defaultLevel: 'error',
  tags: ['correctness', 'encryption'],
  kinds: ['key-policy'],
  scope: 'statement',
  catalogue: ['viaservice-with-service-principal'],
  fixable: 'always',

  *check(context) {
    for (const statement of context.policy.statements) {
      const [service] = onlyServicePrincipals(statement);
      if (service === undefined) {
        continue;
      }
      for (const condition of readLegalConditions(context, statement)) {
        if (getKmsConditionKey(condition.keyName)?.valueForm !== 'via-service' || !demandsKey(condition)) {
          continue;
        }
        yield {
          span: condition.key.span,
          message: l10n.t(
            'Unsupported condition key "{0}" with "{1}": what a service calls in its own name does not carry it, so the statement never applies.',
            condition.keyName,
            service.known ?? '',
          ),
          fixes: removeConditionFix(context, condition, { safe: false }),
        };
      }
    }
  },
});
