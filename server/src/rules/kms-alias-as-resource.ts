import * as l10n from '@vscode/l10n';
import type { Action } from '../knowledge/serviceReference.js';
import { replaceArnPart } from '../policy/arnPattern.js';
import type { Statement } from '../policy/model.js';
import { hasWildcard } from '../policy/wildcard.js';
import { defineRule, type Fix, type RuleContext } from './rule.js';
import { expandedActions, isWhollyExpanded } from './support/actionResources.js';
import { removeItemFix } from './support/fixes.js';
import { isAliasArn, isAliasOperation, isKeyOperation } from './support/kmsResources.js';
import { allResources, type ResourceItem, resourceItems } from './support/resourceItems.js';
import { addCondition } from './support/statementEdits.js';

/** KMS asks for permission on the key, however the request names it; an alias is a resource of its own. */
export const kmsAliasAsResource = defineRule({
  id: 'kms-alias-as-resource',
  defaultLevel: 'error',
  tags: ['correctness', 'encryption'],
  kinds: ['identity-policy', 'vpc-endpoint-policy', 'scp', 'rcp'],
  scope: 'statement',
  catalogue: ['kms-alias-as-resource'],
  peers: ['RESOURCE_MISMATCH', 'I3510', 'resource_mismatch'],
  fixable: 'sometimes',

  *check(context) {
    for (const statement of context.policy.statements) {
      const expanded = expandedActions(context, statement);
      const actions = expanded.flatMap((item) => item.actions);
      const keyAction = actions.find(isKeyOperation);
      if (keyAction === undefined || statement.resource?.negated !== false || !isWhollyExpanded(statement, expanded)) {
        continue;
      }
      const resources = resourceItems(context, statement);
      for (const resource of resources.filter(isAliasArn)) {
        if (isUsed(actions, resources)) {
          continue;
        }
        yield {
          span: resource.value.span,
          message: l10n.t(
            'Ineffective resource "{0}": "{1}" is asked of the key, never of its alias. Name the key, or test "kms:ResourceAliases".',
            resource.text,
            keyAction.id,
          ),
          fixes: fixesFor(context, statement, resource, actions),
        };
      }
    }
  },
});

/** Operations on aliases need the alias among the resources, and the key beside it. */
function isUsed(actions: readonly Action[], resources: readonly ResourceItem[]): boolean {
  return actions.some(isAliasOperation) && !resources.every(isAliasArn);
}

function fixesFor(
  context: RuleContext,
  statement: Statement,
  resource: ResourceItem,
  actions: readonly Action[],
): Fix[] {
  const all = allResources(context, statement) ?? [];
  const isSpare = all.length > 1 && !all.every(isAliasArn);
  if (isSpare) {
    return [removeItemFix(context, resource.path, resource.text, false)];
  }
  return actions.every(isKeyOperation) ? testAliasFix(context, statement, all) : [];
}

/** Names all keys in the place of the aliases, and lets those through that have one of the aliases. */
function testAliasFix({ source }: RuleContext, statement: Statement, aliases: readonly ResourceItem[]): Fix[] {
  const names = aliases.flatMap(({ arn }) => arn?.resource ?? []);
  const isPlain = aliases.length > 0 && aliases.every(({ text }) => !text.includes('${'));
  const operator = names.some(hasWildcard) ? 'ForAnyValue:StringLike' : 'ForAnyValue:StringEquals';
  const [name = ''] = names;
  const condition = addCondition(
    { source },
    statement,
    operator,
    'kms:ResourceAliases',
    names.length > 1 ? names : name,
  );
  const keys = [...new Set(aliases.map(({ text }) => replaceArnPart(text, 'resource', 'key/*')))];
  const [key = ''] = keys;
  return !isPlain || condition === undefined
    ? []
    : [
        {
          title: l10n.t('Allow keys by their alias, with a condition on "{0}"', 'kms:ResourceAliases'),
          safe: false,
          edits: () => [
            ...source.editor.set([...statement.path, 'Resource'], keys.length > 1 ? keys : key),
            ...condition(),
          ],
        },
      ];
}
