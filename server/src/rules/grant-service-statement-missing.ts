import * as l10n from '@vscode/l10n';
import { DATA_KEY_ACTIONS, isGrantMakingRole, makesGrantsForCallers } from '../knowledge/serviceKeyUse.js';
import { select } from '../policy/memo.js';
import type { Statement } from '../policy/model.js';
import { coversAction } from '../policy/statementActions.js';
import { defineRule, type Fix, type RuleContext } from './rule.js';
import { CREATE_GRANT } from './support/createGrant.js';
import { isGivenElsewhere } from './support/elsewhere.js';
import { mayDelegateToIam } from './support/keyAdmins.js';
import { addStatementFix } from './support/newStatements.js';
import { type KnownPrincipal, namedIdentities } from './support/principalKinds.js';
import { isUnfinished } from './support/unfinished.js';
import { demandedViaServices } from './support/viaService.js';

/** EBS and RDS go on using a key by a grant; without the right to make one nothing starts (kms-facts 26.c). */
export const grantServiceStatementMissing = defineRule({
  id: 'grant-service-statement-missing',
  defaultLevel: 'warning',
  tags: ['correctness', 'encryption'],
  kinds: ['key-policy'],
  catalogue: ['grant-service-statement-missing'],
  fixable: 'sometimes',

  *check(context) {
    const { policy } = context;
    const judged = new Set<string>();
    for (const statement of isUnfinished(context, policy.span) ? [] : select(context, mayNeedGrants)) {
      const user = findGrantMaker(context, statement);
      if (user === undefined || judged.has(user.value.known)) {
        continue;
      }
      judged.add(user.value.known);
      if (!isGivenElsewhere(policy, onlyFor(statement, user), [CREATE_GRANT])) {
        yield {
          span: user.value.span,
          message: l10n.t(
            'Incomplete permissions for "{0}": encrypted volumes and databases need "{1}" as well, which no statement allows it.',
            user.value.known,
            CREATE_GRANT,
          ),
          fixes: grantFix(context, statement, user),
        };
      }
    }
  },
});

/** Allows the use of the key and no grants, to somebody who may need them. */
function mayNeedGrants(statement: Statement, context: RuleContext): boolean {
  return (
    statement.effect === 'Allow' &&
    coversAction(statement, CREATE_GRANT) === 'no' &&
    ['kms:Decrypt', ...DATA_KEY_ACTIONS].some((name) => coversAction(statement, name) === 'yes') &&
    (namedIdentities(statement).some(isGrantMaker) || isForGrants(context, statement))
  );
}

/**
 * A service-linked role that attaches volumes; or whoever may come through EBS or RDS only, in a policy that leaves nothing
 * to IAM policies, which could hold the permission.
 */
function findGrantMaker(context: RuleContext, statement: Statement): KnownPrincipal | undefined {
  const identities = namedIdentities(statement);
  const role = identities.find(isGrantMaker);
  if (role !== undefined) {
    return role;
  }
  return isForGrants(context, statement) && !mayDelegateToIam(context) ? identities[0] : undefined;
}

function isGrantMaker({ value }: KnownPrincipal): boolean {
  return isGrantMakingRole(value.known);
}

function isForGrants(context: RuleContext, statement: Statement): boolean {
  return demandedViaServices(context, statement)?.every(({ prefix }) => makesGrantsForCallers(prefix)) === true;
}

/** The statement as if it named this principal alone. */
function onlyFor(statement: Statement, principal: KnownPrincipal): Statement {
  const { principal: element } = statement;
  return element === undefined ? statement : { ...statement, principal: { ...element, principals: [principal] } };
}

/** The console's statement for attached resources (kms-facts Annex C8), for this principal. */
function grantFix(context: RuleContext, statement: Statement, { value }: KnownPrincipal): Fix[] {
  const added = {
    Effect: 'Allow',
    Principal: { AWS: value.known },
    Action: CREATE_GRANT,
    Resource: '*',
    Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
  };
  const title = l10n.t('Add a statement that allows grants for AWS services');
  return addStatementFix(context, added, title, statement);
}
