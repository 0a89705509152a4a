import type { Operation } from '../service.js';
import { authorizeKey } from './authorize.js';
import { resolveKey } from './resolveKey.js';

/** KMS began to record the use of keys on a day of 2025; older keys may have been used before (API reference). */
const TRACKING_SINCE_MS = Date.UTC(2025, 9, 1);

const getKeyLastUsage: Operation = (call) => {
  const { key } = resolveKey(call);
  authorizeKey(call, key, 'kms:GetKeyLastUsage');
  return {
    KeyId: key.id,
    KeyLastUsage:
      key.lastUsage === undefined
        ? {}
        : {
            Operation: key.lastUsage.operation,
            Timestamp: key.lastUsage.atMs / 1000,
            CloudTrailEventId: `event-${key.id}`,
            KmsRequestId: `request-${key.id}`,
          },
    TrackingStartDate: Math.max(TRACKING_SINCE_MS, key.createdMs) / 1000,
    KeyCreationDate: key.createdMs / 1000,
  };
};

export const usageOperations: readonly (readonly [string, Operation])[] = [['GetKeyLastUsage', getKeyLastUsage]];
