/**
 * KMS permissions that decide over a key's existence and over who may use it: who holds one can take the key over, or
 * take it away from everybody. A service that encrypts with the key needs none of them. Check catalogue, row 189; KMS
 * guide, "Default key policy", key administrators.
 */
export const KEY_CONTROL_ACTIONS: readonly string[] = ['kms:PutKeyPolicy', 'kms:ScheduleKeyDeletion', 'kms:DisableKey'];

/** The permission that the lockout safety check of KMS asks for (kms-facts section 4). */
export const POLICY_CHANGE_ACTION = 'kms:PutKeyPolicy';
