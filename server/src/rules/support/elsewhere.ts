import { findEveryone } from '../../policy/exposure.js';
import type { Policy, Statement } from '../../policy/model.js';
import { coversAction } from '../../policy/statementActions.js';

/**
 * Whether another Allow of the policy gives the principals of a statement one of the actions, or may do so. What an
 * account's IAM policies add does not count. In a policy without principals every statement is for the same one.
 */
export function isGivenElsewhere({ statements }: Policy, statement: Statement, actions: readonly string[]): boolean {
  return statements.some(
    (other) =>
      other !== statement &&
      other.effect === 'Allow' &&
      actions.some((action) => coversAction(other, action) !== 'no') &&
      sharesPrincipal(other, statement),
  );
}

function sharesPrincipal({ principal: other }: Statement, { principal: own }: Statement): boolean {
  if (own === undefined || other === undefined || other.negated || own.negated) {
    return true;
  }
  if (findEveryone(other) !== undefined) {
    return true;
  }
  return other.principals.some(
    ({ value }) =>
      value.known === undefined || own.principals.some((principal) => principal.value.known === value.known),
  );
}
