import { KMS_ACTIONS } from './kmsActions.js';
import { getKmsConditionKey } from './kmsConditionKeys.js';

/**
 * What KMS compares of an attestation document of AWS Nitro Enclaves or NitroTPM: kms-facts section 8.
 * https://docs.aws.amazon.com/kms/latest/developerguide/conditions-nitro-enclave.html
 */

const PREFIX = 'kms:recipientattestation:';

/** Digits of a SHA-384 value, which is what enclaves measure with. */
export const MEASUREMENT_DIGITS = 96;

/** Registers that say which image runs; they are the same wherever it runs. `ImageSha384` is another name of PCR0. */
export const IMAGE_REGISTERS: readonly string[] = ['ImageSha384', 'PCR0', 'PCR1', 'PCR2'];

/** Bare names of the operations on a key whose requests can carry an attestation document. */
export const ATTESTED_ACTIONS: readonly string[] = KMS_ACTIONS.filter(
  ({ conditionKeys, keyTypes }) =>
    conditionKeys.includes('kms:RecipientAttestation:ImageSha384') && keyTypes.length > 0,
).map(({ name }) => name);

/**
 * The measurement that a condition key compares, as AWS spells it: `PCR0`, `NitroTPMPCR4`, `ImageSha384`. Undefined for
 * every other condition key; case of `key` does not matter.
 */
export function attestedRegisterOf(key: string): string | undefined {
  if (getKmsConditionKey(key)?.valueForm !== 'pcr-hex') {
    return undefined;
  }
  const name = key.slice(PREFIX.length).toLowerCase();
  if (name === 'imagesha384') {
    return 'ImageSha384';
  }
  const number = Number(/\d+$/.exec(name)?.[0]);
  return `${name.startsWith('nitrotpm') ? 'NitroTPMPCR' : 'PCR'}${number}`;
}
