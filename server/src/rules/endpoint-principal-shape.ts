import * as l10n from '@vscode/l10n';
import { PRINCIPAL_TYPES, principalTypes } from '../knowledge/policyElements.js';
import { readServiceName } from '../policy/serviceName.js';
import { defineRule } from './rule.js';
import { removePrincipalFix } from './support/principalFixes.js';
import { principalValues } from './support/principalValues.js';

const INEFFECTIVE = PRINCIPAL_TYPES.filter((type) => !principalTypes('vpc-endpoint-policy').includes(type));

/** Requests through an endpoint are signed by identities of accounts; a service never comes that way. */
export const endpointPrincipalShape = defineRule({
  id: 'endpoint-principal-shape',
  defaultLevel: 'warning',
  tags: ['correctness'],
  kinds: ['vpc-endpoint-policy'],
  scope: 'statement',
  catalogue: ['endpoint-principal-shape'],
  fixable: 'sometimes',

  *check(context) {
    for (const type of INEFFECTIVE) {
      for (const { element, principal, text } of principalValues(context, type)) {
        // What is no service's name at all is reported as that.
        if (type !== 'Service' || readServiceName(text).kind === 'name') {
          yield {
            span: principal.value.span,
            message: l10n.t(
              'Ineffective principal "{0}" under "{1}": only accounts, users and roles send requests through an endpoint. Name them under "AWS", or everyone by "*".',
              text,
              type,
            ),
            fixes: removePrincipalFix(context, element, principal, true),
          };
        }
      }
    }
  },
});
