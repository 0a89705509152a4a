import { hexOf } from './ids.js';
import { partitionOf } from './partition.js';
import type { AliasRecord, GrantRecord, KeyRecord, LogGroupRecord } from './records.js';
import type { SeedGrant, SeedKey, SeedLogGroup } from './seed.js';

/** Where a seed's rows live. */
export interface Place {
  readonly accountId: string;
  readonly region: string;
}

const SEED_CREATION_MS = Date.UTC(2025, 0, 2, 3, 4, 5);

export function keyArn(place: Place, id: string): string {
  return `arn:${partitionOf(place.region)}:kms:${place.region}:${place.accountId}:key/${id}`;
}

/** The policy that a key gets when none is given (kms-facts 3.a). */
export function defaultKeyPolicy(place: Place): object {
  return {
    Version: '2012-10-17',
    Id: 'key-default-1',
    Statement: [
      {
        Sid: 'Enable IAM User Permissions',
        Effect: 'Allow',
        Principal: { AWS: `arn:${partitionOf(place.region)}:iam::${place.accountId}:root` },
        Action: 'kms:*',
        Resource: '*',
      },
    ],
  };
}

/** AWS managed keys: use through the service only, metadata for the account (kms-facts 3.a). */
function awsManagedKeyPolicy(place: Place, service: string): object {
  return {
    Version: '2012-10-17',
    Id: `auto-${service}-2`,
    Statement: [
      {
        Sid: `Allow access through ${service} for all principals in the account that are authorized to use it`,
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
        Resource: '*',
        Condition: {
          StringEquals: {
            'kms:CallerAccount': place.accountId,
            'kms:ViaService': `${service}.${place.region}.amazonaws.com`,
          },
        },
      },
      {
        Sid: 'Allow direct access to key metadata to the account',
        Effect: 'Allow',
        Principal: { AWS: `arn:${partitionOf(place.region)}:iam::${place.accountId}:root` },
        Action: ['kms:Describe*', 'kms:Get*', 'kms:List*', 'kms:RevokeGrant'],
        Resource: '*',
      },
    ],
  };
}

export function toKeyRecord(place: Place, seed: SeedKey): KeyRecord {
  const createdMs = toMs(seed.creationDate);
  const isManaged = seed.keyManager === 'AWS';
  const policy =
    seed.policy ??
    (isManaged ? awsManagedKeyPolicy(place, managedService(seed.aliases ?? [])) : defaultKeyPolicy(place));
  return {
    id: seed.id,
    arn: keyArn(place, seed.id),
    ...place,
    description: seed.description ?? '',
    keySpec: seed.keySpec ?? 'SYMMETRIC_DEFAULT',
    keyUsage: seed.keyUsage ?? 'ENCRYPT_DECRYPT',
    keyState: seed.keyState ?? 'Enabled',
    origin: seed.origin ?? 'AWS_KMS',
    keyManager: seed.keyManager ?? 'CUSTOMER',
    multiRegion: seed.multiRegion,
    tags: new Map(Object.entries(seed.tags ?? {})),
    rotation: {
      isEnabled: seed.rotation?.enabled ?? isManaged,
      periodInDays: seed.rotation?.periodInDays ?? 365,
      enabledMs: createdMs,
    },
    onDemandRotationsMs: [],
    lastUsage:
      seed.lastUsage === undefined
        ? undefined
        : { operation: seed.lastUsage.operation, atMs: Date.parse(seed.lastUsage.at) },
    policy: typeof policy === 'string' ? policy : JSON.stringify(policy, null, 2),
    createdMs,
    deletionMs: seed.deletionDate === undefined ? undefined : toMs(seed.deletionDate),
    pendingWindowInDays: seed.keyState === 'PendingReplicaDeletion' ? 30 : undefined,
  };
}

export function toGrantRecord(key: KeyRecord, index: number, seed: SeedGrant): GrantRecord {
  return {
    id: hexOf(`grant ${index} of ${key.arn}`, 64),
    keyId: key.id,
    name: seed.name,
    grantee: seed.grantee,
    retiring: seed.retiring,
    operations: seed.operations,
    constraints: seed.constraints ?? {},
    issuingAccount: `arn:${partitionOf(key.region)}:iam::${key.accountId}:root`,
    createdMs: key.createdMs,
  };
}

export function toAliasRecord(name: string, key: KeyRecord | undefined): AliasRecord {
  const createdMs = key?.createdMs ?? SEED_CREATION_MS;
  return { name, targetKeyId: key?.id, createdMs, updatedMs: createdMs };
}

export function toLogGroupRecord(seed: SeedLogGroup): LogGroupRecord {
  return {
    name: seed.name,
    kmsKeyId: seed.kmsKeyId,
    retentionInDays: seed.retentionInDays,
    logGroupClass: seed.class ?? 'STANDARD',
    storedBytes: seed.storedBytes ?? 0,
    metricFilterCount: seed.metricFilterCount ?? 0,
    hasDeletionProtection: seed.deletionProtection ?? false,
    tags: new Map(Object.entries(seed.tags ?? {})),
    createdMs: toMs(seed.creationDate),
  };
}

function toMs(isoDate: string | undefined): number {
  return isoDate === undefined ? SEED_CREATION_MS : Date.parse(isoDate);
}

function managedService(aliases: readonly string[]): string {
  const alias = aliases.find((name) => name.startsWith('alias/aws/'));
  return alias === undefined ? 'unknown' : alias.slice('alias/aws/'.length);
}
