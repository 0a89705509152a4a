import {
  type AliasListEntry,
  DescribeKeyCommand,
  GetKeyLastUsageCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
  type GrantListEntry,
  type KeyMetadata,
  type KMSClient,
  ListAliasesCommand,
  ListGrantsCommand,
  ListKeyRotationsCommand,
  ListKeysCommand,
  ListResourceTagsCommand,
} from '@aws-sdk/client-kms';
import type {
  GrantSummary,
  KeyDetails,
  KeySummary,
  LastUsage,
  MultiRegionFacts,
  Rotation,
  RotationFacts,
  Tag,
} from './ports.js';

/** Runs one request: adds the abort signal, the log record and the failure wording. */
export type Send = <T extends object>(action: string, request: (signal: AbortSignal) => Promise<T>) => Promise<T>;

/** Largest pages that the services take. */
const KEYS_PER_PAGE = 1000;
const ALIASES_PER_PAGE = 100;
const TAGS_PER_PAGE = 50;
const GRANTS_PER_PAGE = 100;
const ROTATIONS_PER_PAGE = 1000;

/** Every key of the account and Region, without aliases. */
export async function listKeys(kms: KMSClient, send: Send): Promise<readonly { id: string; arn: string }[]> {
  const keys: { id: string; arn: string }[] = [];
  let marker: string | undefined;
  do {
    const input = { Limit: KEYS_PER_PAGE, ...(marker === undefined ? {} : { Marker: marker }) };
    const page = await send('kms:ListKeys', (abortSignal) => kms.send(new ListKeysCommand(input), { abortSignal }));
    for (const { KeyId: id, KeyArn: arn } of page.Keys ?? []) {
      if (id !== undefined && arn !== undefined) {
        keys.push({ id, arn });
      }
    }
    marker = page.Truncated === true ? page.NextMarker : undefined;
  } while (marker !== undefined);
  return keys;
}

/** Alias names (without `alias/`) by key id, in one pass over all aliases. */
export async function listAliases(kms: KMSClient, send: Send): Promise<ReadonlyMap<string, readonly string[]>> {
  const aliases = new Map<string, string[]>();
  let marker: string | undefined;
  do {
    const input = { Limit: ALIASES_PER_PAGE, ...(marker === undefined ? {} : { Marker: marker }) };
    const page = await send('kms:ListAliases', (abortSignal) =>
      kms.send(new ListAliasesCommand(input), { abortSignal }),
    );
    for (const entry of page.Aliases ?? []) {
      addAlias(aliases, entry);
    }
    marker = page.Truncated === true ? page.NextMarker : undefined;
  } while (marker !== undefined);
  return aliases;
}

