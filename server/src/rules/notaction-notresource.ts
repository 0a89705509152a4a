import * as l10n from '@vscode/l10n';
import { defineRule } from './rule.js';
import { GRANTING_KINDS } from './support/kinds.js';
import { isUnfinished } from './support/unfinished.js';

/** Everything but a list, on everything but a list: nobody can say what that allows. */
export const notactionNotresource = defineRule({
  id: 'notaction-notresource',
  defaultLevel: 'warning',
  tags: ['security'],
  kinds: [...GRANTING_KINDS, 'identity-policy'],
  scope: 'statement',
  catalogue: ['notaction-notresource'],
  peers: ['combined_not_action_not_resource', 'PASS_ROLE_WITH_NOTACTION_AND_NOTRESOURCE'],
  fixable: 'never',

  *check(context) {
    for (const { effect, action, resource, span } of context.policy.statements) {
      if (effect !== 'Allow' || action?.negated !== true || resource?.negated !== true) {
        continue;
      }
      if (!isUnfinished(context, span)) {
        yield {
          span: action.entry.key.span,
          message: l10n.t(
            'Unexpected "NotAction" and "NotResource" with "Allow": together they allow every other action on every other resource, also those that AWS adds later.',
          ),
          related: [{ span: resource.entry.key.span, message: l10n.t('Every resource but these.') }],
        };
      }
    }
  },
});
