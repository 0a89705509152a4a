import * as l10n from '@vscode/l10n';
import {
  findServicePrincipal,
  findServicePrincipalFault,
  formatServicePrincipal,
  type ServicePrincipal,
} from '../knowledge/servicePrincipals.js';
import { findOnlyRegion } from '../policy/mentions.js';
import { readServiceName } from '../policy/serviceName.js';
import { defineRule, type Finding } from './rule.js';
import { replaceStringFix } from './support/fixes.js';
import { GRANTING_KINDS } from './support/kinds.js';
import { principalValues } from './support/principalValues.js';

/** Some services sign their calls with a name that holds the Region, most do not, and each takes only its own form. */
export const principalServiceRegionForm = defineRule({
  id: 'principal-service-region-form',
  defaultLevel: 'error',
  tags: ['correctness'],
  kinds: GRANTING_KINDS,
  scope: 'statement',
  catalogue: ['principal-service-region-form'],
  fixable: 'sometimes',

  *check(context) {
    if (context.kind === 'unknown') {
      return;
    }
    for (const { principal, text } of principalValues(context, 'Service')) {
      const parsed = findServicePrincipal(text);
      if (parsed === undefined || readServiceName(text).kind !== 'name') {
        continue;
      }
      const service = parsed.principal;
      const { span } = principal.value;
      const fault = findServicePrincipalFault(text, context.kind);
      if (fault === 'unexpected-region') {
        const meant = `${service.id}.${parsed.suffix}`;
        yield {
          span,
          message: l10n.t('Expected the service principal "{0}" to be "{1}": the name has no Region.', text, meant),
          fixes: replaceStringFix(context, principal.value, meant, true),
        };
      } else if (fault === 'missing-region' && !isLogsInKeyPolicy(service, context.kind)) {
        const region = findOnlyRegion(context.policy);
        yield {
          span,
          // AWS documents the name with a Region, and has not said what becomes of the one without.
          level: 'warning',
          message: missingRegion(text, service),
          fixes:
            region === undefined
              ? []
              : replaceStringFix(context, principal.value, formatServicePrincipal(service, region), false),
        };
      }
    }
  },
});

function missingRegion(text: string, service: ServicePrincipal): Finding['message'] {
  return l10n.t(
    'Expected the service principal "{0}" to hold its Region, as in "{1}".',
    text,
    formatServicePrincipal(service, 'us-east-1'),
  );
}

/** `logs-principal-global` reports these, with what CloudWatch Logs needs there. */
function isLogsInKeyPolicy({ id }: ServicePrincipal, kind: string): boolean {
  return id === 'logs' && kind === 'key-policy';
}
