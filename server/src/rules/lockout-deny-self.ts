import * as l10n from '@vscode/l10n';
import { POLICY_CHANGE_ACTION } from '../knowledge/keyControl.js';
import { readAwsPrincipal } from '../policy/awsPrincipal.js';
import { matchAction } from '../policy/evaluate/matchText.js';
import type { Principal, Statement } from '../policy/model.js';
import { accountOfPrincipal } from '../policy/principalAccount.js';
import { coversAction } from '../policy/statementActions.js';
import { findEntry } from '../source/sourceNode.js';
import { defineRule, type RuleContext } from './rule.js';
import { isUnfinished } from './support/unfinished.js';

/** An explicit Deny wins over every Allow, the account root user's included. */
export const lockoutDenySelf = defineRule({
  id: 'lockout-deny-self',
  defaultLevel: 'error',
  tags: ['lockout'],
  kinds: ['key-policy'],
  catalogue: ['lockout-deny-self'],
  fixable: 'never',

  *check(context) {
    for (const statement of context.policy.statements) {
      const { effect, action, node, principal } = statement;
      if (effect !== 'Deny' || action === undefined || principal === undefined || principal.negated) {
        continue;
      }
      if (findEntry(node, 'Condition') !== undefined || isUnfinished(context, node.span)) {
        continue;
      }
      const denied = principal.principals.find((item) => locksOut(context, item));
      if (denied === undefined || coversAction(statement, POLICY_CHANGE_ACTION) !== 'yes') {
        continue;
      }
      const value = action.values.find((item) => matchAction(item, POLICY_CHANGE_ACTION) === 'yes');
      yield {
        span: action.negated || value === undefined ? action.entry.key.span : value.span,
        message: l10n.t(
          'Unconditional Deny of "{0}" for "{1}": an explicit Deny wins over every Allow, so nobody could change the key policy again.',
          POLICY_CHANGE_ACTION,
          denied.value.known ?? '',
        ),
      };
    }
  },
});

/** Everyone; or an account, when nobody outside of it is allowed to change the policy either. */
function locksOut({ policy }: RuleContext, { type, value }: Principal): boolean {
  if (type === '*') {
    return true;
  }
  const principal = type === 'AWS' && value.known !== undefined ? readAwsPrincipal(value.known) : undefined;
  if (principal?.kind === 'everyone') {
    return true;
  }
  const account = principal?.kind === 'account' ? principal.account : undefined;
  return account !== undefined && policy.statements.every((statement) => leavesNobodyOutside(statement, account));
}

function leavesNobodyOutside(statement: Statement, account: string): boolean {
  if (statement.effect === 'Deny' || coversAction(statement, POLICY_CHANGE_ACTION) === 'no') {
    return true;
  }
  const { principal } = statement;
  return (
    principal !== undefined &&
    !principal.negated &&
    principal.principals.every(
      ({ type, value }) => type !== '*' && value.known !== undefined && accountOfPrincipal(value.known) === account,
    )
  );
}
