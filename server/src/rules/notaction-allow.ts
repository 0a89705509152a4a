import * as l10n from '@vscode/l10n';
import { defineRule } from './rule.js';
import { GRANTING_KINDS } from './support/kinds.js';
import { isUnfinished } from './support/unfinished.js';

/** Everything but a list is allowed, and what AWS adds tomorrow is part of everything. */
export const notactionAllow = defineRule({
  id: 'notaction-allow',
  defaultLevel: 'warning',
  tags: ['security'],
  // In an SCP an Allow grants nothing, and NotAction there is a documented pattern.
  kinds: [...GRANTING_KINDS, 'identity-policy', 'trust-policy'],
  scope: 'statement',
  catalogue: ['notaction-allow'],
  peers: ['not_action_allow', 'W15', 'W16', 'W17', 'W20', 'IAM_ROLE_OR_POLICY_NO_ALLOW_PLUS_NOT_ACTION'],
  fixable: 'never',

  *check(context) {
    for (const { effect, action, resource, node } of context.policy.statements) {
      if (effect !== 'Allow' || action?.negated !== true || isUnfinished(context, node.span)) {
        continue;
      }
      // Of both twins together `notaction-notresource` speaks.
      if (resource?.negated === true) {
        continue;
      }
      yield {
        span: action.entry.key.span,
        message: l10n.t(
          'Unexpected "NotAction" with "Allow": it allows every action that is not listed, also those that AWS adds later.',
        ),
      };
    }
  },
});
