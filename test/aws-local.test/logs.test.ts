import {
  AssociateKmsKeyCommand,
  CreateLogGroupCommand,
  DeleteLogGroupCommand,
  DescribeLogGroupsCommand,
  type DescribeLogGroupsCommandInput,
  DisassociateKmsKeyCommand,
  ListTagsForResourceCommand,
  PutRetentionPolicyCommand,
  paginateDescribeLogGroups,
} from '@aws-sdk/client-cloudwatch-logs';
import { DescribeKeyCommand } from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import {
  ACCOUNT,
  ADMIN,
  errorOf,
  idOf,
  keyArn,
  kmsClient,
  logsClient,
  OTHER_ACCOUNT,
  policyOf,
  ROOT_STATEMENT,
  useAwsLocal,
} from './support.js';

const NO_KMS = 'AKIATESTNOKMS0000001';
const NOTHING = 'AKIATESTNOTHING00001';
const GROUP = '/app/web';
const groupArn = (name: string) => `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:${name}`;
const QUERY_RESULT = `arn:aws:logs:us-east-1:${ACCOUNT}:query-result:*`;

/** A key policy: the account statement, and CloudWatch Logs under the given condition and changes. */
const admits = (condition: object | undefined, more: object = {}) =>
  policyOf(ROOT_STATEMENT, {
    Effect: 'Allow',
    Principal: { Service: 'logs.us-east-1.amazonaws.com' },
    Action: ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
    Resource: '*',
    ...(condition === undefined ? {} : { Condition: condition }),
    ...more,
  });
const context = (operator: string, value: string | string[]) => ({
  [operator]: { 'kms:EncryptionContext:aws:logs:arn': value },
});
const forAll = admits(context('ArnLike', groupArn('*')));

const POLICIES: { readonly [name: string]: object } = {
  'all groups': forAll,
  'all of the account': admits(context('ArnLike', `arn:aws:logs:us-east-1:${ACCOUNT}:*`)),
  'one group': admits(context('ArnEquals', groupArn(GROUP))),
  'one of two groups': admits(context('ArnEquals', [groupArn('/x'), groupArn(GROUP)])),
  'a context key in another case': admits({ ArnEquals: { 'KMS:encryptioncontext:AWS:logs:ARN': groupArn(GROUP) } }),
  'no condition': admits(undefined),
  'single actions': admits(undefined, {
    Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey'],
  }),
  'no logs statement': policyOf(ROOT_STATEMENT),
  'a trailing :*': admits(context('ArnEquals', `${groupArn(GROUP)}:*`)),
  'a star in StringEquals': admits(context('StringEquals', groupArn('*'))),
  'another group': admits(context('ArnEquals', groupArn('/app/other'))),
  'another Region': admits(undefined, { Principal: { Service: 'logs.eu-west-1.amazonaws.com' } }),
  'no Region': admits(undefined, { Principal: { Service: 'logs.amazonaws.com' } }),
  'a source account, which log groups do not send': admits({ StringEquals: { 'aws:SourceAccount': ACCOUNT } }),
  'decrypting only': admits(undefined, { Action: 'kms:Decrypt' }),
  'a Deny beside it': policyOf(...(forAll as { Statement: object[] }).Statement, {
    ...ROOT_STATEMENT,
    Effect: 'Deny',
    Principal: '*',
    Action: 'kms:GenerateDataKey*',
    Condition: { StringNotEquals: { 'kms:CallerAccount': ACCOUNT } },
  }),
  'a caller who comes through CloudWatch Logs': policyOf(...(forAll as { Statement: object[] }).Statement, {
    ...ROOT_STATEMENT,
    Principal: { AWS: `arn:aws:iam::${ACCOUNT}:user/no-kms` },
    Action: 'kms:DescribeKey',
    Condition: { StringEquals: { 'kms:ViaService': 'logs.us-east-1.amazonaws.com' } },
  }),
  'query results': admits({
    ArnEquals: { 'aws:SourceArn': QUERY_RESULT },
    StringEquals: { 'aws:SourceAccount': ACCOUNT },
  }),
};
const keyFor = (name: string) => keyArn(idOf(100 + Object.keys(POLICIES).indexOf(name)));

