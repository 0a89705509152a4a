import { encryptionContextKeyOf } from '../../knowledge/kmsConditionKeys.js';
import { TRAIL_CONTEXT_KEY } from '../../knowledge/logsResources.js';
import type { LegalCondition } from './conditions.js';

/** True for conditions on the encryption context of CloudTrail's files. */
export function testsTrailContext({ keyName }: LegalCondition): boolean {
  return encryptionContextKeyOf(keyName)?.toLowerCase() === TRAIL_CONTEXT_KEY;
}
