import { POLICY_CHANGE_ACTION } from '../../knowledge/keyControl.js';
import { readAwsPrincipal } from '../../policy/awsPrincipal.js';
import type { Principal, Statement } from '../../policy/model.js';
import { coversAction } from '../../policy/statementActions.js';
import { findEntry } from '../../source/sourceNode.js';
import type { RuleContext } from '../rule.js';
import { accountOfPrincipal } from './principalAccounts.js';
import { isUnfinished } from './unfinished.js';

/**
 * The principal whose unconditional Deny leaves nobody who may change the key policy: everyone, or an account when nobody
 * outside of it is allowed to. Undefined for any other statement.
 */
export function findSelfLockout(context: RuleContext, statement: Statement): Principal | undefined {
  const { effect, action, node, principal } = statement;
  if (effect !== 'Deny' || action === undefined || principal === undefined || principal.negated) {
    return undefined;
  }
  if (findEntry(node, 'Condition') !== undefined || isUnfinished(context, node.span)) {
    return undefined;
  }
  const denied = principal.principals.find((item) => locksOut(context, item));
  return coversAction(statement, POLICY_CHANGE_ACTION) === 'yes' ? denied : undefined;
}

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
    principal.principals.every((item) => accountOfPrincipal(item) === account)
  );
}