const aws = useAwsLocal({
  accounts: [
    {
      id: ACCOUNT,
      principals: [
        { accessKeyId: ADMIN, arn: `arn:aws:iam::${ACCOUNT}:user/admin` },
        { accessKeyId: NO_KMS, arn: `arn:aws:iam::${ACCOUNT}:user/no-kms`, allow: ['logs:*'] },
        { accessKeyId: NOTHING, arn: `arn:aws:iam::${ACCOUNT}:user/nobody`, allow: [] },
      ],
      regions: {
        'us-east-1': {
          keys: [
            ...Object.values(POLICIES).map((policy, index) => ({ id: idOf(100 + index), policy })),
            { id: idOf(1), policy: forAll, keyState: 'Disabled' },
            { id: idOf(2), policy: forAll, keyState: 'PendingDeletion' },
            { id: idOf(3), policy: forAll, keyState: 'PendingImport', origin: 'EXTERNAL' },
            { id: idOf(4), policy: forAll, keySpec: 'RSA_2048' },
            { id: idOf(5), policy: forAll, keySpec: 'HMAC_256', keyUsage: 'GENERATE_VERIFY_MAC' },
            { id: idOf(6), keyManager: 'AWS', aliases: ['alias/aws/s3'] },
          ],
          logGroups: [
            { name: GROUP, tags: { team: 'web' } },
            { name: '/app/web-access', class: 'INFREQUENT_ACCESS', retentionInDays: 30, kmsKeyId: keyFor('one group') },
            { name: '/App/Web', class: 'ESSENTIALS' },
            { name: '/app/guarded', deletionProtection: true },
          ],
        },
        'eu-west-1': { keys: [{ id: idOf(9), policy: forAll }], generate: { logGroups: 20_000 } },
        'cn-north-1': {
          keys: [
            {
              id: idOf(8),
              policy: policyOf(
                { ...ROOT_STATEMENT, Principal: { AWS: ACCOUNT } },
                { ...ROOT_STATEMENT, Principal: { Service: 'logs.cn-north-1.amazonaws.com.cn' } },
              ),
            },
          ],
          logGroups: [{ name: GROUP }],
        },
      },
    },
    {
      id: OTHER_ACCOUNT,
      regions: {
        'us-east-1': {
          keys: [
            {
              id: idOf(7),
              policy: policyOf(
                { ...ROOT_STATEMENT, Action: 'kms:DescribeKey' },
                { ...ROOT_STATEMENT, Principal: { Service: 'logs.us-east-1.amazonaws.com' } },
              ),
            },
          ],
        },
      },
    },
  ],
});

const logs = (accessKeyId = ADMIN, region = 'us-east-1') => logsClient(aws.local, { accessKeyId, region });
const associate = (kmsKeyId: string, more: object = { logGroupName: GROUP }, client = logs()) =>
  client.send(new AssociateKmsKeyCommand({ kmsKeyId, ...more }));
const find = async (logGroupNamePrefix: string) =>
  (await logs().send(new DescribeLogGroupsCommand({ logGroupNamePrefix }))).logGroups ?? [];

