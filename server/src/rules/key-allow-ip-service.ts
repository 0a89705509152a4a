import * as l10n from '@vscode/l10n';
import { NETWORK_CONDITION_KEYS } from '../knowledge/serviceDenials.js';
import { defineRule } from './rule.js';
import { removeConditionFix } from './support/conditionFixes.js';
import { demandsKey, isSameKey, type LegalCondition, readLegalConditions } from './support/conditions.js';
import { onlyServicePrincipals } from './support/servicePrincipals.js';
import { testsViaService } from './support/viaService.js';

/** A request that a service makes for somebody comes from the service's network: the two conditions exclude each other. */
export const keyAllowIpService = defineRule({
  id: 'key-allow-ip-service',
  defaultLevel: 'warning',
  tags: ['correctness', 'encryption'],
  kinds: ['key-policy', 'identity-policy'],
  scope: 'statement',
  catalogue: ['key-allow-ip-service'],
  fixable: 'always',

  *check(context) {
    for (const statement of context.policy.statements) {
      if (statement.effect !== 'Allow' || onlyServicePrincipals(statement).length > 0) {
        continue; // of services in their own name cond-unsupported-for-service speaks
      }
      const conditions = readLegalConditions(context, statement).filter(demandsKey);
      const service = conditions.find(comesThroughService);
      const networks = conditions.filter(({ keyName }) =>
        NETWORK_CONDITION_KEYS.some((key) => isSameKey(key, keyName)),
      );
      for (const network of service === undefined ? [] : networks) {
        yield {
          span: network.key.span,
          message: l10n.t(
            'Contradictory conditions: "{0}" asks for a request through a service, which comes from the network of the service and never meets "{1}".',
            service?.keyName ?? '',
            network.keyName,
          ),
          fixes: removeConditionFix(context, network, { safe: false }),
        };
      }
    }
  },
});

/** `kms:ViaService`, or a flag that is true for such requests only. */
function comesThroughService(condition: LegalCondition): boolean {
  const { keyName, parsed, values } = condition;
  const isFlag = ['kms:GrantIsForAWSResource', 'aws:ViaAWSService'].some((flag) => isSameKey(flag, keyName));
  const isTrue = values.length === 1 && values[0]?.known?.toLowerCase() === 'true';
  return testsViaService(condition) || (isFlag && parsed.operator.family === 'Bool' && isTrue);
}
