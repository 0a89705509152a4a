import * as l10n from '@vscode/l10n';
import { defineRule } from './rule.js';
import { expandedActions, isWhollyExpanded } from './support/actionResources.js';
import { mentions } from './support/elements.js';
import { ownKeysFix } from './support/ownKeysFix.js';
import { isEverything, resourceItems } from './support/resourceItems.js';

/** Every action of the statement can be tied to resources, and nothing ties it to any. */
export const resourceStar = defineRule({
  id: 'resource-star',
  defaultLevel: 'off',
  tags: ['security'],
  kinds: ['identity-policy'],
  scope: 'statement',
  catalogue: ['resource-star'],
  peers: [
    'RESOURCE_STAR',
    'CKV_AWS_355',
    'CKV_AWS_356',
    'AWS-0057',
    'wildcard_resource',
    'W11',
    'W12',
    'W13',
    'IAM_POLICYDOCUMENT_NO_WILDCARD_RESOURCE',
    'AwsSolutions-IAM5',
    'iam-inline-policy-for-role',
  ],
  fixable: 'sometimes',

  *check(context) {
    for (const statement of context.policy.statements) {
      if (statement.effect !== 'Allow' || statement.resource?.negated !== false) {
        continue;
      }
      const expanded = expandedActions(context, statement);
      const areScopable = expanded.every(({ actions }) => actions.every(({ resources }) => resources.length > 0));
      if (
        !areScopable ||
        !isWhollyExpanded(statement, expanded) ||
        mentions(statement.node, 'statement', 'Condition')
      ) {
        continue;
      }
      for (const item of resourceItems(context, statement)) {
        if (isEverything(item.text)) {
          yield {
            span: item.value.span,
            message: l10n.t(
              'Unscoped resource "{0}": every action of the statement can be limited to the resources that it is for.',
              item.text,
            ),
            fixes: ownKeysFix(context, statement, item),
          };
        }
      }
    }
  },
});
