import * as l10n from '@vscode/l10n';
import {
  findServicePrincipal,
  findServicePrincipalFault,
  formatServicePrincipal,
} from '../knowledge/servicePrincipals.js';
import { findOnlyRegion } from '../policy/mentions.js';
import { readServiceName } from '../policy/serviceName.js';
import { defineRule, type RuleContext } from './rule.js';
import { replaceStringFix } from './support/fixes.js';
import { PRINCIPAL_KINDS } from './support/kinds.js';
import { principalValues } from './support/principalValues.js';

/** A service principal is a bare host name in lower case, domain included. */
export const principalServiceFormat = defineRule({
  id: 'principal-service-format',
  defaultLevel: 'error',
  tags: ['correctness'],
  kinds: PRINCIPAL_KINDS,
  catalogue: ['principal-service-format'],
  peers: ['principal_validation'],
  fixable: 'sometimes',

  *check(context) {
    for (const { principal, text } of principalValues(context, 'Service')) {
      const read = readServiceName(text);
      if (read.kind !== 'malformed') {
        continue;
      }
      const meant = complete(context, read.repaired);
      yield {
        span: principal.value.span,
        message:
          meant === undefined
            ? l10n.t(
                'Invalid service principal "{0}": expected a host name such as "cloudtrail.amazonaws.com", in lower case.',
                text,
              )
            : l10n.t('Expected the service principal "{0}" to be "{1}".', text, meant),
        fixes: meant === undefined ? [] : replaceStringFix(context, principal.value, meant, meant === read.repaired),
      };
    }
  },
});

/** The repaired name when it is one of a known service; a Region is added when it can be only one. */
function complete({ policy, kind }: RuleContext, repaired: string): string | undefined {
  const service = findServicePrincipal(repaired)?.principal;
  if (service === undefined || kind === 'unknown') {
    return undefined;
  }
  switch (findServicePrincipalFault(repaired, kind)) {
    case 'missing-region': {
      const region = findOnlyRegion(policy);
      return region === undefined ? undefined : formatServicePrincipal(service, region);
    }
    case 'unexpected-region':
    case 'wrong-suffix':
      return undefined;
    case undefined:
      return repaired;
  }
}
