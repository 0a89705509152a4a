import { type ActionText, expandActionPattern, parseActionText } from '../../knowledge/actionLookup.js';
import type { Statement } from '../../policy/model.js';
import { isEveryResource } from '../../policy/resourceReach.js';
import { hasWildcard } from '../../policy/wildcard.js';
import type { RuleContext } from '../rule.js';
import { type ActionItem, actionItems } from './actionItems.js';
import { mentions } from './elements.js';
import { isUnfinished } from './unfinished.js';

/** An action or pattern of an Allow, with the actions that it stands for. */
export interface AllowedAction extends ActionItem {
  /** `service:Name`, as AWS spells it; empty for `*` and for what AWS does not know. */
  readonly ids: readonly string[];
}

/** The entries of `Action` in Allow statements without a condition. Half-typed statements are left out. */
export function* unconditionalActions(context: RuleContext): Generator<AllowedAction> {
  for (const item of actionItems(context)) {
    const { statement, element, text } = item;
    if (statement.effect !== 'Allow' || element.negated || hasCondition(statement)) {
      continue;
    }
    if (!isUnfinished(context, statement.span)) {
      yield { ...item, ids: expandActionPattern(context.reference, text).map(({ id }) => id) };
    }
  }
}

/** Those of `unconditionalActions` that are allowed on every resource. */
export function* unlimitedActions(context: RuleContext): Generator<AllowedAction> {
  for (const item of unconditionalActions(context)) {
    if (isUnlimited(item.statement)) {
      yield item;
    }
  }
}

/** Any condition may be what limits a statement: which ones do is not guessed here. */
export function hasCondition({ node }: Statement): boolean {
  return mentions(node, 'statement', 'Condition');
}

/** True when one of the resources of a statement is every resource. */
export function isUnlimited({ resource }: Statement): boolean {
  return (
    resource?.negated === false && resource.values.some(({ known }) => known !== undefined && isEveryResource(known))
  );
}

/** True for `*` and `*:*`, every action of every service. */
export function isEveryAction(text: string): boolean {
  const parsed: ActionText = parseActionText(text);
  return parsed.kind === 'all' || text === '*:*';
}

/** True for `kms:*` and for other patterns that stand for every action of KMS. */
export function isEveryKmsAction({ reference }: Pick<RuleContext, 'reference'>, text: string): boolean {
  const parsed = parseActionText(text);
  if (parsed.kind !== 'action' || !parsed.wildcard || parsed.service.toLowerCase() !== 'kms') {
    return false;
  }
  return expandActionPattern(reference, text).length === reference.findService('kms')?.actionCount;
}

/** An entry as messages quote it: `"kms:Decrypt"`, or a pattern with what matters of it, `"s3:Get*" (s3:GetObject, …)`. */
export function quoteAction(text: string, ids: readonly string[]): string {
  const named = ids.slice(0, 3).join(', ');
  return hasWildcard(text) ? `"${text}" (${ids.length > 3 ? `${named}, …` : named})` : `"${text}"`;
}
