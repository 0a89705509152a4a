import * as l10n from '@vscode/l10n';
import type { Statement } from '../policy/model.js';
import { coversAction } from '../policy/statementActions.js';
import { defineRule, type Fix, type RuleContext } from './rule.js';
import { attestationConditions, attestedStatements, enclaveActions, isClosedByDeny } from './support/attestation.js';
import { demandsKey } from './support/conditions.js';
import { addStatementFix } from './support/newStatements.js';
import { namedAccounts } from './support/principalKinds.js';
import { isUnfinished } from './support/unfinished.js';

/** The account statement lets IAM policies give what the enclave statement ties to an attested image. */
export const enclaveAttestationBypass = defineRule({
  id: 'enclave-attestation-bypass',
  defaultLevel: 'info',
  tags: ['security'],
  kinds: ['key-policy'],
  catalogue: ['enclave-attestation-bypass'],
  peers: ['kms_key_enclave_attestation_bypassable_path'],
  fixable: 'sometimes',

  *check(context) {
    const guarded = enclaveActions(context).filter((name) => !isClosedByDeny(context, name));
    for (const statement of guarded.length === 0 ? [] : context.policy.statements) {
      const open = guarded.filter((name) => coversAction(statement, `kms:${name}`) === 'yes');
      const [account] = namedAccounts(statement);
      const [first] = open;
      if (first === undefined || account === undefined || !isOpenAllow(context, statement)) {
        continue;
      }
      yield {
        span: account.value.span,
        message: l10n.t(
          'Unattested path through "{0}": IAM policies of the account can allow "{1}" without an enclave, and no Deny stops them.',
          account.value.known,
          `kms:${first}`,
        ),
        fixes: denyFix(context, guarded),
      };
      return; // one Deny closes every such path
    }
  },
});

function isOpenAllow(context: RuleContext, statement: Statement): boolean {
  return (
    statement.effect === 'Allow' &&
    !isUnfinished(context, context.policy.span) &&
    statement.conditions.every(({ key }) => key.known !== undefined) &&
    attestationConditions(context, statement).length === 0
  );
}

/** A Deny of requests without the measurement that the enclave statements ask for. */
function denyFix(context: RuleContext, actions: readonly string[]): Fix[] {
  const [condition] = attestedStatements(context)
    .flatMap((statement) => attestationConditions(context, statement))
    .map((found) => found.condition)
    .filter(demandsKey);
  if (condition === undefined) {
    return [];
  }
  const statement = {
    Sid: 'DenyUseOutsideOfEnclaves',
    Effect: 'Deny',
    Principal: { AWS: '*' },
    Action: actions.map((name) => `kms:${name}`),
    Resource: '*',
    Condition: { Null: { [condition.keyName]: 'true' } },
  };
  return addStatementFix(context, statement, l10n.t('Add a statement that denies use outside of enclaves'));
}
