/**
 * KMS permissions that decide over a key's existence and over who may use it: who holds one can take the key over, or
 * take it away from everybody. A service that encrypts with the key needs none of them. Check catalogue, row 189; KMS
 * guide, "Default key policy", key administrators.
 */
export const KEY_CONTROL_ACTIONS: readonly string[] = ['kms:PutKeyPolicy', 'kms:ScheduleKeyDeletion', 'kms:DisableKey'];

/** The permission that the lockout safety check of KMS asks for (kms-facts section 4). */
export const POLICY_CHANGE_ACTION = 'kms:PutKeyPolicy';

/** KMS permissions that decide who may use a key, or carry it to another Region. Check-catalogue row 82. */
export const KEY_PERMISSION_ACTIONS: readonly string[] = [
  'kms:CreateGrant',
  'kms:PutKeyPolicy',
  'kms:ReplicateKey',
  'kms:RetireGrant',
  'kms:RevokeGrant',
];

/**
 * KMS permissions that take a key, its material or its rotation away from everybody who uses it. Check-catalogue row 84;
 * kms-facts section 6.
 */
export const KEY_DESTRUCTION_ACTIONS: readonly string[] = [
  'kms:DeleteImportedKeyMaterial',
  'kms:DisableKey',
  'kms:DisableKeyRotation',
  'kms:ScheduleKeyDeletion',
];

/** What a user of a symmetric key needs, as the console writes it (kms-facts Annex C4). */
export const KEY_USE_ACTIONS: readonly string[] = [
  'kms:Encrypt',
  'kms:Decrypt',
  'kms:ReEncrypt*',
  'kms:GenerateDataKey*',
  'kms:DescribeKey',
];

/**
 * Keys of conditions that somebody who may administer a key can fail to meet all of a sudden: a lost MFA device, another
 * network, a date that passes, an account that leaves its organization, a tag that is taken away.
 */
const PERISHABLE_KEYS: ReadonlySet<string> = new Set([
  'aws:currenttime',
  'aws:epochtime',
  'aws:multifactorauthage',
  'aws:multifactorauthpresent',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:sourceip',
  'aws:sourcevpc',
  'aws:sourcevpcarn',
  'aws:sourcevpce',
  'aws:tokenissuetime',
  'aws:vpceaccount',
  'aws:vpceorgid',
  'aws:vpceorgpaths',
  'aws:vpcsourceip',
  'kms:viaservice',
]);

/** True for a condition key, in any case, on which the administration of a key should not hang alone. */
export function isPerishableKey(key: string): boolean {
  const name = key.toLowerCase();
  return PERISHABLE_KEYS.has(name) || name.startsWith('aws:principaltag/');
}