describe('AssociateKmsKey takes a key whose policy admits CloudWatch Logs for', () => {
  it.each([
    'all groups',
    'all of the account',
    'one group',
    'one of two groups',
    'a context key in another case',
    'no condition',
    'single actions',
  ])('%s', async (name) => {
    await associate(keyFor(name));
    expect((await find(GROUP))[0]?.kmsKeyId).toBe(keyFor(name));
  });

  it('the group by its ARN', async () => {
    await associate(keyFor('one group'), { resourceIdentifier: groupArn(GROUP) });
    expect(aws.local.state.logGroup(ACCOUNT, 'us-east-1', GROUP)?.kmsKeyId).toBe(keyFor('one group'));
  });

  it('the service principal of China', async () => {
    const key = `arn:aws-cn:kms:cn-north-1:${ACCOUNT}:key/${idOf(8)}`;
    await associate(key, { logGroupName: GROUP }, logs(ADMIN, 'cn-north-1'));
    expect(aws.local.state.logGroup(ACCOUNT, 'cn-north-1', GROUP)?.kmsKeyId).toBe(key);
  });

  it('a caller who may describe the key through CloudWatch Logs only', async () => {
    const key = keyFor('a caller who comes through CloudWatch Logs');
    await associate(key, { logGroupName: GROUP }, logs(NO_KMS));
    expect(
      await errorOf(kmsClient(aws.local, { accessKeyId: NO_KMS }).send(new DescribeKeyCommand({ KeyId: key }))),
    ).toMatch(/^AccessDeniedException/);
  });

  it('a group of another account, when the caller may describe the key', async () => {
    await associate(keyArn(idOf(7), 'us-east-1', OTHER_ACCOUNT));
  });
});

describe('AssociateKmsKey refuses a key', () => {
  const notAllowed = `AccessDeniedException: The specified KMS key does not exist or is not allowed to be used with Arn '${groupArn(GROUP)}'`;
  const notFound = `InvalidParameterException: The specified KMS Key Id could not be found. '${GROUP}'`;

  it.each([
    'no logs statement',
    'a trailing :*',
    'a star in StringEquals',
    'another group',
    'another Region',
    'no Region',
    'a source account, which log groups do not send',
    'decrypting only',
    'a Deny beside it',
    'query results',
  ])('whose policy has %s', async (name) => {
    expect(await errorOf(associate(keyFor(name)))).toBe(notAllowed);
    expect((await find(GROUP))[0]?.kmsKeyId).toBeUndefined();
  });

  it.each([
    ['missing', keyArn(idOf(99))],
    ['named by its id', idOf(100)],
    ['named by an alias', 'alias/aws/s3'],
    ['named by an alias ARN', `arn:aws:kms:us-east-1:${ACCOUNT}:alias/aws/s3`],
    ['of another Region', keyArn(idOf(9), 'eu-west-1')],
    ['that is disabled', keyArn(idOf(1))],
    ['that is pending deletion', keyArn(idOf(2))],
    ['that is pending import', keyArn(idOf(3))],
    ['that is asymmetric', keyArn(idOf(4))],
    ['that is an HMAC key', keyArn(idOf(5))],
  ])('%s', async (_, kmsKeyId) => {
    expect(await errorOf(associate(kmsKeyId))).toBe(notFound);
  });

  it('managed by AWS', async () => {
    expect(await errorOf(associate(keyArn(idOf(6))))).toBe(notAllowed);
  });

  it('that the caller may not describe', async () => {
    const key = keyFor('all groups');
    expect(await errorOf(associate(key, { logGroupName: GROUP }, logs(NO_KMS)))).toBe(
      `AccessDeniedException: User: arn:aws:iam::${ACCOUNT}:user/no-kms is not authorized to perform: kms:DescribeKey on resource: ${key} because no identity-based policy allows the kms:DescribeKey action`,
    );
  });

  it('for a group that does not exist, or that the caller may not touch', async () => {
    expect(await errorOf(associate(keyFor('all groups'), { logGroupName: '/none' }))).toBe(
      'ResourceNotFoundException: The specified log group does not exist.',
    );
    expect(await errorOf(associate(keyFor('all groups'), { logGroupName: GROUP }, logs(NOTHING)))).toBe(
      `AccessDeniedException: User: arn:aws:iam::${ACCOUNT}:user/nobody is not authorized to perform: logs:AssociateKmsKey on resource: ${groupArn(GROUP)}:log-stream: because no identity-based policy allows the logs:AssociateKmsKey action`,
    );
  });

  it.each([
    ['both ways of naming the group', { logGroupName: GROUP, resourceIdentifier: groupArn(GROUP) }],
    ['neither', {}],
    ['the ARN with :*', { resourceIdentifier: `${groupArn(GROUP)}:*` }],
    ['the ARN of another Region', { resourceIdentifier: groupArn(GROUP).replace('us-east-1', 'eu-west-1') }],
  ])('with %s', async (_, names) => {
    expect(await errorOf(associate(keyFor('all groups'), names))).toMatch(/^InvalidParameterException/);
  });

  it('without a key', async () => {
    expect(await errorOf(associate('x'.repeat(257)))).toMatch(/^InvalidParameterException: .*'kmsKeyId'/);
    expect(await errorOf(associate(''))).toMatch(/^InvalidParameterException: .*'kmsKeyId'/);
  });
});

