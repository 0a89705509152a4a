import { getKmsConditionKey } from '../../knowledge/kmsConditionKeys.js';
import { isSameKey } from './conditions.js';

/** True for condition keys whose value is the code of a Region. */
export function isRegionKey(key: string): boolean {
  return isSameKey(key, 'aws:RequestedRegion') || getKmsConditionKey(key)?.valueForm === 'region';
}