/** Predefined `aws/...` aliases have no target until AWS makes the key; they name nothing that could be shown. */
function addAlias(aliases: Map<string, string[]>, entry: AliasListEntry): void {
  const { AliasName: name, TargetKeyId: id } = entry;
  if (name !== undefined && id !== undefined) {
    const names = aliases.get(id) ?? [];
    names.push(name.replace(/^alias\//, ''));
    aliases.set(id, names);
  }
}

/** Joins keys and aliases; sorted by alias, keys without one last. */
export function joinAliases(
  keys: readonly { id: string; arn: string }[],
  aliases: ReadonlyMap<string, readonly string[]>,
): readonly KeySummary[] {
  const compare = new Intl.Collator('en', { numeric: true }).compare;
  return keys
    .map(({ id, arn }) => {
      const names = [...(aliases.get(id) ?? [])].sort(compare);
      return { id, arn, aliases: names, isAwsManaged: names.some((name) => name.startsWith('aws/')) };
    })
    .sort((a, b) => {
      const [nameA, nameB] = [a.aliases[0], b.aliases[0]];
      if (nameA === undefined || nameB === undefined) {
        return nameA === nameB ? compare(a.id, b.id) : nameA === undefined ? 1 : -1;
      }
      return compare(nameA, nameB);
    });
}

export async function describeKey(kms: KMSClient, send: Send, arn: string): Promise<KeyDetails> {
  const answer = await send('kms:DescribeKey', (abortSignal) =>
    kms.send(new DescribeKeyCommand({ KeyId: arn }), { abortSignal }),
  );
  return toKeyDetails(arn, answer.KeyMetadata ?? { KeyId: arn });
}

function toKeyDetails(arn: string, metadata: KeyMetadata): KeyDetails {
  const multiRegion = toMultiRegion(metadata);
  return {
    arn: metadata.Arn ?? arn,
    id: metadata.KeyId ?? arn,
    state: metadata.KeyState ?? '',
    spec: metadata.KeySpec ?? '',
    usage: metadata.KeyUsage ?? '',
    manager: metadata.KeyManager ?? '',
    origin: metadata.Origin ?? '',
    ...(metadata.Description ? { description: metadata.Description } : {}),
    ...(multiRegion === undefined ? {} : { multiRegion }),
    ...(metadata.CreationDate === undefined ? {} : { createdAt: metadata.CreationDate }),
    ...(metadata.DeletionDate === undefined ? {} : { deletionAt: metadata.DeletionDate }),
    ...(metadata.ValidTo === undefined ? {} : { validTo: metadata.ValidTo }),
  };
}

function toMultiRegion({ MultiRegionConfiguration: configuration }: KeyMetadata): MultiRegionFacts | undefined {
  if (configuration === undefined) {
    return undefined;
  }
  return {
    role: configuration.MultiRegionKeyType === 'PRIMARY' ? 'primary' : 'replica',
    primaryArn: configuration.PrimaryKey?.Arn ?? '',
    replicaArns: (configuration.ReplicaKeys ?? []).flatMap(({ Arn: arn }) => (arn === undefined ? [] : [arn])),
  };
}

export async function getRotation(kms: KMSClient, send: Send, arn: string): Promise<RotationFacts> {
  const answer = await send('kms:GetKeyRotationStatus', (abortSignal) =>
    kms.send(new GetKeyRotationStatusCommand({ KeyId: arn }), { abortSignal }),
  );
  return {
    enabled: answer.KeyRotationEnabled === true,
    ...(answer.RotationPeriodInDays === undefined ? {} : { periodInDays: answer.RotationPeriodInDays }),
    ...(answer.NextRotationDate === undefined ? {} : { nextAt: answer.NextRotationDate }),
  };
}

export async function listTags(kms: KMSClient, send: Send, arn: string): Promise<readonly Tag[]> {
  const tags: Tag[] = [];
  let marker: string | undefined;
  do {
    const input = { KeyId: arn, Limit: TAGS_PER_PAGE, ...(marker === undefined ? {} : { Marker: marker }) };
    const page = await send('kms:ListResourceTags', (abortSignal) =>
      kms.send(new ListResourceTagsCommand(input), { abortSignal }),
    );
    tags.push(...(page.Tags ?? []).map(({ TagKey: key, TagValue: value }) => ({ key: key ?? '', value: value ?? '' })));
    marker = page.Truncated === true ? page.NextMarker : undefined;
  } while (marker !== undefined);
  return tags;
}

export async function getPolicy(kms: KMSClient, send: Send, arn: string): Promise<string> {
  const answer = await send('kms:GetKeyPolicy', (abortSignal) =>
    kms.send(new GetKeyPolicyCommand({ KeyId: arn, PolicyName: 'default' }), { abortSignal }),
  );
  return answer.Policy ?? '';
}

export async function getLastUsage(kms: KMSClient, send: Send, arn: string): Promise<LastUsage> {
  const answer = await send('kms:GetKeyLastUsage', (abortSignal) =>
    kms.send(new GetKeyLastUsageCommand({ KeyId: arn }), { abortSignal }),
  );
  const { Operation: operation, Timestamp: at } = answer.KeyLastUsage ?? {};
  return {
    ...(operation === undefined || at === undefined ? {} : { last: { operation, at } }),
    ...(answer.TrackingStartDate === undefined ? {} : { trackingSince: answer.TrackingStartDate }),
    ...(answer.KeyCreationDate === undefined ? {} : { createdAt: answer.KeyCreationDate }),
  };
}

/** Every rotation of a key that KMS remembers. */
export async function listRotations(kms: KMSClient, send: Send, arn: string): Promise<readonly Rotation[]> {
  const rotations: Rotation[] = [];
  let marker: string | undefined;
  do {
    const input = { KeyId: arn, Limit: ROTATIONS_PER_PAGE, ...(marker === undefined ? {} : { Marker: marker }) };
    const page = await send('kms:ListKeyRotations', (abortSignal) =>
      kms.send(new ListKeyRotationsCommand(input), { abortSignal }),
    );
    rotations.push(
      ...(page.Rotations ?? []).map(({ RotationDate: at, RotationType: type = '' }) => ({
        type,
        ...(at === undefined ? {} : { at }),
      })),
    );
    marker = page.Truncated === true ? page.NextMarker : undefined;
  } while (marker !== undefined);
  return rotations;
}

/** Every grant of a key. */
export async function listGrants(kms: KMSClient, send: Send, arn: string): Promise<readonly GrantSummary[]> {
  const grants: GrantSummary[] = [];
  let marker: string | undefined;
  do {
    const input = { KeyId: arn, Limit: GRANTS_PER_PAGE, ...(marker === undefined ? {} : { Marker: marker }) };
    const page = await send('kms:ListGrants', (abortSignal) => kms.send(new ListGrantsCommand(input), { abortSignal }));
    grants.push(...(page.Grants ?? []).map(toGrantSummary));
    marker = page.Truncated === true ? page.NextMarker : undefined;
  } while (marker !== undefined);
  return grants;
}

function toGrantSummary(grant: GrantListEntry): GrantSummary {
  const { EncryptionContextEquals: contextEquals, EncryptionContextSubset: contextSubset } = grant.Constraints ?? {};
  return {
    id: grant.GrantId ?? '',
    grantee: grant.GranteePrincipal ?? '',
    operations: grant.Operations ?? [],
    ...(grant.Name ? { name: grant.Name } : {}),
    ...(grant.RetiringPrincipal === undefined ? {} : { retiring: grant.RetiringPrincipal }),
    ...(contextEquals === undefined ? {} : { contextEquals }),
    ...(contextSubset === undefined ? {} : { contextSubset }),
    ...(grant.CreationDate === undefined ? {} : { createdAt: grant.CreationDate }),
  };
}
