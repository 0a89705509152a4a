import { describe, expect, it } from 'vitest';
import { ACCOUNT, arnOf, failureOf, logsPolicy, PRINCIPALS, REGION, useTestAws, uuid } from './setup.js';

const aws = useTestAws({
  accounts: [
    {
      id: ACCOUNT,
      principals: PRINCIPALS,
      regions: {
        [REGION]: {
          keys: [
            { id: uuid(1), policy: logsPolicy() },
            { id: uuid(2) },
            { id: uuid(3), policy: logsPolicy(), keyState: 'Disabled' },
          ],
          logGroups: [
            { name: '/app', retentionInDays: 30, storedBytes: 1024 },
            { name: '/app/web', kmsKeyId: arnOf(1) },
            { name: '/lambda/x' },
          ],
        },
        'eu-west-1': { generate: { logGroups: 470 } },
      },
    },
  ],
});

describe('listing log groups', () => {
  it('reads the first page, and more on demand', async () => {
    const { logGroups } = await aws.connect({ region: 'eu-west-1' });
    expect(await logGroups.list()).toMatchObject({ hasMore: true, prefix: '' });
    expect((await logGroups.list()).groups).toHaveLength(50);
    expect(aws.local.requests.find({ operation: 'DescribeLogGroups' })).toHaveLength(1);
    await logGroups.loadMore();
    expect((await logGroups.list()).groups).toHaveLength(250);
    await logGroups.loadMore();
    await logGroups.loadMore();
    const all = await logGroups.list();
    expect(all).toMatchObject({ hasMore: false });
    expect(new Set(all.groups.map(({ name }) => name)).size).toBe(470);
  });

  it('loads more once for two clicks', async () => {
    const { logGroups } = await aws.connect({ region: 'eu-west-1' });
    await logGroups.list();
    await Promise.all([logGroups.loadMore(), logGroups.loadMore()]);
    expect((await logGroups.list()).groups).toHaveLength(250);
  });

  it('drops a page that arrives after the search has changed', async () => {
    const { logGroups } = await aws.connect({ region: 'eu-west-1' });
    await logGroups.list();
    const more = logGroups.loadMore();
    logGroups.search('/none');
    await more;
    expect(await logGroups.list()).toEqual({ groups: [], hasMore: false, prefix: '/none' });
  });

  it('gives ARNs without the trailing sign, and what is set of each group', async () => {
    const { groups } = await (await aws.connect()).logGroups.list();
    expect(
      groups.map(({ name, arn, kmsKeyArn, retentionInDays, storedBytes }) => ({
        name,
        arn,
        kmsKeyArn,
        retentionInDays,
        storedBytes,
      })),
    ).toEqual([
      {
        name: '/app',
        arn: `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:/app`,
        kmsKeyArn: undefined,
        retentionInDays: 30,
        storedBytes: 1024,
      },
      expect.objectContaining({ name: '/app/web', kmsKeyArn: arnOf(1), retentionInDays: undefined }),
      expect.objectContaining({ name: '/lambda/x' }),
    ]);
  });

  it('searches on the server', async () => {
    const { logGroups } = await aws.connect();
    logGroups.search('/lambda');
    expect((await logGroups.list()).groups.map(({ name }) => name)).toEqual(['/lambda/x']);
    expect(aws.local.requests.find({ operation: 'DescribeLogGroups' })[0]?.input).toMatchObject({
      logGroupNamePrefix: '/lambda',
    });
  });

  it('names the permission when it is denied', async () => {
    const { logGroups } = await aws.connect({ profile: 'nobody' });
    expect(await failureOf(logGroups.list())).toMatchObject({
      kind: 'accessDenied',
      missingAction: 'logs:DescribeLogGroups',
    });
  });
});

describe('finding one log group', () => {
  it('tells it from its neighbours', async () => {
    const { logGroups } = await aws.connect();
    expect(await logGroups.find('/app')).toMatchObject({ name: '/app' });
    expect(await logGroups.find('/ap')).toBeUndefined();
  });
});

describe('associating keys', () => {
  it('is seen when it is read back', async () => {
    const { logGroups } = await aws.connect();
    await logGroups.associateKey('/app', arnOf(1));
    expect(await logGroups.find('/app')).toMatchObject({ kmsKeyArn: arnOf(1) });
    await logGroups.disassociateKey('/app');
    expect(await logGroups.find('/app')).not.toHaveProperty('kmsKeyArn');
  });

  it.each([
    [
      'a policy without CloudWatch Logs',
      arnOf(2),
      { code: 'AccessDeniedException', message: /not allowed to be used/ },
    ],
    ['a disabled key', arnOf(3), { code: 'InvalidParameterException', message: /KMS/ }],
    ['a key that is not there', arnOf(99), { code: 'InvalidParameterException', message: /could not be found/ }],
    ['an id in place of an ARN', uuid(1), { code: 'InvalidParameterException', message: /could not be found/ }],
  ])('tells %s in the words of AWS', async (_name, keyArn, { code, message }) => {
    const { logGroups } = await aws.connect();
    const failure = await failureOf(logGroups.associateKey('/app', keyArn));
    expect(failure).toMatchObject({ code, action: 'logs:AssociateKmsKey', requestId: expect.any(String) });
    expect(failure.message).toMatch(message);
  });

  it('tells a log group that is gone', async () => {
    const { logGroups } = await aws.connect();
    expect(await failureOf(logGroups.associateKey('/gone', arnOf(1)))).toMatchObject({
      kind: 'notFound',
      code: 'ResourceNotFoundException',
    });
  });

  it('goes on to its end when the session is cancelled meanwhile', async () => {
    const abort = new AbortController();
    const { logGroups } = await aws.connect({ signal: abort.signal });
    aws.local.faults.add({ service: 'logs', operation: 'AssociateKmsKey', kind: 'latency', latencyMs: 100 });
    const writing = logGroups.associateKey('/app', arnOf(1));
    abort.abort();
    await writing;
    expect(await logGroups.find('/app')).toMatchObject({ kmsKeyArn: arnOf(1) });
  });
});
