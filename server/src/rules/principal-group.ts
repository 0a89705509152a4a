import * as l10n from '@vscode/l10n';
import { readAwsPrincipal } from '../policy/awsPrincipal.js';
import { defineRule } from './rule.js';
import { PRINCIPAL_KINDS } from './support/kinds.js';
import { removePrincipalFix } from './support/principalFixes.js';
import { principalValues } from './support/principalValues.js';

/** IAM groups collect policies; they are identities to nobody, and no policy can name them. */
export const principalGroup = defineRule({
  id: 'principal-group',
  defaultLevel: 'error',
  tags: ['correctness'],
  kinds: PRINCIPAL_KINDS,
  scope: 'statement',
  catalogue: ['principal-group'],
  fixable: 'sometimes',

  *check(context) {
    for (const { element, principal, text } of principalValues(context, 'AWS')) {
      if (readAwsPrincipal(text).kind === 'group') {
        yield {
          span: principal.value.span,
          message: l10n.t(
            'Invalid principal "{0}": an IAM group is never a principal; name a role, or the account together with an IAM policy of the group.',
            text,
          ),
          fixes: removePrincipalFix(context, element, principal, false),
        };
      }
    }
  },
});
