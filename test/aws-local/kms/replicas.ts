import type { Operation } from '../service.js';
import type { KeyRecord, MultiRegion } from '../state/records.js';
import { defaultKeyPolicy, keyArn } from '../state/toRecords.js';
import { AwsError } from '../wire/errors.js';
import { optionalBoolean, optionalList, optionalString, requiredString } from '../wire/json.js';
import { authorizeAccount, authorizeKey } from './authorize.js';
import { requireKeyState } from './keyStates.js';
import { toKeyMetadata } from './metadata.js';
import { requireNoLockout } from './policies.js';
import { requireStorablePolicy } from './policyDocument.js';
import { resolveKey } from './resolveKey.js';
import { readTags } from './tags.js';

/** Makes a replica of a multi-Region primary key in another Region (kms-facts 22). */
const replicateKey: Operation = (call) => {
  const { key } = resolveKey(call);
  const region = requiredString(call.input, 'ReplicaRegion', 'ValidationException');
  authorizeKey(call, key, 'kms:ReplicateKey', { 'kms:ReplicaRegion': region });
  authorizeAccount(call, 'kms:CreateKey');
  const multiRegion = requirePrimary(key);
  requireKeyState('ReplicateKey', key);
  if (region === key.region || multiRegion.replicaRegions.includes(region)) {
    throw new AwsError('AlreadyExistsException', `A related multi-Region key exists in ${region}.`);
  }
  const place = { accountId: key.accountId, region };
  const policy = optionalString(call.input, 'Policy');
  const family: MultiRegion = { ...multiRegion, replicaRegions: [...multiRegion.replicaRegions, region] };
  const replica: KeyRecord = {
    ...key,
    ...place,
    arn: keyArn(place, key.id),
    description: optionalString(call.input, 'Description') ?? '',
    keyState: 'Enabled',
    multiRegion: { ...family, type: 'REPLICA' },
    tags: readTags(optionalList(call.input, 'Tags') ?? []),
    policy: policy ?? JSON.stringify(defaultKeyPolicy(place), null, 2),
    createdMs: call.nowMs,
    deletionMs: undefined,
    pendingWindowInDays: undefined,
  };
  if (policy !== undefined) {
    requireStorablePolicy(policy, call.world);
    requireNoLockout(call, replica, optionalBoolean(call.input, 'BypassPolicyLockoutSafetyCheck') ?? false);
  }
  call.world.region(place.accountId, region).keys.set(key.id, replica);
  for (const sibling of [key.region, ...multiRegion.replicaRegions]) {
    const { keys } = call.world.region(key.accountId, sibling);
    const record = keys.get(key.id);
    if (record?.multiRegion !== undefined) {
      keys.set(key.id, { ...record, multiRegion: { ...family, type: record.multiRegion.type } });
    }
  }
  return {
    ReplicaKeyMetadata: toKeyMetadata(replica),
    ReplicaPolicy: replica.policy,
    ReplicaTags: [...replica.tags].map(([TagKey, TagValue]) => ({ TagKey, TagValue })),
  };
};

/** A replica becomes the primary, and the primary a replica; asked in the Region of the primary. */
const updatePrimaryRegion: Operation = (call) => {
  const { key } = resolveKey(call);
  const region = requiredString(call.input, 'PrimaryRegion', 'ValidationException');
  authorizeKey(call, key, 'kms:UpdatePrimaryRegion', { 'kms:PrimaryRegion': region });
  const { replicaRegions } = requirePrimary(key);
  requireKeyState('UpdatePrimaryRegion', key);
  if (!replicaRegions.includes(region)) {
    throw new AwsError('UnsupportedOperationException', `${key.arn} has no replica in ${region}.`);
  }
  const replicas = [...replicaRegions.filter((name) => name !== region), key.region];
  for (const sibling of [key.region, ...replicaRegions]) {
    const { keys } = call.world.region(key.accountId, sibling);
    const record = keys.get(key.id);
    if (record !== undefined) {
      const type = sibling === region ? 'PRIMARY' : 'REPLICA';
      keys.set(key.id, { ...record, multiRegion: { type, primaryRegion: region, replicaRegions: replicas } });
    }
  }
  return undefined;
};

function requirePrimary(key: KeyRecord): MultiRegion {
  if (key.multiRegion?.type !== 'PRIMARY') {
    throw new AwsError('UnsupportedOperationException', `${key.arn} is not a multi-Region primary key.`);
  }
  return key.multiRegion;
}

export const replicaOperations: readonly (readonly [string, Operation])[] = [
  ['ReplicateKey', replicateKey],
  ['UpdatePrimaryRegion', updatePrimaryRegion],
];
