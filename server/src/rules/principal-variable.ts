import * as l10n from '@vscode/l10n';
import type { PrincipalType } from '../policy/model.js';
import { hasPolicyVariable } from '../policy/placeholders.js';
import { defineRule } from './rule.js';
import { PRINCIPAL_KINDS } from './support/kinds.js';
import { removePrincipalFix } from './support/principalFixes.js';
import { principalValues } from './support/principalValues.js';

const TYPES: readonly PrincipalType[] = ['AWS', 'Service', 'Federated', 'CanonicalUser'];

/** Policy variables are filled in when a request comes, and principals are looked up when the policy is stored. */
export const principalVariable = defineRule({
  id: 'principal-variable',
  defaultLevel: 'error',
  tags: ['correctness'],
  kinds: PRINCIPAL_KINDS,
  scope: 'statement',
  catalogue: ['principal-variable'],
  peers: ['VARIABLE_UNSUPPORTED_IN_ELEMENT'],
  fixable: 'sometimes',

  *check(context) {
    for (const type of TYPES) {
      for (const { element, principal, text } of principalValues(context, type)) {
        if (hasPolicyVariable(text)) {
          yield {
            span: principal.value.span,
            message: l10n.t(
              'Invalid principal "{0}": policy variables work in Resource and in condition values, not in principals.',
              text,
            ),
            fixes: removePrincipalFix(context, element, principal, false),
          };
        }
      }
    }
  },
});
