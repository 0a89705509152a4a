import * as l10n from '@vscode/l10n';
import { findEveryone } from '../policy/exposure.js';
import type { Principal, Statement } from '../policy/model.js';
import { coversAction } from '../policy/statementActions.js';
import { defineRule, type RuleContext } from './rule.js';
import { attestationConditions, attestedStatements, enclaveActions, isClosedByDeny } from './support/attestation.js';
import { namedIdentities } from './support/principalKinds.js';
import { isUnfinished } from './support/unfinished.js';

/** What only an enclave should get: plaintext that already exists. Data keys are made outside of enclaves too. */
const SENSITIVE: readonly string[] = ['Decrypt', 'DeriveSharedSecret'];

/** A key that is for enclaves gives nothing away when other principals may decrypt without one. */
export const enclaveAttestationMissing = defineRule({
  id: 'enclave-attestation-missing',
  defaultLevel: 'warning',
  tags: ['security'],
  kinds: ['key-policy'],
  catalogue: ['enclave-attestation-missing'],
  peers: ['kms_key_enclave_attestation_not_enforced'],
  fixable: 'never',

  *check(context) {
    const guarded = enclaveActions(context).filter(
      (name) => SENSITIVE.includes(name) && !isClosedByDeny(context, name),
    );
    for (const statement of guarded.length === 0 ? [] : context.policy.statements) {
      const action = guarded.find((name) => coversAction(statement, `kms:${name}`) === 'yes');
      const principal = findNamed(statement);
      if (action === undefined || principal === undefined || !isUnattestedAllow(context, statement)) {
        continue;
      }
      yield {
        span: principal.value.span,
        // Others may be meant to read the same data; for whoever runs the enclave the statement undoes the other one.
        ...(!isEnclaveParent(context, principal) && { level: 'info' as const }),
        message: l10n.t(
          'Unattested principal "{0}": the key is meant for enclaves, and this statement allows "{1}" without a condition on "kms:RecipientAttestation".',
          principal.value.known ?? '',
          `kms:${action}`,
        ),
      };
    }
  },
});

function isUnattestedAllow(context: RuleContext, statement: Statement): boolean {
  return (
    statement.effect === 'Allow' &&
    !isUnfinished(context, statement.span) &&
    statement.conditions.every(({ key, operator }) => key.known !== undefined && operator.known !== undefined) &&
    attestationConditions(context, statement).length === 0
  );
}

/** A principal that an attested statement names too. */
function isEnclaveParent(context: RuleContext, { value }: Principal): boolean {
  return attestedStatements(context).some(({ principal }) =>
    principal?.principals.some((other) => other.value.known === value.known),
  );
}

/** Everyone, or the first user or role; what an account's IAM policies give is for enclave-attestation-bypass. */
function findNamed(statement: Statement): Principal | undefined {
  const everyone = statement.principal?.negated === false ? findEveryone(statement.principal) : undefined;
  return everyone ?? namedIdentities(statement)[0];
}
