import { expandActionPattern } from '../../knowledge/actionLookup.js';
import { KEY_CONTROL_ACTIONS } from '../../knowledge/keyControl.js';
import type { Statement } from '../../policy/model.js';
import { coversAction } from '../../policy/statementActions.js';
import { hasWildcard } from '../../policy/wildcard.js';
import type { RuleContext } from '../rule.js';
import { type ActionItem, actionItemsOf } from './actionItems.js';
import { type ForeignPrincipal, foreignPrincipalsOf } from './foreignPrincipals.js';
import { isEveryAction } from './unlimitedActions.js';

/** An entry of `Action` in a statement that names principals of other accounts. */
export interface ForeignAction extends ActionItem {
  readonly principals: readonly ForeignPrincipal[];
}

/**
 * What statements of a key policy allow to principals of other accounts, entry by entry.
 *
 * @param statements those that matter, since nearly every statement allows something
 * @param isMeant tells the entries that matter
 */
export function* foreignActions(
  context: RuleContext,
  statements: readonly Statement[],
  isMeant: (text: string) => boolean,
): Generator<ForeignAction> {
  for (const statement of statements) {
    const items = actionItemsOf(context, statement).filter(({ text }) => isMeant(text));
    const principals = items.length === 0 ? [] : foreignPrincipalsOf(context, statement);
    for (const item of principals.length === 0 ? [] : items) {
      yield { ...item, principals };
    }
  }
}

/** True for an Allow with a governing pattern, or with the permission to make grants. */
export function mayGovern(statement: Statement, context: RuleContext): boolean {
  const { effect, action } = statement;
  return (
    effect === 'Allow' &&
    action?.negated === false &&
    (coversAction(statement, 'kms:CreateGrant') !== 'no' ||
      actionItemsOf(context, statement).some(({ text }) => isGoverningPattern(context, text)))
  );
}

/** True for a pattern that covers an action by which the key itself is governed: `kms:*`, `kms:Put*`, `kms:Create*`. */
export function isGoverningPattern({ reference }: Pick<RuleContext, 'reference'>, text: string): boolean {
  if (isEveryAction(text)) {
    return true;
  }
  return (
    hasWildcard(text) &&
    expandActionPattern(reference, text).some(({ id }) => KEY_CONTROL_ACTIONS.includes(id) || id === 'kms:CreateGrant')
  );
}
