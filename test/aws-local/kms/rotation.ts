import type { Operation } from '../service.js';
import type { KeyRecord } from '../state/records.js';
import { AwsError } from '../wire/errors.js';
import { boundedInteger, type JsonObject } from '../wire/json.js';
import { authorizeKey } from './authorize.js';
import { requireKeyState } from './keyStates.js';
import { listPage } from './listing.js';
import { resolveKey } from './resolveKey.js';

const DAY_MS = 86_400_000;

const getKeyRotationStatus: Operation = (call) => {
  const { key } = resolveKey(call);
  authorizeKey(call, key, 'kms:GetKeyRotationStatus');
  requireKeyState('GetKeyRotationStatus', key);
  // While deletion is pending the status reads false, and comes back when deletion is cancelled (kms-facts 20).
  const isPendingDeletion = key.keyState.startsWith('Pending');
  return statusOf(key, key.rotation.isEnabled && !isPendingDeletion, call.nowMs);
};

function statusOf(key: KeyRecord, isEnabled: boolean, nowMs: number): JsonObject {
  const status = { KeyId: key.arn, KeyRotationEnabled: isEnabled };
  if (!isEnabled) {
    return status;
  }
  const periodMs = key.rotation.periodInDays * DAY_MS;
  const rounds = Math.max(1, Math.ceil((nowMs - key.rotation.enabledMs) / periodMs));
  return {
    ...status,
    RotationPeriodInDays: key.rotation.periodInDays,
    NextRotationDate: (key.rotation.enabledMs + rounds * periodMs) / 1000,
  };
}

const enableKeyRotation: Operation = (call) => {
  const { key } = resolveKey(call);
  const days = boundedInteger(
    call.input,
    'RotationPeriodInDays',
    { min: 90, max: 2560, fallback: 365 },
    'ValidationException',
  );
  authorizeKey(call, key, 'kms:EnableKeyRotation', { 'kms:RotationPeriodInDays': String(days) });
  requireRotatable('EnableKeyRotation', key);
  const rotation = { isEnabled: true, periodInDays: days, enabledMs: call.nowMs };
  call.state.keys.set(key.id, { ...key, rotation });
  return undefined;
};

const disableKeyRotation: Operation = (call) => {
  const { key } = resolveKey(call);
  authorizeKey(call, key, 'kms:DisableKeyRotation');
  requireRotatable('DisableKeyRotation', key);
  call.state.keys.set(key.id, { ...key, rotation: { ...key.rotation, isEnabled: false } });
  return undefined;
};

/** Rotations on demand that KMS takes of one key (kms-facts 20). */
const MAX_ON_DEMAND = 25;

const rotateKeyOnDemand: Operation = (call) => {
  const { key } = resolveKey(call);
  authorizeKey(call, key, 'kms:RotateKeyOnDemand');
  requireRotatable('RotateKeyOnDemand', key);
  if (key.onDemandRotationsMs.length >= MAX_ON_DEMAND) {
    throw new AwsError('LimitExceededException', 'The number of rotations on demand of this key is used up.');
  }
  call.state.keys.set(key.id, { ...key, onDemandRotationsMs: [...key.onDemandRotationsMs, call.nowMs] });
  return { KeyId: key.arn };
};

const listKeyRotations: Operation = (call) => {
  const { key } = resolveKey(call);
  authorizeKey(call, key, 'kms:ListKeyRotations');
  const ids = key.onDemandRotationsMs.map((_, index) => String(index).padStart(3, '0'));
  return listPage(call, ids, { max: 1000, fallback: 100 }, 'Rotations', key.id, (id) => ({
    KeyId: key.arn,
    RotationDate: (key.onDemandRotationsMs[Number(id)] ?? 0) / 1000,
    RotationType: 'ON_DEMAND',
  }));
};

/** Automatic rotation: symmetric encryption keys with AWS_KMS material, and not the replicas (kms-facts 18, 20). */
function requireRotatable(operation: string, key: KeyRecord): void {
  if (key.keySpec !== 'SYMMETRIC_DEFAULT') {
    throw new AwsError(
      'UnsupportedOperationException',
      `${key.arn} key spec is ${key.keySpec} which is not valid for this operation.`,
    );
  }
  if (key.origin !== 'AWS_KMS') {
    throw new AwsError(
      'UnsupportedOperationException',
      `${key.arn} origin is ${key.origin} which is not valid for this operation.`,
    );
  }
  if (key.multiRegion?.type === 'REPLICA') {
    throw new AwsError(
      'UnsupportedOperationException',
      `${key.arn} is a replica key; rotation is set on the primary key.`,
    );
  }
  requireKeyState(operation, key);
}

export const rotationOperations: readonly (readonly [string, Operation])[] = [
  ['GetKeyRotationStatus', getKeyRotationStatus],
  ['EnableKeyRotation', enableKeyRotation],
  ['DisableKeyRotation', disableKeyRotation],
  ['RotateKeyOnDemand', rotateKeyOnDemand],
  ['ListKeyRotations', listKeyRotations],
];
