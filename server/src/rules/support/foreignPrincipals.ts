import { accountOfPrincipal, readAwsPrincipal } from '../../policy/awsPrincipal.js';
import { recall } from '../../policy/memo.js';
import type { Statement } from '../../policy/model.js';
import { findOwnerAccount } from '../../policy/ownerAccount.js';
import type { RuleContext } from '../rule.js';
import { type PrincipalValue, principalValues, principalValuesOf } from './principalValues.js';
import { isUnfinished } from './unfinished.js';

/** A principal of another account than the one that owns what the policy is attached to. */
export interface ForeignPrincipal extends PrincipalValue {
  readonly account: string;
  /** The account itself, and so whomever its IAM policies let in. */
  readonly isWholeAccount: boolean;
}

/** The principals of other accounts in complete Allow statements; none while the owner is not known. */
export function foreignPrincipals(context: RuleContext, owner?: string): readonly ForeignPrincipal[] {
  return owner === undefined
    ? recall(context.memo, context.policy, findForOwner, context)
    : [...findForeign(context, owner)];
}

function findForOwner(context: RuleContext): readonly ForeignPrincipal[] {
  return [...findForeign(context, findOwnerAccount(context.policy, context.facts))];
}

function* findForeign(context: RuleContext, owner: string | undefined): Generator<ForeignPrincipal> {
  if (owner === undefined) {
    return;
  }
  for (const item of principalValues(context, 'AWS')) {
    const isGrant = item.statement.effect === 'Allow' && !item.element.negated;
    const foreign = isGrant ? toForeign(context, item, owner) : undefined;
    if (foreign !== undefined) {
      yield foreign;
    }
  }
}

function toForeign(context: RuleContext, item: PrincipalValue, owner: string): ForeignPrincipal | undefined {
  const account = accountOfPrincipal(item.text);
  return account === undefined || account === owner || isUnfinished(context, item.statement.span)
    ? undefined
    : { ...item, account, isWholeAccount: readAwsPrincipal(item.text).kind === 'account' };
}

/** Those of `foreignPrincipals`, by the statement that names them. */
export function foreignPrincipalsByStatement(
  context: RuleContext,
): ReadonlyMap<Statement, readonly ForeignPrincipal[]> {
  return recall(context.memo, context.policy, groupForeign, context);
}

/** Those of one statement. */
export function foreignPrincipalsOf(context: RuleContext, statement: Statement): readonly ForeignPrincipal[] {
  const owner = findOwnerAccount(context.policy, context.facts);
  return owner === undefined || statement.effect !== 'Allow' || statement.principal?.negated !== false
    ? []
    : principalValuesOf(context, statement, 'AWS').flatMap((item) => toForeign(context, item, owner) ?? []);
}

function groupForeign(context: RuleContext): ReadonlyMap<Statement, readonly ForeignPrincipal[]> {
  const byStatement = new Map<Statement, ForeignPrincipal[]>();
  for (const principal of foreignPrincipals(context)) {
    const list = byStatement.get(principal.statement);
    if (list === undefined) {
      byStatement.set(principal.statement, [principal]);
    } else {
      list.push(principal);
    }
  }
  return byStatement;
}
