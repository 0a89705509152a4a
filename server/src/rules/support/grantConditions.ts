import { getKmsAction } from '../../knowledge/kmsActions.js';
import { getKmsConditionKey } from '../../knowledge/kmsConditionKeys.js';

/** A key that requests to create grants carry, and no cryptographic operation does. */
export function isGrantKey(key: string): boolean {
  const operations = getKmsConditionKey(key)?.operations ?? [];
  return operations.includes('CreateGrant') && operations.every((name) => !isUseOfKey(name));
}

/** Cryptographic operations, and what goes with them: everything that a grant can give except grants themselves. */
export function isUseOfKey(name: string): boolean {
  const action = getKmsAction(name);
  const isAboutGrants = /grant/i.test(name);
  return action !== undefined && (action.cryptographic || (action.grantable && !isAboutGrants));
}
