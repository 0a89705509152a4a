import * as l10n from '@vscode/l10n';
import type { Action } from '../knowledge/serviceReference.js';
import { defineRule } from './rule.js';
import { canBeResourceOf, expandedActions } from './support/actionResources.js';
import { isSoundArn } from './support/arnFaults.js';
import { removeItemFix } from './support/fixes.js';
import { isAliasArn, isKeyOperation } from './support/kmsResources.js';
import { isBareLogGroup, worksOnStreams } from './support/logStreams.js';
import { allResources, type ResourceItem } from './support/resourceItems.js';

/** An action that works on none of the statement's resources is neither allowed nor denied by it. */
export const resourceActionMismatch = defineRule({
  id: 'resource-action-mismatch',
  defaultLevel: 'warning',
  tags: ['correctness'],
  // Policies on a resource: resource-foreign-arn, bucket-object-suffix, logs-stream-suffix-missing.
  kinds: ['identity-policy', 'vpc-endpoint-policy', 'scp', 'rcp'],
  scope: 'statement',
  catalogue: ['resource-action-mismatch'],
  peers: ['RESOURCE_MISMATCH', 'I3510', 'resource_mismatch'],
  fixable: 'sometimes',

  *check(context) {
    for (const statement of context.policy.statements) {
      const resources = allResources(context, statement) ?? [];
      // What is wrong with an ARN is reported at the ARN.
      const areSound = resources.every(({ arn }) => arn !== undefined && isSoundArn(context.reference, arn));
      for (const item of resources.length > 0 && areSound ? expandedActions(context, statement) : []) {
        const [first] = item.actions;
        if (first === undefined || !item.actions.every((action) => isVoid(action, resources))) {
          continue;
        }
        const types = [...new Set(first.resources.map(({ type }) => `"${type.arn}"`))];
        yield {
          span: item.value.span,
          message: l10n.t(
            'Ineffective action "{0}": it works on {1}, and the statement names no such resource.',
            item.text,
            types.slice(0, 2).join(', '),
          ),
          fixes: item.isOneOfSeveral ? [removeItemFix(context, item.path, item.text, false)] : [],
        };
      }
    }
  },
});

/** Whether an action meets none of the resources, for a reason that no other rule reports. */
function isVoid(action: Action, resources: readonly ResourceItem[]): boolean {
  if (action.resources.length === 0 || resources.some((resource) => canBeResourceOf(action, resource))) {
    return false;
  }
  const isAboutAlias = isKeyOperation(action) && resources.some(isAliasArn);
  const isAboutStreams = worksOnStreams(action) && resources.some(isBareLogGroup);
  const isAboutObjects = action.service === 's3' && resources.some(({ arn }) => arn?.service === 's3');
  return !isAboutAlias && !isAboutStreams && !isAboutObjects;
}
