import * as l10n from '@vscode/l10n';
import { KEY_CONTROL_ACTIONS } from '../knowledge/keyControl.js';
import { readAwsPrincipal } from '../policy/awsPrincipal.js';
import { isAwsManagedKeyPolicy } from '../policy/managedKey.js';
import { select } from '../policy/memo.js';
import type { Statement } from '../policy/model.js';
import { coversAction } from '../policy/statementActions.js';
import { findEntry } from '../source/sourceNode.js';
import { defineRule, type RuleContext } from './rule.js';
import { findAdminEnd } from './support/adminDates.js';
import { readLegalConditions } from './support/conditions.js';
import { ownerAccount } from './support/owner.js';
import { type KnownPrincipal, namedAccounts } from './support/principalKinds.js';
import { isUnfinished } from './support/unfinished.js';

/**
 * IAM policies of the account work only as far as the statement for the account goes: under its conditions, and for its
 * actions (kms-facts section 4).
 */
export const keyRootConditional = defineRule({
  id: 'key-root-conditional',
  defaultLevel: 'info',
  tags: ['correctness'],
  kinds: ['key-policy'],
  catalogue: ['key-root-conditional'],
  fixable: 'never',

  *check(context) {
    const own = ownStatements(context);
    const [first] = own;
    if (first === undefined || own.some(({ statement }) => isComplete(statement))) {
      return;
    }
    if (findAdminEnd(context) !== undefined) {
      return; // lockout-expired-date
    }
    const [condition] = readLegalConditions(context, first.statement);
    yield {
      span: first.principal.value.span,
      message:
        condition === undefined
          ? l10n.t(
              'Limited delegation to "{0}": IAM policies of the account can allow the actions listed here and no others.',
              first.principal.value.known,
            )
          : l10n.t(
              'Limited delegation to "{0}": IAM policies of the account work only for requests that meet the condition on "{1}".',
              first.principal.value.known,
              condition.keyName,
            ),
    };
  },
});

interface OwnStatement {
  readonly statement: Statement;
  readonly principal: KnownPrincipal;
}

/** The Allow statements for the account that owns the key; none while it cannot be told, or the policy is AWS's own. */
function ownStatements(context: RuleContext): OwnStatement[] {
  const { policy } = context;
  const account = ownerAccount(context);
  if (account === undefined || isUnfinished(context, policy.span) || isAwsManagedKeyPolicy(policy)) {
    return [];
  }
  return select(context, delegates).flatMap((statement) => {
    const principal = namedAccounts(statement).find(({ value }) => {
      const named = readAwsPrincipal(value.known);
      return named.kind === 'account' && named.account === account;
    });
    return principal === undefined ? [] : [{ statement, principal }];
  });
}

function delegates(statement: Statement): boolean {
  return statement.effect === 'Allow' && statement.action !== undefined && namedAccounts(statement).length > 0;
}

/** Gives all that matters: use, and control of the key. What is not known until deployment counts as given. */
function isComplete(statement: Statement): boolean {
  const hasCondition = findEntry(statement.node, 'Condition') !== undefined;
  return (
    !hasCondition &&
    ['kms:Decrypt', 'kms:CreateGrant', ...KEY_CONTROL_ACTIONS].every((name) => coversAction(statement, name) !== 'no')
  );
}
