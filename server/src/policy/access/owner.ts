import { POLICY_CHANGE_ACTION } from '../../knowledge/keyControl.js';
import { readAwsPrincipal } from '../awsPrincipal.js';
import { findOnlyAccount } from '../mentions.js';
import type { Policy } from '../model.js';
import { coversAction } from '../statementActions.js';

/**
 * The account that a key most probably belongs to: the only one that its policy names, or the only one that the policy
 * lets change it, since that does not work across accounts (kms-facts section 4). Undefined when neither tells.
 */
export function inferOwner(policy: Policy): string | undefined {
  const only = findOnlyAccount(policy);
  if (only !== undefined) {
    return only;
  }
  const managers = new Set(
    policy.statements.flatMap((statement) =>
      statement.effect === 'Allow' && coversAction(statement, POLICY_CHANGE_ACTION) === 'yes'
        ? (statement.principal?.principals ?? []).flatMap(({ value }) => {
            const principal = readAwsPrincipal(value.known ?? '');
            return principal.kind === 'account' ? [principal.account] : [];
          })
        : [],
    ),
  );
  return managers.size === 1 ? [...managers][0] : undefined;
}
