import { POLICY_CHANGE_ACTION } from '../../knowledge/keyControl.js';
import { KMS_CRYPTOGRAPHIC_ACTIONS } from '../../knowledge/kmsActions.js';
import type { Statement } from '../../policy/model.js';
import { coversAction } from '../../policy/statementActions.js';
import type { RuleContext } from '../rule.js';
import { readKeyAdmins } from './keyAdmins.js';

/** True when an Allow of the policy may let somebody call one of the actions; unknown actions count. */
export function mayAllow({ policy }: RuleContext, ...actions: readonly string[]): boolean {
  return policy.statements.some(
    (statement) => statement.effect !== 'Deny' && actions.some((action) => coversAction(statement, action) !== 'no'),
  );
}

/**
 * True when a policy says all there is to say about who may use its key: it is complete, and nobody but administrators
 * may hand rights on by grants.
 */
export function isWholeStory(context: RuleContext): boolean {
  return readKeyAdmins(context) !== undefined && !context.policy.statements.some(givesGrants);
}

/** Administrators are allowed `kms:Create*`, which covers grants, in AWS's own statement for them. */
function givesGrants(statement: Statement): boolean {
  const isAdministration = coversAction(statement, POLICY_CHANGE_ACTION) === 'yes';
  return statement.effect === 'Allow' && !isAdministration && coversAction(statement, 'kms:CreateGrant') !== 'no';
}

/** Every action that uses the key material. */
export const KEY_USES: readonly string[] = KMS_CRYPTOGRAPHIC_ACTIONS.map((name) => `kms:${name}`);
