import { encryptionContextKeyOf, getKmsConditionKey } from '../../knowledge/kmsConditionKeys.js';

/** True for condition keys on the encryption context: one pair of it, or the names in it. */
export function isContextConditionKey(key: string): boolean {
  return encryptionContextKeyOf(key) !== undefined || getKmsConditionKey(key)?.valueForm === 'context-key';
}
