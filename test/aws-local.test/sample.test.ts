import { fileURLToPath } from 'node:url';
import { AssociateKmsKeyCommand, DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import {
  DescribeKeyCommand,
  GetKeyPolicyCommand,
  ListAliasesCommand,
  ListKeysCommand,
  PutKeyPolicyCommand,
} from '@aws-sdk/client-kms';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { describe, expect, it } from 'vitest';
import { readSeedFile } from '../aws-local/index.js';
import { errorOf, kmsClient, logsClient, stsClient, useAwsLocal } from './support.js';

const seedPath = (name: string) => fileURLToPath(new URL(`../aws-local/seeds/${name}.json`, import.meta.url));
const sample = readSeedFile(seedPath('sample'));
const aws = useAwsLocal(sample);

/** The profiles that README.md promises. */
const NORMAL = { accessKeyId: 'AKIASAMPLE0000000001' };
const AUDIT = { accessKeyId: 'AKIASAMPLE0000000002' };
const EXPIRED = { accessKeyId: 'AKIASAMPLE0000000003', sessionToken: 'sample-expired-token' };
const EMPTY = { accessKeyId: 'AKIASAMPLE0000000004' };
const OTHER = { accessKeyId: 'AKIASAMPLE0000000005', region: 'eu-west-1' };

const places = sample.accounts.flatMap((account) =>
  Object.entries(account.regions ?? {}).map(([region, content]) => ({ account, region, content })),
);

const arnOfAlias = async (alias: string, region: string) => {
  const { KeyMetadata } = await kmsClient(aws.local, { ...NORMAL, region }).send(
    new DescribeKeyCommand({ KeyId: alias }),
  );
  return KeyMetadata?.Arn ?? '';
};
const associate = async (alias: string, logGroupName: string, region = 'us-east-1') =>
  logsClient(aws.local, { ...NORMAL, region }).send(
    new AssociateKmsKeyCommand({ logGroupName, kmsKeyId: await arnOfAlias(alias, region) }),
  );

describe('the sample accounts', () => {
  it('hold more than 25 log groups in the first Region, with and without key and retention', async () => {
    const { logGroups = [] } = await logsClient(aws.local, NORMAL).send(new DescribeLogGroupsCommand({}));
    expect(logGroups.length).toBeGreaterThan(25);
    expect(logGroups.filter(({ kmsKeyId }) => kmsKeyId === undefined).length).toBeGreaterThan(5);
    expect(logGroups.filter(({ kmsKeyId }) => kmsKeyId !== undefined).length).toBeGreaterThan(5);
    expect(logGroups.filter(({ retentionInDays }) => retentionInDays === undefined).length).toBeGreaterThan(5);
  });

  it('name only keys that exist in the same Region', () => {
    for (const { account, region, content } of places) {
      const arns = (content.keys ?? []).map(({ id }) => `arn:aws:kms:${region}:${account.id}:key/${id}`);
      for (const { kmsKeyId } of content.logGroups ?? []) {
        expect([undefined, ...arns]).toContain(kmsKeyId);
      }
    }
  });

  it('hold only key policies that KMS would store', async () => {
    let count = 0;
    for (const { account, region, content } of places) {
      const accessKeyId = account.principals?.[0]?.accessKeyId ?? '';
      const kms = kmsClient(aws.local, { accessKeyId, region });
      for (const { id, policy, keyManager } of content.keys ?? []) {
        if (policy !== undefined && keyManager !== 'AWS' && !JSON.stringify(policy).includes('KeepEngineersOut')) {
          await kms.send(new PutKeyPolicyCommand({ KeyId: id, Policy: JSON.stringify(policy) }));
          count += 1;
        }
      }
    }
    expect(count).toBeGreaterThan(8);
  });

  it.each([
    ['alias/app-logs', '/app/web'],
    ['alias/payments-logs', '/app/payments'],
    ['alias/shared-logs', '/app/web'],
    ['alias/orders', '/app/orders'],
  ])('let %s encrypt %s', async (alias, group) => {
    await associate(alias, group);
  });

  it.each([
    ['alias/payments-logs', '/app/payments-worker', /^AccessDeniedException: The specified KMS key/],
    ['alias/checkout-logs', '/app/checkout', /^AccessDeniedException: The specified KMS key/],
    ['alias/batch-logs', '/app/batch/nightly', /^AccessDeniedException: The specified KMS key/],
    ['alias/old-data', '/app/web', /^InvalidParameterException/],
    ['alias/retired-2024', '/app/web', /^InvalidParameterException/],
    ['alias/byok-import', '/app/web', /^InvalidParameterException/],
    ['alias/release-signing', '/app/web', /^InvalidParameterException/],
    ['alias/session-tokens', '/app/web', /^InvalidParameterException/],
    ['alias/aws/s3', '/app/web', /^AccessDeniedException: The specified KMS key/],
    [
      'alias/security-audit',
      '/app/web',
      /^AccessDeniedException: .* with an explicit deny in a resource-based policy$/,
    ],
  ])('do not let %s encrypt %s', async (alias, group, expected) => {
    expect(await errorOf(associate(alias, group))).toMatch(expected);
  });

  it('show the Region mistake and the replica in Seoul', async () => {
    await associate('alias/seoul-app-logs', '/app/web', 'ap-northeast-2');
    expect(await errorOf(associate('alias/seoul-copied', '/app/web', 'ap-northeast-2'))).toMatch(
      /^AccessDeniedException/,
    );
    const { KeyMetadata } = await kmsClient(aws.local, { ...NORMAL, region: 'ap-northeast-2' }).send(
      new DescribeKeyCommand({ KeyId: 'alias/orders' }),
    );
    expect(KeyMetadata?.MultiRegionConfiguration?.MultiRegionKeyType).toBe('REPLICA');
  });
});

describe('the sample profiles', () => {
  it('sign in as somebody, permissions or not', async () => {
    const identity = async (profile: object) =>
      (await stsClient(aws.local, profile).send(new GetCallerIdentityCommand({}))).Arn;
    expect(await identity(NORMAL)).toBe('arn:aws:iam::111122223333:user/dana');
    expect(await identity(AUDIT)).toBe('arn:aws:sts::111122223333:assumed-role/BillingAuditor/kim');
    expect(await identity(OTHER)).toBe('arn:aws:iam::444455556666:user/lee');
  });

  it('deny the auditor keys and logs', async () => {
    expect(await errorOf(kmsClient(aws.local, AUDIT).send(new ListAliasesCommand({})))).toMatch(
      /^AccessDeniedException/,
    );
    expect(await errorOf(logsClient(aws.local, AUDIT).send(new DescribeLogGroupsCommand({})))).toMatch(
      /^AccessDeniedException/,
    );
  });

  it('find the session expired', async () => {
    expect(await errorOf(kmsClient(aws.local, EXPIRED).send(new ListKeysCommand({})))).toMatch(
      /^ExpiredTokenException/,
    );
    expect(await errorOf(stsClient(aws.local, EXPIRED).send(new GetCallerIdentityCommand({})))).toMatch(
      /^ExpiredToken:/,
    );
  });

  it('find nothing in the empty account, in both seeds', async () => {
    for (const seed of [sample, readSeedFile(seedPath('empty'))]) {
      aws.local.reset(seed);
      expect((await kmsClient(aws.local, EMPTY).send(new ListKeysCommand({}))).Keys).toEqual([]);
      expect((await kmsClient(aws.local, EMPTY).send(new ListAliasesCommand({}))).Aliases).toEqual([]);
      expect((await logsClient(aws.local, EMPTY).send(new DescribeLogGroupsCommand({}))).logGroups).toEqual([]);
    }
  });

  it('keep accounts apart: the central key can be described from the workload account, its policy not read', async () => {
    const KeyId = 'arn:aws:kms:eu-west-1:444455556666:key/1f2e3d4c-5b6a-4798-8695-a4b3c2d1e0ff';
    const workload = kmsClient(aws.local, { ...NORMAL, region: 'eu-west-1' });
    expect((await workload.send(new DescribeKeyCommand({ KeyId }))).KeyMetadata?.KeyManager).toBe('CUSTOMER');
    expect(await errorOf(workload.send(new GetKeyPolicyCommand({ KeyId })))).toMatch(/^AccessDeniedException/);
  });
});
