import {
  CancelKeyDeletionCommand,
  CreateKeyCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  DisableKeyRotationCommand,
  EnableKeyCommand,
  EnableKeyRotationCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
  ListAliasesCommand,
  ListKeysCommand,
  ListResourceTagsCommand,
  paginateListAliases,
  paginateListKeys,
  ScheduleKeyDeletionCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import {
  ACCOUNT,
  ADMIN,
  errorOf,
  idOf,
  keyArn,
  kmsClient,
  OTHER_ACCOUNT,
  policyOf,
  ROOT_STATEMENT,
  useAwsLocal,
} from './support.js';

const LISTER = 'AKIATESTLISTER000001';
const FOREIGNER = 'AKIATESTFOREIGN00001';
const MRK = `mrk-${'a'.repeat(32)}`;
const LISTER_ARN = `arn:aws:iam::${ACCOUNT}:user/lister`;

const aws = useAwsLocal({
  accounts: [
    {
      id: ACCOUNT,
      principals: [
        { accessKeyId: ADMIN, arn: `arn:aws:iam::${ACCOUNT}:user/admin` },
        { accessKeyId: LISTER, arn: LISTER_ARN, allow: ['kms:List*'], deny: ['kms:DisableKey'] },
      ],
      regions: {
        'us-east-1': {
          keys: [
            {
              id: idOf(1),
              description: 'one',
              aliases: ['alias/one'],
              rotation: { enabled: true },
              tags: { b: '2', a: '1' },
            },
            { id: idOf(2), keyState: 'Disabled' },
            {
              id: idOf(3),
              keyState: 'PendingDeletion',
              deletionDate: '2026-02-01T00:00:00Z',
              rotation: { enabled: true },
            },
            { id: idOf(4), keyState: 'PendingImport', origin: 'EXTERNAL' },
            { id: idOf(5), keySpec: 'RSA_2048', keyUsage: 'SIGN_VERIFY' },
            { id: idOf(6), keyManager: 'AWS', aliases: ['alias/aws/s3'] },
            { id: idOf(7), policy: policyOf({ ...ROOT_STATEMENT, Principal: { AWS: LISTER_ARN } }) },
            {
              id: idOf(8),
              aliases: ['alias/shared'],
              policy: policyOf(ROOT_STATEMENT, {
                ...ROOT_STATEMENT,
                Principal: { AWS: OTHER_ACCOUNT },
                Action: ['kms:DescribeKey', 'kms:GetKeyPolicy'],
              }),
            },
            { id: MRK, multiRegion: { type: 'PRIMARY', primaryRegion: 'us-east-1', replicaRegions: ['eu-west-1'] } },
          ],
          reservedAliases: ['alias/aws/ebs'],
        },
        'eu-north-1': { generate: { keys: 250 } },
        'eu-south-1': { generate: { keys: 5000 } },
      },
    },
    { id: OTHER_ACCOUNT, principals: [{ accessKeyId: FOREIGNER, arn: `arn:aws:iam::${OTHER_ACCOUNT}:user/kim` }] },
  ],
});

const kms = (accessKeyId = ADMIN, region = 'us-east-1') => kmsClient(aws.local, { accessKeyId, region });
const describeKey = (KeyId: string, client = kms()) => client.send(new DescribeKeyCommand({ KeyId }));

describe('lists', () => {
  it('pages through 250 keys, 100 at a time, each once', async () => {
    const sizes: number[] = [];
    const ids = new Set<string>();
    for await (const page of paginateListKeys({ client: kms(ADMIN, 'eu-north-1') }, {})) {
      sizes.push(page.Keys?.length ?? 0);
      page.Keys?.forEach(({ KeyId, KeyArn }) => {
        expect(KeyArn).toBe(keyArn(KeyId ?? '', 'eu-north-1'));
        ids.add(KeyId ?? '');
      });
    }
    expect(sizes).toEqual([100, 100, 50]);
    expect(ids.size).toBe(250);
  });

  it('gives the same 5,000 generated keys to every run', async () => {
    const client = kms(ADMIN, 'eu-south-1');
    const { Keys } = await client.send(new ListKeysCommand({ Limit: 1000 }));
    aws.local.reset();
    expect((await client.send(new ListKeysCommand({ Limit: 1000 }))).Keys).toEqual(Keys);
    expect(await describeKey(Keys?.[999]?.KeyId ?? '', client)).toHaveProperty('KeyMetadata.Enabled');
  });

  it('pages aliases 50 at a time and takes at most 100', async () => {
    const sizes: number[] = [];
    for await (const page of paginateListAliases({ client: kms(ADMIN, 'eu-north-1') }, {})) {
      sizes.push(page.Aliases?.length ?? 0);
    }
    expect(sizes).toEqual([50, 33]);
    expect(await errorOf(kms().send(new ListAliasesCommand({ Limit: 101 })))).toBe(
      "ValidationException: 1 validation error detected: Value '101' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 100",
    );
  });

  it('lists the aliases of one key, and reserved aliases without a key', async () => {
    const one = await kms().send(new ListAliasesCommand({ KeyId: idOf(1) }));
    expect(one.Aliases?.map(({ AliasName, TargetKeyId }) => [AliasName, TargetKeyId])).toEqual([
      ['alias/one', idOf(1)],
    ]);
    const all = await kms().send(new ListAliasesCommand({}));
    expect(all.Aliases?.find(({ AliasName }) => AliasName === 'alias/aws/ebs')).toEqual({
      AliasName: 'alias/aws/ebs',
      AliasArn: `arn:aws:kms:us-east-1:${ACCOUNT}:alias/aws/ebs`,
    });
  });

  it.each([0, 1001])('refuses Limit %i', async (Limit) => {
    expect(await errorOf(kms().send(new ListKeysCommand({ Limit })))).toMatch(
      /^ValidationException: 1 validation error/,
    );
  });

  it('refuses a marker that is made up, or that belongs to another list or account', async () => {
    const { NextMarker } = await kms().send(new ListKeysCommand({ Limit: 1 }));
    for (const call of [
      () => kms().send(new ListKeysCommand({ Marker: 'page-2' })),
      () => kms().send(new ListKeysCommand({ Marker: `${NextMarker}x` })),
      () => kms().send(new ListAliasesCommand({ Marker: NextMarker })),
      () => kms(FOREIGNER).send(new ListKeysCommand({ Marker: NextMarker })),
    ]) {
      expect(await errorOf(call())).toMatch(/^InvalidMarkerException/);
    }
  });
});

describe('naming a key', () => {
  it.each(['alias/one', `arn:aws:kms:us-east-1:${ACCOUNT}:alias/one`, idOf(1), keyArn(idOf(1))])(
    'DescribeKey takes %s',
    async (id) => {
      expect((await describeKey(id)).KeyMetadata?.Arn).toBe(keyArn(idOf(1)));
    },
  );

  it.each([
    ['an unknown id', idOf(99), `NotFoundException: Key '${keyArn(idOf(99))}' does not exist`],
    ['no id at all', 'web-key', "NotFoundException: Invalid keyId 'web-key'"],
    [
      'an unknown alias',
      'alias/two',
      `NotFoundException: Alias arn:aws:kms:us-east-1:${ACCOUNT}:alias/two is not found.`,
    ],
    [
      'an alias without a key',
      'alias/aws/ebs',
      `NotFoundException: Alias arn:aws:kms:us-east-1:${ACCOUNT}:alias/aws/ebs is not found.`,
    ],
    ['an ARN of another Region', keyArn(idOf(1), 'eu-west-1'), 'NotFoundException: Invalid arn eu-west-1'],
    ['a broken ARN', 'arn:aws:kms:us-east-1', 'InvalidArnException: Invalid arn arn:aws:kms:us-east-1'],
  ])('DescribeKey refuses %s', async (_, id, expected) => {
    expect(await errorOf(describeKey(id))).toBe(expected);
  });

  it('GetKeyPolicy takes no alias', async () => {
    expect(await errorOf(kms().send(new GetKeyPolicyCommand({ KeyId: 'alias/one' })))).toBe(
      "NotFoundException: Invalid keyId 'alias/one'",
    );
  });
});

describe('metadata', () => {
  it('describes a symmetric key', async () => {
    expect((await describeKey(idOf(1))).KeyMetadata).toMatchObject({
      AWSAccountId: ACCOUNT,
      CreationDate: new Date('2025-01-02T03:04:05Z'),
      Description: 'one',
      EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'],
      KeyManager: 'CUSTOMER',
      KeyState: 'Enabled',
      MultiRegion: false,
      Origin: 'AWS_KMS',
    });
  });

  it('describes asymmetric, pending, multi-Region and AWS managed keys', async () => {
    expect((await describeKey(idOf(5))).KeyMetadata?.SigningAlgorithms).toContain('RSASSA_PSS_SHA_256');
    expect((await describeKey(idOf(3))).KeyMetadata?.DeletionDate).toEqual(new Date('2026-02-01T00:00:00Z'));
    expect((await describeKey('alias/aws/s3')).KeyMetadata?.KeyManager).toBe('AWS');
    expect((await describeKey(MRK)).KeyMetadata?.MultiRegionConfiguration).toEqual({
      MultiRegionKeyType: 'PRIMARY',
      PrimaryKey: { Arn: keyArn(MRK), Region: 'us-east-1' },
      ReplicaKeys: [{ Arn: keyArn(MRK, 'eu-west-1'), Region: 'eu-west-1' }],
    });
  });
});

describe('permission', () => {
  const lister = () => kms(LISTER);
  const because = (action: string, id: string, reason: string) =>
    `AccessDeniedException: User: ${LISTER_ARN} is not authorized to perform: kms:${action} on resource: ${id} ${reason}`;

  it('needs IAM when the key policy names the account only', async () => {
    expect(await errorOf(describeKey(idOf(1), lister()))).toBe(
      because('DescribeKey', keyArn(idOf(1)), 'because no identity-based policy allows the kms:DescribeKey action'),
    );
    expect((await lister().send(new ListResourceTagsCommand({ KeyId: idOf(1) }))).Tags).toHaveLength(2);
  });

  it('needs no IAM when the key policy names the caller, yet heeds an IAM Deny', async () => {
    expect((await describeKey(idOf(7), lister())).KeyMetadata?.KeyId).toBe(idOf(7));
    expect(await errorOf(lister().send(new DisableKeyCommand({ KeyId: idOf(7) })))).toBe(
      because('DisableKey', keyArn(idOf(7)), 'with an explicit deny in an identity-based policy'),
    );
  });

  it('gives IAM no power over a key whose policy does not name the account', async () => {
    expect(await errorOf(describeKey(idOf(7)))).toMatch(
      /because no resource-based policy allows the kms:DescribeKey action$/,
    );
  });

  it('needs IAM for what is not about one key', async () => {
    expect((await lister().send(new ListKeysCommand({}))).Keys).toHaveLength(9);
    expect(await errorOf(lister().send(new CreateKeyCommand({})))).toBe(
      because('CreateKey', '*', 'because no identity-based policy allows the kms:CreateKey action'),
    );
  });

  it('lets another account in for cross-account operations only', async () => {
    const foreigner = kms(FOREIGNER);
    expect((await describeKey(keyArn(idOf(8)), foreigner)).KeyMetadata?.AWSAccountId).toBe(ACCOUNT);
    expect((await describeKey(`arn:aws:kms:us-east-1:${ACCOUNT}:alias/shared`, foreigner)).KeyMetadata?.KeyId).toBe(
      idOf(8),
    );
    const hidden =
      /^AccessDeniedException: .* on this resource because the resource does not exist in this Region, no resource-based/;
    expect(await errorOf(foreigner.send(new GetKeyPolicyCommand({ KeyId: keyArn(idOf(8)) })))).toMatch(hidden);
    expect(await errorOf(describeKey(keyArn(idOf(1)), foreigner))).toMatch(hidden);
    expect(await errorOf(describeKey(keyArn(idOf(99)), foreigner))).toMatch(hidden);
  });

  it('shows the metadata of an AWS managed key and lets nobody change it', async () => {
    expect((await kms().send(new GetKeyPolicyCommand({ KeyId: idOf(6) }))).Policy).toContain('kms:ViaService');
    expect(await errorOf(kms().send(new DisableKeyCommand({ KeyId: idOf(6) })))).toMatch(/^AccessDeniedException/);
  });
});

describe('key states', () => {
  it('disables and enables', async () => {
    await kms().send(new DisableKeyCommand({ KeyId: idOf(1) }));
    expect((await describeKey(idOf(1))).KeyMetadata).toMatchObject({ KeyState: 'Disabled', Enabled: false });
    await kms().send(new EnableKeyCommand({ KeyId: idOf(1) }));
    expect((await describeKey(idOf(1))).KeyMetadata?.Enabled).toBe(true);
  });

  it('schedules deletion, and ends in Disabled when that is cancelled', async () => {
    const scheduled = await kms().send(new ScheduleKeyDeletionCommand({ KeyId: idOf(1), PendingWindowInDays: 7 }));
    expect(scheduled).toMatchObject({
      KeyId: keyArn(idOf(1)),
      KeyState: 'PendingDeletion',
      DeletionDate: new Date('2026-01-22T09:00:00Z'),
    });
    expect(await kms().send(new CancelKeyDeletionCommand({ KeyId: idOf(1) }))).toMatchObject({
      KeyId: keyArn(idOf(1)),
    });
    expect((await describeKey(idOf(1))).KeyMetadata?.KeyState).toBe('Disabled');
  });

  it('makes a multi-Region primary wait for its replicas', async () => {
    expect(await kms().send(new ScheduleKeyDeletionCommand({ KeyId: MRK }))).toMatchObject({
      KeyState: 'PendingReplicaDeletion',
      PendingWindowInDays: 30,
    });
  });

  it.each([
    ['EnableKey', 3, 'KMSInvalidStateException', 'is pending deletion.'],
    ['EnableKey', 4, 'KMSInvalidStateException', 'is pending import.'],
    ['CancelKeyDeletion', 1, 'KMSInvalidStateException', 'is not pending deletion.'],
    ['ScheduleKeyDeletion', 3, 'KMSInvalidStateException', 'is pending deletion.'],
    ['EnableKeyRotation', 2, 'DisabledException', 'is disabled.'],
    [
      'GetKeyRotationStatus',
      4,
      'UnsupportedOperationException',
      'origin is EXTERNAL which is not valid for this operation.',
    ],
    [
      'EnableKeyRotation',
      5,
      'UnsupportedOperationException',
      'key spec is RSA_2048 which is not valid for this operation.',
    ],
    ['UntagResource', 3, 'KMSInvalidStateException', 'is pending deletion.'],
  ])('%s on key %i: %s', async (operation, number, name, text) => {
    const KeyId = idOf(number);
    const commands = {
      EnableKey: new EnableKeyCommand({ KeyId }),
      CancelKeyDeletion: new CancelKeyDeletionCommand({ KeyId }),
      ScheduleKeyDeletion: new ScheduleKeyDeletionCommand({ KeyId }),
      EnableKeyRotation: new EnableKeyRotationCommand({ KeyId }),
      GetKeyRotationStatus: new GetKeyRotationStatusCommand({ KeyId }),
      UntagResource: new UntagResourceCommand({ KeyId, TagKeys: ['a'] }),
    };
    const command = commands[operation as keyof typeof commands];
    expect(await errorOf(kms().send(command as EnableKeyCommand))).toBe(`${name}: ${keyArn(KeyId)} ${text}`);
  });

  it.each([6, 31])('takes no waiting period of %i days', async (PendingWindowInDays) => {
    expect(await errorOf(kms().send(new ScheduleKeyDeletionCommand({ KeyId: idOf(1), PendingWindowInDays })))).toMatch(
      /^ValidationException: .* 'pendingWindowInDays'/,
    );
  });
});

describe('rotation', () => {
  const status = (KeyId: string) => kms().send(new GetKeyRotationStatusCommand({ KeyId }));

  it('reports period and next date, and nothing of them when off', async () => {
    expect(await status(idOf(1))).toMatchObject({
      KeyRotationEnabled: true,
      RotationPeriodInDays: 365,
      NextRotationDate: new Date('2027-01-02T03:04:05Z'),
    });
    await kms().send(new DisableKeyRotationCommand({ KeyId: idOf(1) }));
    expect(await status(idOf(1))).not.toHaveProperty('NextRotationDate');
    await kms().send(new EnableKeyRotationCommand({ KeyId: idOf(1), RotationPeriodInDays: 90 }));
    expect(await status(idOf(1))).toMatchObject({ RotationPeriodInDays: 90 });
  });

  it('reads false for asymmetric keys and while deletion is pending', async () => {
    expect((await status(idOf(5))).KeyRotationEnabled).toBe(false);
    expect((await status(idOf(3))).KeyRotationEnabled).toBe(false);
  });
});

describe('creating and tagging', () => {
  it('creates a key with the default policy, the same id on every run', async () => {
    const create = async () =>
      (await kms().send(new CreateKeyCommand({ Tags: [{ TagKey: 'x', TagValue: '' }] }))).KeyMetadata;
    const first = await create();
    expect(first).toMatchObject({ KeyState: 'Enabled', CreationDate: new Date('2026-01-15T09:00:00Z') });
    const { Policy = '' } = await kms().send(new GetKeyPolicyCommand({ KeyId: first?.KeyId }));
    expect(JSON.parse(Policy)).toMatchObject({
      Id: 'key-default-1',
      Statement: [{ Sid: 'Enable IAM User Permissions' }],
    });
    aws.local.reset();
    expect((await create())?.KeyId).toBe(first?.KeyId);
  });

  it.each([
    [{ KeySpec: 'HMAC_256' }, /^ValidationException: You must specify a KeyUsage value/],
    [{ KeySpec: 'HMAC_1' }, /^ValidationException: 1 validation error detected: Value 'HMAC_1' at 'keySpec'/],
    [{ KeySpec: 'RSA_2048', KeyUsage: 'GENERATE_VERIFY_MAC' }, /^ValidationException: KeyUsage/],
    [{ Tags: [{ TagKey: 'aws:x', TagValue: '' }] }, /^TagException/],
    [{ Origin: 'AWS_CLOUDHSM' }, /^UnsupportedOperationException/],
  ])('refuses CreateKey %j', async (input, expected) => {
    expect(await errorOf(kms().send(new CreateKeyCommand(input as object)))).toMatch(expected);
  });

  it('adds, overwrites, removes and pages tags', async () => {
    const KeyId = idOf(1);
    await kms().send(new TagResourceCommand({ KeyId, Tags: [{ TagKey: 'a', TagValue: 'new' }] }));
    await kms().send(new UntagResourceCommand({ KeyId, TagKeys: ['b', 'unknown'] }));
    expect((await kms().send(new ListResourceTagsCommand({ KeyId }))).Tags).toEqual([{ TagKey: 'a', TagValue: 'new' }]);
    expect(await errorOf(kms().send(new ListResourceTagsCommand({ KeyId, Limit: 51 })))).toMatch(
      /less than or equal to 50$/,
    );
  });
});
