import { hexOf } from '../state/ids.js';
import type { KeyRecord, MultiRegion } from '../state/records.js';
import { keyArn } from '../state/toRecords.js';
import type { JsonObject } from '../wire/json.js';
import { algorithmsOf } from './keySpecs.js';

/** `KeyMetadata` of DescribeKey and CreateKey. Times go over the wire as seconds since 1970. */
export function toKeyMetadata(key: KeyRecord): JsonObject {
  return {
    AWSAccountId: key.accountId,
    KeyId: key.id,
    Arn: key.arn,
    CreationDate: key.createdMs / 1000,
    Enabled: key.keyState === 'Enabled',
    Description: key.description,
    KeyUsage: key.keyUsage,
    KeyState: key.keyState,
    ...(key.deletionMs === undefined ? {} : { DeletionDate: key.deletionMs / 1000 }),
    Origin: key.origin,
    ...(key.origin === 'EXTERNAL' && key.keyState !== 'PendingImport'
      ? { ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' }
      : {}),
    KeyManager: key.keyManager,
    CustomerMasterKeySpec: key.keySpec,
    KeySpec: key.keySpec,
    ...algorithmsOf(key.keySpec, key.keyUsage),
    MultiRegion: key.multiRegion !== undefined,
    ...(key.multiRegion === undefined ? {} : { MultiRegionConfiguration: multiRegionOf(key, key.multiRegion) }),
    ...(key.pendingWindowInDays === undefined ? {} : { PendingDeletionWindowInDays: key.pendingWindowInDays }),
    ...(key.keySpec === 'SYMMETRIC_DEFAULT' && key.keyState !== 'PendingImport'
      ? { CurrentKeyMaterialId: hexOf(`material:${key.id}`, 64) }
      : {}),
  };
}

function multiRegionOf(key: KeyRecord, { type, primaryRegion, replicaRegions }: MultiRegion): JsonObject {
  const related = (region: string) => ({ Arn: keyArn({ accountId: key.accountId, region }, key.id), Region: region });
  return {
    MultiRegionKeyType: type,
    PrimaryKey: related(primaryRegion),
    ReplicaKeys: replicaRegions.map(related),
  };
}
