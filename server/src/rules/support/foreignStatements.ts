import { expandActionPattern } from '../../knowledge/actionLookup.js';
import { KEY_CONTROL_ACTIONS } from '../../knowledge/keyControl.js';
import { hasWildcard } from '../../policy/wildcard.js';
import type { RuleContext } from '../rule.js';
import { type ActionItem, actionItemsOf } from './actionItems.js';
import { type ForeignPrincipal, foreignPrincipalsByStatement } from './foreignPrincipals.js';
import { isEveryAction } from './unlimitedActions.js';

/** An entry of `Action` in a statement that names principals of other accounts. */
export interface ForeignAction extends ActionItem {
  readonly principals: readonly ForeignPrincipal[];
}

/** What a key policy allows to principals of other accounts, entry by entry. */
export function* foreignActions(context: RuleContext): Generator<ForeignAction> {
  const byStatement = foreignPrincipalsByStatement(context);
  for (const [statement, principals] of byStatement) {
    for (const item of statement.action?.negated === false ? actionItemsOf(context, statement) : []) {
      yield { ...item, principals };
    }
  }
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
