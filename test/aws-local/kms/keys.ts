import type { Call, Operation } from '../service.js';
import { partitionOf } from '../state/partition.js';
import type { KeyRecord } from '../state/records.js';
import { defaultKeyPolicy, keyArn } from '../state/toRecords.js';
import { AwsError } from '../wire/errors.js';
import { boundedInteger, optionalBoolean, optionalList, optionalString, requireOneOf } from '../wire/json.js';
import { authorizeAccount, authorizeKey } from './authorize.js';
import { requireSpecAndUsage } from './keySpecs.js';
import { requireKeyState } from './keyStates.js';
import { listPage } from './listing.js';
import { toKeyMetadata } from './metadata.js';
import { requireNoLockout } from './policies.js';
import { requireStorablePolicy } from './policyDocument.js';
import { resolveKey } from './resolveKey.js';
import { readTags } from './tags.js';

const DAY_MS = 86_400_000;

const listKeys: Operation = (call) => {
  authorizeAccount(call, 'kms:ListKeys');
  const place = { accountId: call.caller.accountId, region: call.region };
  return listPage(call, call.state.keys.readIds(), { max: 1000, fallback: 100 }, 'Keys', '', (id) => ({
    KeyId: id,
    KeyArn: keyArn(place, id),
  }));
};

const describeKey: Operation = (call) => {
  const { key, requestAlias } = resolveKey(call, { acceptAlias: true });
  authorizeKey(call, key, 'kms:DescribeKey', { 'kms:RequestAlias': requestAlias });
  return { KeyMetadata: toKeyMetadata(key) };
};

const createKey: Operation = (call) => {
  const { input } = call;
  authorizeAccount(call, 'kms:CreateKey');
  const tags = readTags(optionalList(input, 'Tags') ?? []);
  if (tags.size > 0) {
    authorizeAccount(call, 'kms:TagResource');
  }
  const spec = requireSpecAndUsage(
    optionalString(input, 'KeySpec') ?? optionalString(input, 'CustomerMasterKeySpec'),
    optionalString(input, 'KeyUsage'),
  );
  const origin = readOrigin(call);
  const place = { accountId: call.caller.accountId, region: call.region };
  const isMultiRegion = optionalBoolean(input, 'MultiRegion') ?? false;
  const id = isMultiRegion ? `mrk-${call.world.newId().replaceAll('-', '')}` : call.world.newId();
  const policy = optionalString(input, 'Policy');
  const key: KeyRecord = {
    id,
    arn: keyArn(place, id),
    ...place,
    ...spec,
    description: optionalString(input, 'Description') ?? '',
    keyState: origin === 'EXTERNAL' ? 'PendingImport' : 'Enabled',
    origin,
    keyManager: 'CUSTOMER',
    multiRegion: isMultiRegion ? { type: 'PRIMARY', primaryRegion: call.region, replicaRegions: [] } : undefined,
    tags,
    rotation: { isEnabled: false, periodInDays: 365, enabledMs: call.nowMs },
    onDemandRotationsMs: [],
    lastUsage: undefined,
    policy: policy ?? JSON.stringify(defaultKeyPolicy(place), null, 2),
    createdMs: call.nowMs,
    deletionMs: undefined,
    pendingWindowInDays: undefined,
  };
  if (policy !== undefined) {
    requireStorablePolicy(policy, call.world);
    requireNoLockout(call, key, optionalBoolean(input, 'BypassPolicyLockoutSafetyCheck') ?? false);
  }
  call.state.keys.set(id, key);
  return { KeyMetadata: toKeyMetadata(key) };
};

function readOrigin(call: Call): string {
  const origin = optionalString(call.input, 'Origin') ?? 'AWS_KMS';
  requireOneOf(origin, 'Origin', ['EXTERNAL_KEY_STORE', 'AWS_KMS', 'EXTERNAL', 'AWS_CLOUDHSM'], 'ValidationException');
  if (origin === 'AWS_CLOUDHSM' || origin === 'EXTERNAL_KEY_STORE') {
    throw new AwsError('UnsupportedOperationException', 'Custom key stores do not exist at this endpoint.');
  }
  if (optionalBoolean(call.input, 'MultiRegion') === true && partitionOf(call.region) === 'aws-cn') {
    throw new AwsError('UnsupportedOperationException', 'Multi-Region keys are not supported in this Region.');
  }
  return origin;
}

/** An operation that authorizes on one key, needs the right key state, and changes the key. */
function keyChange(operation: string, change: (key: KeyRecord, call: Call) => Partial<KeyRecord>): Operation {
  return (call) => {
    const { key } = resolveKey(call);
    authorizeKey(call, key, `kms:${operation}`);
    requireKeyState(operation, key);
    call.state.keys.set(key.id, { ...key, ...change(key, call) });
    return undefined;
  };
}

const scheduleKeyDeletion: Operation = (call) => {
  const { key } = resolveKey(call);
  const days = boundedInteger(
    call.input,
    'PendingWindowInDays',
    { min: 7, max: 30, fallback: 30 },
    'ValidationException',
  );
  authorizeKey(call, key, 'kms:ScheduleKeyDeletion', { 'kms:ScheduleKeyDeletionPendingWindowInDays': String(days) });
  requireKeyState('ScheduleKeyDeletion', key);
  // A primary key waits for its replicas before its own waiting period begins (kms-facts 21).
  const waitsForReplicas = key.multiRegion?.type === 'PRIMARY' && key.multiRegion.replicaRegions.length > 0;
  const changed: KeyRecord = waitsForReplicas
    ? { ...key, keyState: 'PendingReplicaDeletion', pendingWindowInDays: days }
    : { ...key, keyState: 'PendingDeletion', deletionMs: call.nowMs + days * DAY_MS };
  call.state.keys.set(key.id, changed);
  return {
    KeyId: key.arn,
    KeyState: changed.keyState,
    PendingWindowInDays: days,
    ...(changed.deletionMs === undefined ? {} : { DeletionDate: changed.deletionMs / 1000 }),
  };
};

const cancelKeyDeletion: Operation = (call) => {
  const { key } = resolveKey(call);
  authorizeKey(call, key, 'kms:CancelKeyDeletion');
  requireKeyState('CancelKeyDeletion', key);
  // Cancelling ends in Disabled, not Enabled (kms-facts 17).
  const changed = { ...key, keyState: 'Disabled', deletionMs: undefined, pendingWindowInDays: undefined };
  call.state.keys.set(key.id, changed);
  return { KeyId: key.arn };
};

export const keyOperations: readonly (readonly [string, Operation])[] = [
  ['ListKeys', listKeys],
  ['DescribeKey', describeKey],
  ['CreateKey', createKey],
  ['EnableKey', keyChange('EnableKey', () => ({ keyState: 'Enabled' }))],
  ['DisableKey', keyChange('DisableKey', () => ({ keyState: 'Disabled' }))],
  ['ScheduleKeyDeletion', scheduleKeyDeletion],
  ['CancelKeyDeletion', cancelKeyDeletion],
  [
    'UpdateKeyDescription',
    keyChange('UpdateKeyDescription', (_, call) => ({
      // An empty text takes the description away: the shape has a length of 0 to 8192.
      description: optionalString(call.input, 'Description') ?? '',
    })),
  ],
];
