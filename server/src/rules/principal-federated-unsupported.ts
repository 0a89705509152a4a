import * as l10n from '@vscode/l10n';
import { defineRule } from './rule.js';
import { GRANTING_KINDS } from './support/kinds.js';
import { removePrincipalTypeFix } from './support/principalFixes.js';
import { principalTypeEntries } from './support/principalMapping.js';

/** Identity providers let people assume a role; the role, not the provider, calls AWS. */
export const principalFederatedUnsupported = defineRule({
  id: 'principal-federated-unsupported',
  defaultLevel: 'error',
  tags: ['correctness'],
  kinds: GRANTING_KINDS,
  scope: 'statement',
  catalogue: ['principal-federated-unsupported'],
  peers: ['FEDERATED_PRINCIPAL_NOT_SUPPORTED', 'UNKNOWN_FEDERATION_SOURCE'],
  fixable: 'sometimes',

  *check(context) {
    for (const { statement, key } of principalTypeEntries(context, 'Federated')) {
      yield {
        span: key.span,
        message: l10n.t(
          'Invalid principal type "{0}": only trust policies of roles take identity providers; name the role that they assume.',
          'Federated',
        ),
        fixes: removePrincipalTypeFix(context, statement, 'Federated'),
      };
    }
  },
});
