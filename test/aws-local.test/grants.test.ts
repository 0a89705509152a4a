import {
  CreateGrantCommand,
  DescribeKeyCommand,
  GetKeyLastUsageCommand,
  ListGrantsCommand,
  ListKeyRotationsCommand,
  ListRetirableGrantsCommand,
  ReplicateKeyCommand,
  RetireGrantCommand,
  RevokeGrantCommand,
  RotateKeyOnDemandCommand,
  UpdatePrimaryRegionCommand,
} from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import { ACCOUNT, kmsClient, useAwsLocal } from './support.js';

const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

const ROLE = `arn:aws:iam::${ACCOUNT}:role/App`;
const KEY = uuid(1);
const aws = useAwsLocal({
  accounts: [
    {
      id: ACCOUNT,
      principals: [
        { accessKeyId: 'AKIAADMIN', arn: `arn:aws:iam::${ACCOUNT}:user/admin` },
        { accessKeyId: 'ASIAAPP', arn: `arn:aws:sts::${ACCOUNT}:assumed-role/App/run`, allow: ['kms:Nothing'] },
      ],
      regions: {
        'us-east-1': {
          keys: [
            { id: KEY, lastUsage: { operation: 'Decrypt', at: '2026-01-02T03:04:05Z' } },
            { id: uuid(2), keySpec: 'HMAC_256', keyUsage: 'GENERATE_VERIFY_MAC' },
            {
              id: `mrk-${'0'.repeat(32)}`,
              multiRegion: { type: 'PRIMARY', primaryRegion: 'us-east-1', replicaRegions: [] },
            },
          ],
        },
      },
    },
  ],
});
const admin = () => kmsClient(aws.local, { accessKeyId: 'AKIAADMIN' });
const app = () => kmsClient(aws.local, { accessKeyId: 'ASIAAPP' });
const grant = (changes: object = {}) =>
  new CreateGrantCommand({
    KeyId: KEY,
    GranteePrincipal: ROLE,
    Operations: ['DescribeKey', 'Decrypt'],
    Name: 'app',
    ...changes,
  });

describe('grants', () => {
  it('let the grantee do what they list, and nothing once they are revoked', async () => {
    await expect(app().send(new DescribeKeyCommand({ KeyId: KEY }))).rejects.toThrow(/not authorized/);
    const { GrantId } = await admin().send(grant());
    await app().send(new DescribeKeyCommand({ KeyId: KEY }));
    await admin().send(new RevokeGrantCommand({ KeyId: KEY, GrantId }));
    await expect(app().send(new DescribeKeyCommand({ KeyId: KEY }))).rejects.toThrow(/not authorized/);
  });

  it('of one name and content are one grant, however often they are created', async () => {
    const first = await admin().send(grant());
    const again = await admin().send(grant({ Operations: ['Decrypt', 'DescribeKey'] }));
    const other = await admin().send(grant({ Operations: ['Encrypt'] }));
    expect(again.GrantId).toBe(first.GrantId);
    expect(other.GrantId).not.toBe(first.GrantId);
    const list = await admin().send(new ListGrantsCommand({ KeyId: KEY }));
    expect(list.Grants).toHaveLength(2);
  });

  it('are listed page by page, and by grantee', async () => {
    for (const Name of ['a', 'b', 'c']) {
      await admin().send(grant({ Name }));
    }
    const page = await admin().send(new ListGrantsCommand({ KeyId: KEY, Limit: 2 }));
    expect([page.Grants?.length, page.Truncated]).toEqual([2, true]);
    const rest = await admin().send(new ListGrantsCommand({ KeyId: KEY, Limit: 2, Marker: page.NextMarker }));
    expect([rest.Grants?.length, rest.Truncated]).toEqual([1, false]);
    const none = await admin().send(new ListGrantsCommand({ KeyId: KEY, GranteePrincipal: `${ROLE}2` }));
    expect(none.Grants).toEqual([]);
  });

  it('take no operation that the key cannot do, and no principal that is none', async () => {
    await expect(admin().send(grant({ KeyId: uuid(2) }))).rejects.toMatchObject({ name: 'ValidationError' });
    await expect(admin().send(grant({ GranteePrincipal: 'lambda.amazonaws.com' }))).rejects.toMatchObject({
      name: 'InvalidArnException',
    });
  });

  it('are retired by their retiring principal, who finds them', async () => {
    const { GrantId } = await admin().send(grant({ RetiringPrincipal: ROLE }));
    const found = await admin().send(new ListRetirableGrantsCommand({ RetiringPrincipal: ROLE }));
    expect(found.Grants?.map((entry) => entry.GrantId)).toEqual([GrantId]);
    await app().send(new RetireGrantCommand({ KeyId: `arn:aws:kms:us-east-1:${ACCOUNT}:key/${KEY}`, GrantId }));
    expect((await admin().send(new ListGrantsCommand({ KeyId: KEY }))).Grants).toEqual([]);
  });
});

describe('the life of a key', () => {
  it('tells its last use, and since when that is recorded', async () => {
    const used = await admin().send(new GetKeyLastUsageCommand({ KeyId: KEY }));
    expect(used.KeyLastUsage).toMatchObject({ Operation: 'Decrypt', Timestamp: new Date('2026-01-02T03:04:05Z') });
    const unused = await admin().send(new GetKeyLastUsageCommand({ KeyId: uuid(2) }));
    expect(unused.KeyLastUsage).toEqual({});
    expect(unused.TrackingStartDate?.getTime()).toBeGreaterThan(unused.KeyCreationDate?.getTime() ?? 0);
  });

  it('rotates on demand, and lists it', async () => {
    await admin().send(new RotateKeyOnDemandCommand({ KeyId: KEY }));
    const { Rotations } = await admin().send(new ListKeyRotationsCommand({ KeyId: KEY }));
    expect(Rotations?.map(({ RotationType }) => RotationType)).toEqual(['ON_DEMAND']);
  });

  it('replicates a multi-Region key once per Region, and moves the primary', async () => {
    const KeyId = `mrk-${'0'.repeat(32)}`;
    const replicate = new ReplicateKeyCommand({ KeyId, ReplicaRegion: 'eu-west-1' });
    expect((await admin().send(replicate)).ReplicaKeyMetadata?.Arn).toContain('eu-west-1');
    await expect(admin().send(replicate)).rejects.toMatchObject({ name: 'AlreadyExistsException' });
    await admin().send(new UpdatePrimaryRegionCommand({ KeyId, PrimaryRegion: 'eu-west-1' }));
    const { KeyMetadata } = await admin().send(new DescribeKeyCommand({ KeyId }));
    expect(KeyMetadata?.MultiRegionConfiguration).toMatchObject({
      MultiRegionKeyType: 'REPLICA',
      PrimaryKey: { Region: 'eu-west-1' },
      ReplicaKeys: [{ Region: 'us-east-1' }],
    });
    await expect(
      admin().send(new ReplicateKeyCommand({ KeyId: KEY, ReplicaRegion: 'eu-west-1' })),
    ).rejects.toMatchObject({
      name: 'UnsupportedOperationException',
    });
  });
});
