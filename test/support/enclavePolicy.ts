import { allow, keyPolicy, role } from './adminPolicy.js';

/** A measurement as KMS writes it. */
export const MEASUREMENT = '0a1b2c3d4e5f60718293a4b5c6d7e8f9'.repeat(3);

/** A condition on PCR0, or on the registers given, as JSON text. */
export function attested(operator = 'StringEqualsIgnoreCase', ...registers: readonly string[]): string {
  const tests = (registers.length === 0 ? ['PCR0'] : registers)
    .map((register) => `"kms:RecipientAttestation:${register}": "${MEASUREMENT}"`)
    .join(', ');
  return `{ "${operator}": { ${tests} } }`;
}

/** The same statement with a condition. */
export function conditioned(statement: string, condition: string): string {
  return statement.replace(/ }$/, `, "Condition": ${condition} }`);
}

/** The statement by which a role's enclaves decrypt. */
export const ENCLAVE_STATEMENT = conditioned(allow(role('EnclaveParent'), '"kms:Decrypt"'), attested());

/** A key policy with it, before these. */
export function enclavePolicy(...statements: readonly string[]): string {
  return keyPolicy([ENCLAVE_STATEMENT, ...statements]);
}

/** A Deny for everyone of what does not come from an enclave. */
export const DENY_WITHOUT_ENCLAVE =
  '{ "Effect": "Deny", "Principal": "*", "Action": "kms:Decrypt", "Resource": "*", "Condition": { "Null": { "kms:RecipientAttestation:PCR0": "true" } } }';
