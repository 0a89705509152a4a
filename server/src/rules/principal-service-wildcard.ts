import * as l10n from '@vscode/l10n';
import { readServiceName } from '../policy/serviceName.js';
import { defineRule } from './rule.js';
import { PRINCIPAL_KINDS } from './support/kinds.js';
import { removePrincipalFix } from './support/principalFixes.js';
import { principalValues } from './support/principalValues.js';

/** Services are named one by one: neither `*` nor a pattern stands for them. */
export const principalServiceWildcard = defineRule({
  id: 'principal-service-wildcard',
  defaultLevel: 'error',
  tags: ['correctness', 'security'],
  kinds: PRINCIPAL_KINDS,
  scope: 'statement',
  catalogue: ['principal-service-wildcard'],
  peers: ['service_principal_wildcard', 'UNSUPPORTED_WILDCARD_IN_PRINCIPAL'],
  fixable: 'sometimes',

  *check(context) {
    for (const { element, principal, text } of principalValues(context, 'Service')) {
      if (readServiceName(text).kind === 'wildcard') {
        yield {
          span: principal.value.span,
          message: l10n.t('Invalid service principal "{0}": name each service, AWS takes no wildcard here.', text),
          fixes: removePrincipalFix(context, element, principal, false),
        };
      }
    }
  },
});
