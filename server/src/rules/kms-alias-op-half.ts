import * as l10n from '@vscode/l10n';
import { replaceArnPart } from '../policy/arnPattern.js';
import type { Statement } from '../policy/model.js';
import { defineRule, type Fix, type RuleContext } from './rule.js';
import { type ExpandedAction, expandedActions } from './support/actionResources.js';
import { canBeAlias, canBeKey, isAliasOperation } from './support/kmsResources.js';
import { allResources, type ResourceItem } from './support/resourceItems.js';

/**
 * Operations on an alias are asked of the alias, which only IAM policies can answer, and of its key, where the key policy
 * may answer too. Of patterns such as `kms:*` nobody knows what they were meant for.
 */
export const kmsAliasOpHalf = defineRule({
  id: 'kms-alias-op-half',
  defaultLevel: 'warning',
  tags: ['correctness'],
  kinds: ['identity-policy'],
  catalogue: ['kms-alias-op-half'],
  fixable: 'sometimes',

  *check(context) {
    const grants = context.policy.statements.flatMap((statement) => readGrant(context, statement) ?? []);
    for (const { statement, resources, actions } of grants) {
      for (const item of actions) {
        const others = grants.filter((grant) => grant.actions.some(({ text }) => isSame(text, item.text)));
        const covered = others.flatMap((grant) => grant.resources);
        const [first] = resources;
        const half = covered.some(canBeAlias) ? 'key' : 'alias';
        if (first === undefined || (covered.some(canBeAlias) && covered.some(canBeKey))) {
          continue;
        }
        yield {
          span: item.value.span,
          ...(half === 'key' && { level: 'info' as const }),
          message:
            half === 'key'
              ? l10n.t(
                  'Incomplete permission "{0}": it is needed on the key too, here or in the policy of the key.',
                  item.text,
                )
              : l10n.t(
                  'Incomplete permission "{0}": it is needed on the alias too, and only an IAM policy can give it there.',
                  item.text,
                ),
          fixes: addHalfFix(context, statement, first, half),
        };
        break; // the operations of a statement lack the same half
      }
    }
  },
});

interface Grant {
  readonly statement: Statement;
  readonly resources: readonly ResourceItem[];
  readonly actions: readonly ExpandedAction[];
}

/** The operations on aliases that an Allow names; undefined when it names none, or resources that are not known. */
function readGrant(context: RuleContext, statement: Statement): Grant | undefined {
  const resources = allResources(context, statement);
  if (statement.effect !== 'Allow' || resources === undefined) {
    return undefined;
  }
  const actions = expandedActions(context, statement).filter(
    (item) => item.actions.every(isAliasOperation) && resources.some((each) => canBeAlias(each) || canBeKey(each)),
  );
  return actions.length === 0 ? undefined : { statement, resources, actions };
}

function isSame(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

/** Adds the ARN of all aliases, or of all keys, beside the ARN of the other half. */
function addHalfFix({ source }: RuleContext, { path }: Statement, item: ResourceItem, half: 'key' | 'alias'): Fix[] {
  if (item.arn?.service !== 'kms') {
    return [];
  }
  const added = replaceArnPart(item.text, 'resource', `${half}/*`);
  return [
    {
      title: l10n.t('Add the resource "{0}"', added),
      safe: false,
      edits: () => source.editor.insert([...path, 'Resource'], added),
    },
  ];
}
