import * as l10n from '@vscode/l10n';
import { defineRule } from './rule.js';
import { type ExpandedAction, expandedActions, isWhollyExpanded } from './support/actionResources.js';
import { starResourceFix } from './support/fixes.js';
import { moveActionFix } from './support/moveAction.js';
import { allResources, isEverything, type ResourceItem } from './support/resourceItems.js';

/** Some operations of KMS are about no key: only `*`, or a pattern for all of an account, covers them (kms-facts 4). */
export const resourceStarRequired = defineRule({
  id: 'resource-star-required',
  defaultLevel: 'error',
  tags: ['correctness'],
  kinds: ['identity-policy', 'vpc-endpoint-policy', 'scp', 'rcp'],
  scope: 'statement',
  catalogue: ['resource-star-required'],
  peers: ['RESOURCE_MISMATCH', 'resource_mismatch'],
  fixable: 'sometimes',

  *check(context) {
    for (const statement of context.policy.statements) {
      const resources = allResources(context, statement) ?? [];
      if (resources.length === 0 || !resources.every(namesOne)) {
        continue;
      }
      const expanded = expandedActions(context, statement);
      const isAlone = isWhollyExpanded(statement, expanded) && expanded.every(needsEverything);
      for (const item of expanded.filter(needsEverything)) {
        yield {
          span: item.value.span,
          message: l10n.t(
            'Ineffective action "{0}": it is about no single resource, so that only the resource "*" covers it.',
            item.text,
          ),
          fixes: isAlone
            ? [starResourceFix(context, statement)]
            : item.isOneOfSeveral
              ? moveActionFix(context, statement, item.path, item.text, { Resource: '*' })
              : [],
        };
      }
    }
  },
});

/** The operations of KMS without a resource. Other services answer to patterns that their reference does not list. */
function needsEverything({ actions }: ExpandedAction): boolean {
  return actions.every(({ service, resources }) => service === 'kms' && resources.length === 0);
}

/** True for the ARN of something, as opposed to all that an account has. */
function namesOne({ text, arn }: ResourceItem): boolean {
  return arn === undefined ? !isEverything(text) && text !== '' : !isEverything(arn.resource);
}
