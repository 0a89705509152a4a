import * as l10n from '@vscode/l10n';
import type { Statement } from '../policy/model.js';
import { matchesWildcard } from '../policy/wildcard.js';
import { defineRule, type Fix, type RuleContext } from './rule.js';
import { type ExpandedAction, expandedActions, isWhollyExpanded } from './support/actionResources.js';
import { replaceStringFix } from './support/fixes.js';
import { isBareLogGroup, worksOnStreams } from './support/logStreams.js';
import { type ResourceItem, resourceItems } from './support/resourceItems.js';

/** Log streams have ARNs of their own behind that of their group; the group's bare ARN matches none of them. */
export const logsStreamSuffixMissing = defineRule({
  id: 'logs-stream-suffix-missing',
  defaultLevel: 'error',
  tags: ['correctness', 'encryption'],
  kinds: ['identity-policy', 'logs-resource-policy', 'vpc-endpoint-policy', 'scp', 'rcp'],
  scope: 'statement',
  catalogue: ['logs-stream-suffix-missing'],
  peers: ['RESOURCE_MISMATCH', 'resource_mismatch'],
  fixable: 'always',

  *check(context) {
    for (const statement of context.policy.statements) {
      const expanded = expandedActions(context, statement);
      const action = expanded.find(isAboutStreams);
      if (action === undefined || statement.resource?.negated !== false) {
        continue;
      }
      const resources = resourceItems(context, statement);
      for (const item of resources.filter(isBareLogGroup)) {
        if (!resources.some((other) => coversStreams(other, item))) {
          yield {
            span: item.value.span,
            message: l10n.t(
              'Expected the resource "{0}" to be "{1}": "{2}" works on log streams, which the ARN of a log group without ":*" does not cover.',
              item.text,
              `${item.text}:*`,
              action.text,
            ),
            fixes: fixesFor(context, statement, item, expanded),
          };
        }
      }
    }
  },
});

function isAboutStreams({ actions }: ExpandedAction): boolean {
  return actions.every(worksOnStreams);
}

/** Whether another resource of the statement covers some stream of the group. */
function coversStreams({ text, arn }: ResourceItem, group: ResourceItem): boolean {
  const stream = `${group.arn?.resource}:log-stream:name`;
  return (
    arn === undefined ||
    (arn.service === 'logs' && matchesWildcard(arn.resource, stream)) ||
    text.startsWith(`${group.text}:`)
  );
}

/** Replaces the ARN where all is about streams; adds one where other actions may be meant for the group. */
function fixesFor(
  context: RuleContext,
  statement: Statement,
  { text, value }: ResourceItem,
  expanded: readonly ExpandedAction[],
): Fix[] {
  const added = `${text}:*`;
  if (isWhollyExpanded(statement, expanded) && expanded.every(isAboutStreams)) {
    return replaceStringFix(context, value, added, false);
  }
  return [
    {
      title: l10n.t('Add the resource "{0}"', added),
      safe: false,
      edits: () => context.source.editor.insert([...statement.path, 'Resource'], added),
    },
  ];
}