describe('query results', () => {
  it('take a key for their own ARN, and no key for log groups', async () => {
    await associate(keyFor('query results'), { resourceIdentifier: QUERY_RESULT });
    expect(aws.local.state.region(ACCOUNT, 'us-east-1').queryResults.get('query-result:*')?.kmsKeyId).toBe(
      keyFor('query results'),
    );
    expect(await errorOf(associate(keyFor('all groups'), { resourceIdentifier: QUERY_RESULT }))).toMatch(
      /is not allowed to be used with Arn 'arn:aws:logs:us-east-1:111122223333:query-result:\*'$/,
    );
    await logs().send(new DisassociateKmsKeyCommand({ resourceIdentifier: QUERY_RESULT }));
    expect(aws.local.state.region(ACCOUNT, 'us-east-1').queryResults.ids()).toEqual([]);
  });
});

describe('log groups', () => {
  it('are described with both forms of their ARN', async () => {
    expect(await find('/app/web-')).toEqual([
      {
        logGroupName: '/app/web-access',
        creationTime: Date.parse('2025-01-02T03:04:05Z'),
        retentionInDays: 30,
        metricFilterCount: 0,
        arn: `${groupArn('/app/web-access')}:*`,
        storedBytes: 0,
        kmsKeyId: keyFor('one group'),
        logGroupClass: 'INFREQUENT_ACCESS',
        logGroupArn: groupArn('/app/web-access'),
        deletionProtectionEnabled: false,
      },
    ]);
  });

  it.each<[string, DescribeLogGroupsCommandInput, string[]]>([
    ['sorted by ASCII', {}, ['/App/Web', '/app/guarded', GROUP, '/app/web-access']],
    ['by prefix, neighbours included', { logGroupNamePrefix: GROUP }, [GROUP, '/app/web-access']],
    ['by substring, minding case', { logGroupNamePattern: 'Web' }, ['/App/Web']],
    ['by class, both cheap ones together', { logGroupClass: 'ESSENTIALS' }, ['/App/Web', '/app/web-access']],
    ['by identifiers', { logGroupIdentifiers: [GROUP, groupArn('/App/Web')] }, ['/App/Web', GROUP]],
  ])('are listed %s', async (_, input, names) => {
    const { logGroups } = await logs().send(new DescribeLogGroupsCommand(input));
    expect(logGroups?.map(({ logGroupName }) => logGroupName)).toEqual(names);
  });

  it('come without key and retention when searched by pattern, with a token that leads to an empty page', async () => {
    const first = await logs().send(new DescribeLogGroupsCommand({ logGroupNamePattern: 'access' }));
    expect(Object.keys(first.logGroups?.[0] ?? {}).sort()).toEqual(['arn', 'creationTime', 'logGroupName']);
    const second = await logs().send(
      new DescribeLogGroupsCommand({ logGroupNamePattern: 'access', nextToken: first.nextToken }),
    );
    expect(second).toMatchObject({ logGroups: [] });
    expect(second.nextToken).toBeUndefined();
  });

  it('page 50 at a time through 20,000', async () => {
    const client = logs(ADMIN, 'eu-west-1');
    let count = 0;
    let pages = 0;
    for await (const page of paginateDescribeLogGroups({ client }, { logGroupNamePrefix: '/generated/00' })) {
      pages += 1;
      count += page.logGroups?.length ?? 0;
    }
    expect({ pages, count }).toEqual({ pages: 200, count: 9999 });
  });

  it.each<[string, DescribeLogGroupsCommandInput, RegExp]>([
    ['limit 51', { limit: 51 }, /^InvalidParameterException: 1 validation error detected: Value '51' at 'limit'/],
    ['a made-up token', { nextToken: 'abc' }, /^InvalidParameterException: The specified nextToken is invalid\.$/],
    ['prefix and pattern', { logGroupNamePrefix: 'a', logGroupNamePattern: 'b' }, /mutually exclusive parameters\.$/],
  ])('are not listed with %s', async (_, input, expected) => {
    expect(await errorOf(logs().send(new DescribeLogGroupsCommand(input)))).toMatch(expected);
  });

  it('are hidden from a caller without permission', async () => {
    expect(await errorOf(logs(NOTHING).send(new DescribeLogGroupsCommand({})))).toBe(
      `AccessDeniedException: User: arn:aws:iam::${ACCOUNT}:user/nobody is not authorized to perform: logs:DescribeLogGroups on resource: arn:aws:logs:us-east-1:${ACCOUNT}:log-group::log-stream: because no identity-based policy allows the logs:DescribeLogGroups action`,
    );
  });

  it('are created with a key, which must be usable, and deleted', async () => {
    await logs().send(
      new CreateLogGroupCommand({ logGroupName: '/new', kmsKeyId: keyFor('all groups'), tags: { a: 'b' } }),
    );
    expect((await find('/new'))[0]).toMatchObject({
      kmsKeyId: keyFor('all groups'),
      creationTime: Date.parse('2026-01-15T09:00:00Z'),
    });
    expect((await logs().send(new ListTagsForResourceCommand({ resourceArn: groupArn('/new') }))).tags).toEqual({
      a: 'b',
    });
    await logs().send(new DeleteLogGroupCommand({ logGroupName: '/new' }));
    expect(await find('/new')).toEqual([]);
    expect(
      await errorOf(logs().send(new CreateLogGroupCommand({ logGroupName: '/new', kmsKeyId: keyArn(idOf(1)) }))),
    ).toBe("InvalidParameterException: The specified KMS Key Id could not be found. '/new'");
    expect(await find('/new')).toEqual([]);
  });

  it.each([
    [GROUP, /^ResourceAlreadyExistsException: The specified log group already exists$/],
    ['aws/mine', /^InvalidParameterException: Log groups starting with AWS\/ are reserved for AWS\.$/],
    ['a b', /^InvalidParameterException: .* 'logGroupName' failed to satisfy constraint/],
    ['x'.repeat(513), /^InvalidParameterException: .* less than or equal to 512$/],
  ])('are not created as %s', async (logGroupName, expected) => {
    expect(await errorOf(logs().send(new CreateLogGroupCommand({ logGroupName })))).toMatch(expected);
  });

  it('lose their key', async () => {
    await logs().send(new DisassociateKmsKeyCommand({ logGroupName: '/app/web-access' }));
    expect((await find('/app/web-access'))[0]).not.toHaveProperty('kmsKeyId');
  });

  it('keep what is protected, and take only the retention periods that AWS knows', async () => {
    expect(await errorOf(logs().send(new DeleteLogGroupCommand({ logGroupName: '/app/guarded' })))).toMatch(
      /^ValidationException/,
    );
    await logs().send(new PutRetentionPolicyCommand({ logGroupName: GROUP, retentionInDays: 14 }));
    expect((await find(GROUP))[0]?.retentionInDays).toBe(14);
    expect(
      await errorOf(logs().send(new PutRetentionPolicyCommand({ logGroupName: GROUP, retentionInDays: 15 }))),
    ).toMatch(/enum value set/);
  });

  it('have tags by the ARN without :* only', async () => {
    expect((await logs().send(new ListTagsForResourceCommand({ resourceArn: groupArn(GROUP) }))).tags).toEqual({
      team: 'web',
    });
    expect(await errorOf(logs().send(new ListTagsForResourceCommand({ resourceArn: `${groupArn(GROUP)}:*` })))).toMatch(
      /^ResourceNotFoundException/,
    );
  });
});
