import * as l10n from '@vscode/l10n';
import { defineRule } from './rule.js';
import { replaceKeyFix } from './support/fixes.js';
import { isEverything, resourceItems } from './support/resourceItems.js';

/** `NotResource` names what the statement leaves alone; with `*` that is everything. */
export const notresourceDenyVoid = defineRule({
  id: 'notresource-deny-void',
  defaultLevel: 'error',
  tags: ['correctness', 'security'],
  scope: 'statement',
  catalogue: ['notresource-deny-void'],
  peers: ['not_resource_deny_ineffective'],
  fixable: 'sometimes',

  *check(context) {
    for (const statement of context.policy.statements) {
      const { effect, resource } = statement;
      if (effect !== 'Deny' || resource?.negated !== true) {
        continue;
      }
      const everything = resourceItems(context, statement).find(({ text }) => isEverything(text));
      if (everything !== undefined) {
        yield {
          span: resource.entry.key.span,
          message: l10n.t(
            'Ineffective Deny: "NotResource" with "*" leaves every resource alone, so that nothing is denied. Expected "Resource".',
          ),
          fixes: everything.isOneOfSeveral ? [] : [replaceKeyFix(context, resource.entry.key, 'Resource', false)],
        };
      }
    }
  },
});
