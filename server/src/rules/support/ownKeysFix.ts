import { partitionOfRegion } from '../../knowledge/partitions.js';
import type { Statement } from '../../policy/model.js';
import type { Fix, RuleContext } from '../rule.js';
import { expandedActions, isWhollyExpanded } from './actionResources.js';
import { replaceStringFix } from './fixes.js';
import { isKeyOperation } from './kmsResources.js';
import { ownerAccount } from './owner.js';
import type { ResourceItem } from './resourceItems.js';

/**
 * Names the keys of the own account in the place of a resource that stands for all. Only where the account is known, and
 * where the statement is about keys and nothing else.
 */
export function ownKeysFix(context: RuleContext, statement: Statement, { arn, value }: ResourceItem): Fix[] {
  const account = ownerAccount(context);
  const expanded = expandedActions(context, statement);
  const isAboutKeys =
    isWhollyExpanded(statement, expanded) && expanded.every(({ actions }) => actions.every(isKeyOperation));
  const partition = arn?.partition ?? partitionOfRegion(context.facts.region ?? '')?.id ?? 'aws';
  return account === undefined || !isAboutKeys
    ? []
    : replaceStringFix(context, value, `arn:${partition}:kms:*:${account}:key/*`, false);
}
