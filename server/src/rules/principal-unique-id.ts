import * as l10n from '@vscode/l10n';
import { readAwsPrincipal } from '../policy/awsPrincipal.js';
import { defineRule } from './rule.js';
import { removeItemFix } from './support/fixes.js';
import { PRINCIPAL_KINDS } from './support/kinds.js';
import { isOneOfSeveral } from './support/principalMapping.js';
import { principalValues } from './support/principalValues.js';

/** AWS shows the id of a user or role in the place of its ARN once the user or role is gone. */
export const principalUniqueId = defineRule({
  id: 'principal-unique-id',
  defaultLevel: 'warning',
  tags: ['correctness'],
  kinds: PRINCIPAL_KINDS,
  scope: 'statement',
  catalogue: ['principal-unique-id'],
  peers: ['INVALID_ROLE_REFERENCE', 'INVALID_USER_REFERENCE'],
  fixable: 'sometimes',

  *check(context) {
    for (const { element, principal, text } of principalValues(context, 'AWS')) {
      if (readAwsPrincipal(text).kind === 'unique-id') {
        yield {
          span: principal.value.span,
          message: l10n.t(
            'Invalid principal "{0}": AWS shows such an id when a user or role was deleted; it lets nobody in, and the policy cannot be stored with it.',
            text,
          ),
          fixes: isOneOfSeveral(element, principal) ? [removeItemFix(context, principal.path, text, false)] : [],
        };
      }
    }
  },
});
