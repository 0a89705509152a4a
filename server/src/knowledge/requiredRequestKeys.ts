import type { Action } from './serviceReference.js';

/**
 * Whether every request for an action carries a condition key, because the call is refused without the parameter that
 * the key reports: grants without operations, tagging without tags (kms-facts section 7). False also means "not known".
 */
export function isCarriedByEveryRequest(action: Action, key: string): boolean {
  switch (key.toLowerCase()) {
    case 'kms:grantoperations':
      return action.id === 'kms:CreateGrant';
    case 'aws:tagkeys':
      return action.accessLevels.includes('Tagging');
    default:
      return false;
  }
}
