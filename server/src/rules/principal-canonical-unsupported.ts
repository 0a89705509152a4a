import * as l10n from '@vscode/l10n';
import { defineRule } from './rule.js';
import { removePrincipalTypeFix } from './support/principalFixes.js';
import { principalTypeEntries } from './support/principalMapping.js';

/** Canonical user ids are a thing of Amazon S3. */
export const principalCanonicalUnsupported = defineRule({
  id: 'principal-canonical-unsupported',
  defaultLevel: 'error',
  tags: ['correctness'],
  kinds: ['key-policy', 'logs-resource-policy', 'delivery-destination-policy'],
  scope: 'statement',
  catalogue: ['principal-canonical-unsupported'],
  fixable: 'sometimes',

  *check(context) {
    for (const { statement, key } of principalTypeEntries(context, 'CanonicalUser')) {
      yield {
        span: key.span,
        message: l10n.t(
          'Invalid principal type "{0}": only Amazon S3 takes canonical user ids; name the account or role.',
          'CanonicalUser',
        ),
        fixes: removePrincipalTypeFix(context, statement, 'CanonicalUser'),
      };
    }
  },
});
