import { ATTESTED_ACTIONS, attestedRegisterOf } from '../../knowledge/attestation.js';
import { findEveryone } from '../../policy/exposure.js';
import { select } from '../../policy/memo.js';
import type { Policy, Statement } from '../../policy/model.js';
import { coversAction } from '../../policy/statementActions.js';
import type { RuleContext } from '../rule.js';
import { demandsKey, type LegalCondition, readLegalConditions } from './conditions.js';

type Context = Pick<RuleContext, 'source' | 'policy' | 'memo'>;

/** A condition on a measurement of an enclave. */
export interface AttestationCondition {
  readonly condition: LegalCondition;
  /** `PCR0`, `ImageSha384`, … */
  readonly register: string;
}

/** The conditions of a statement on measurements of an enclave, whatever they ask of them. */
export function attestationConditions(
  context: Pick<RuleContext, 'source' | 'memo'>,
  statement: Statement,
): AttestationCondition[] {
  return readLegalConditions(context, statement).flatMap((condition) => {
    const register = attestedRegisterOf(condition.keyName);
    return register === undefined ? [] : [{ condition, register }];
  });
}

/** Those of them that only a request with an attestation document can meet. */
export function demandedAttestations(
  context: Pick<RuleContext, 'source' | 'memo'>,
  statement: Statement,
): AttestationCondition[] {
  return attestationConditions(context, statement).filter(({ condition }) => demandsKey(condition));
}

/** The statements by which a policy lets enclaves use the key, and only them. */
export function attestedStatements(context: Context): readonly Statement[] {
  return select(context, isAttested);
}

function isAttested(statement: Statement, context: Context): boolean {
  return statement.effect === 'Allow' && demandedAttestations(context, statement).length > 0;
}

/** Whether a Deny for everyone tests measurements for an action, so that no other statement lets it through. */
export function isClosedByDeny(context: { readonly policy: Policy }, actionName: string): boolean {
  return context.policy.statements.some(
    (statement) =>
      statement.effect === 'Deny' &&
      findEveryone(statement.principal) !== undefined &&
      coversAction(statement, `kms:${actionName}`) !== 'no' &&
      statement.conditions.some(({ key }) => key.known === undefined || attestedRegisterOf(key.known) !== undefined),
  );
}

/** Actions that answer with plaintext, and that a policy lets some enclave call. */
export function enclaveActions(context: Context): string[] {
  const attested = attestedStatements(context);
  return ATTESTED_ACTIONS.filter((name) =>
    attested.some((statement) => coversAction(statement, `kms:${name}`) === 'yes'),
  );
}
