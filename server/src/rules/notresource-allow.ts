import * as l10n from '@vscode/l10n';
import { defineRule } from './rule.js';
import { GRANTING_KINDS } from './support/kinds.js';
import { isUnfinished } from './support/unfinished.js';

/** Everything but a list is allowed, and what is created tomorrow is part of everything. */
export const notresourceAllow = defineRule({
  id: 'notresource-allow',
  defaultLevel: 'warning',
  tags: ['security'],
  // In an SCP an Allow grants nothing.
  kinds: [...GRANTING_KINDS, 'identity-policy'],
  scope: 'statement',
  catalogue: ['notresource-allow'],
  peers: [
    'NOTRESOURCE_WITH_ALLOW',
    'not_resource_broad',
    'W21',
    'W22',
    'W23',
    'IAM_ROLE_OR_POLICY_NO_ALLOW_PLUS_NOT_RESOURCE',
  ],
  fixable: 'never',

  *check(context) {
    for (const { effect, resource, node } of context.policy.statements) {
      if (effect === 'Allow' && resource?.negated === true && !isUnfinished(context, node.span)) {
        yield {
          span: resource.entry.key.span,
          message: l10n.t(
            'Unexpected "NotResource" with "Allow": it allows every resource that is not listed, also those that are created later.',
          ),
        };
      }
    }
  },
});
