import { describe, expect, it } from 'vitest';
import type { KeyChange } from '../../client/src/aws/ports.js';
import { ACCOUNT, arnOf, failureOf, logsPolicy, PRINCIPALS, REGION, useTestAws, uuid } from './setup.js';

const denying = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: 'kms:*', Resource: '*' },
    { Effect: 'Deny', Principal: '*', Action: ['kms:DescribeKey', 'kms:GetKeyPolicy'], Resource: '*' },
  ],
};

const aws = useTestAws({
  accounts: [
    {
      id: ACCOUNT,
      principals: PRINCIPALS,
      regions: {
        [REGION]: {
          keys: [
            { id: uuid(1), aliases: ['alias/zebra', 'alias/app10'], tags: { team: 'blue' }, policy: logsPolicy() },
            { id: uuid(2), aliases: ['alias/app9'], rotation: { enabled: true, periodInDays: 180 } },
            { id: uuid(3), keySpec: 'RSA_2048', keyUsage: 'SIGN_VERIFY' },
            { id: uuid(4), aliases: ['alias/aws/s3'], keyManager: 'AWS' },
            { id: uuid(5), aliases: ['alias/denied'], policy: denying },
            { id: uuid(6), aliases: ['alias/off'], keyState: 'Disabled' },
          ],
          reservedAliases: ['alias/aws/rds'],
        },
        'eu-west-1': { generate: { keys: 1250 } },
      },
    },
  ],
});

describe('listing keys', () => {
  it('joins aliases, marks AWS managed keys, and sorts by alias as people count', async () => {
    const { keys } = await (await aws.connect()).keys.list();
    expect(keys.map(({ id, aliases, isAwsManaged }) => [id.slice(-1), aliases, isAwsManaged])).toEqual([
      ['2', ['app9'], false],
      ['1', ['app10', 'zebra'], false],
      ['4', ['aws/s3'], true],
      ['5', ['denied'], false],
      ['6', ['off'], false],
      ['3', [], false],
    ]);
  });

  it('reads every page', async () => {
    const session = await aws.connect({ region: 'eu-west-1' });
    const { keys } = await session.keys.list();
    expect(keys).toHaveLength(1250);
    expect(new Set(keys.map(({ id }) => id)).size).toBe(1250);
    expect(aws.local.requests.find({ operation: 'ListKeys' })).toHaveLength(2);
  });

  it('asks AWS once until it is refreshed', async () => {
    const { keys } = await aws.connect();
    await Promise.all([keys.list(), keys.list()]);
    expect(aws.local.requests.find({ operation: 'ListKeys' })).toHaveLength(1);
    keys.refresh();
    await keys.list();
    expect(aws.local.requests.find({ operation: 'ListKeys' })).toHaveLength(2);
  });

  it('goes through throttling', async () => {
    aws.local.faults.add({ service: 'kms', operation: 'ListKeys', kind: 'throttle', times: 2 });
    const { keys } = await (await aws.connect()).keys.list();
    expect(keys).toHaveLength(6);
  });

  it('goes through a broken connection', async () => {
    aws.local.faults.add({ service: 'kms', operation: 'ListKeys', kind: 'reset', times: 1 });
    expect((await (await aws.connect()).keys.list()).keys).toHaveLength(6);
  });

  it('names the permission when it is denied', async () => {
    const { keys } = await aws.connect({ profile: 'nobody' });
    expect(await failureOf(keys.list())).toMatchObject({
      kind: 'accessDenied',
      code: 'AccessDeniedException',
      action: 'kms:ListKeys',
      missingAction: 'kms:ListKeys',
      requestId: expect.any(String),
    });
  });

  it('lists by id when only the aliases are denied', async () => {
    aws.local.faults.add({ service: 'kms', operation: 'ListAliases', kind: 'accessDenied', times: 0 });
    const list = await (await aws.connect()).keys.list();
    expect(list.keys).toHaveLength(6);
    expect(list.keys.every(({ aliases }) => aliases.length === 0)).toBe(true);
    expect(list.aliasesFailure).toMatchObject({ kind: 'accessDenied' });
  });

  it('tells a token that expires on the way', async () => {
    const { keys } = await aws.connect();
    aws.local.faults.add({ service: 'kms', operation: 'ListKeys', kind: 'expiredToken', times: 0 });
    expect(await failureOf(keys.list())).toMatchObject({ kind: 'expired' });
  });

  it('ends at once when the session is cancelled', async () => {
    const abort = new AbortController();
    const { keys } = await aws.connect({ signal: abort.signal });
    aws.local.faults.add({ service: 'kms', operation: 'ListKeys', kind: 'timeout', times: 0 });
    const startedAt = performance.now();
    const failure = failureOf(keys.list());
    setTimeout(() => abort.abort(), 50);
    expect(await failure).toMatchObject({ kind: 'cancelled' });
    expect(performance.now() - startedAt).toBeLessThan(500);
  });
});

describe('describing keys', () => {
  it('reads each key once and announces it, also the one that is denied', async () => {
    const { keys } = await aws.connect();
    const changes: KeyChange[] = [];
    keys.onDidChange((change) => changes.push(change));
    const arns = [1, 2, 3, 5, 6].map((number) => arnOf(number));
    keys.requestDetails(arns);
    keys.requestDetails(arns);
    await Promise.allSettled(arns.map((arn) => keys.loadDetails(arn)));
    expect(aws.local.requests.find({ operation: 'DescribeKey' })).toHaveLength(5);
    expect(changes).toHaveLength(5);
    expect(keys.findDetails(arnOf(6))).toMatchObject({ kind: 'known', value: { state: 'Disabled' } });
    expect(keys.findDetails(arnOf(3))).toMatchObject({
      kind: 'known',
      value: { spec: 'RSA_2048', usage: 'SIGN_VERIFY' },
    });
    expect(keys.findDetails(arnOf(5))).toMatchObject({
      kind: 'failed',
      failure: { kind: 'accessDenied', missingAction: 'kms:DescribeKey' },
    });
  });

  it('asks again when fresh details are wanted', async () => {
    const { keys } = await aws.connect();
    expect((await keys.loadDetails(arnOf(2))).state).toBe('Enabled');
    const stored = aws.local.state.key(arnOf(2));
    Object.assign(stored as object, { keyState: 'Disabled' });
    expect((await keys.loadDetails(arnOf(2))).state).toBe('Enabled');
    expect((await keys.loadDetails(arnOf(2), { fresh: true })).state).toBe('Disabled');
    expect(keys.findDetails(arnOf(2))).toMatchObject({ value: { state: 'Disabled' } });
  });

  it('never has more than a handful of requests under way', async () => {
    const session = await aws.connect({ region: 'eu-west-1' });
    const { keys } = await session.keys.list();
    aws.local.faults.add({ service: 'kms', operation: 'DescribeKey', kind: 'latency', latencyMs: 100, times: 0 });
    const arns = keys.slice(0, 12).map(({ arn }) => arn);
    const startedAt = performance.now();
    await Promise.all(arns.map((arn) => session.keys.loadDetails(arn)));
    expect(performance.now() - startedAt).toBeGreaterThan(190);
  });

  it('reads rotation and tags of customer managed keys', async () => {
    const { keys } = await aws.connect();
    expect(await keys.loadExtras(arnOf(1))).toMatchObject({
      rotation: { kind: 'known', value: { enabled: false } },
      tags: { kind: 'known', value: [{ key: 'team', value: 'blue' }] },
    });
    expect(await keys.loadExtras(arnOf(2))).toMatchObject({
      rotation: { kind: 'known', value: { enabled: true, periodInDays: 180 } },
    });
  });

  it('never asks for the rotation of a key that cannot rotate, nor for tags of an AWS managed key', async () => {
    const { keys } = await aws.connect();
    expect(await keys.loadExtras(arnOf(3))).toMatchObject({ rotation: { kind: 'notApplicable' } });
    expect(await keys.loadExtras(arnOf(4))).toEqual({
      rotation: { kind: 'notApplicable' },
      tags: { kind: 'notApplicable' },
      lastUsage: { kind: 'notApplicable' },
    });
    expect(aws.local.requests.find({ operation: 'GetKeyLastUsage' })).toHaveLength(1);
    expect(aws.local.requests.find({ operation: 'GetKeyRotationStatus' })).toHaveLength(0);
    expect(aws.local.requests.find({ operation: 'ListResourceTags' })).toHaveLength(1);
  });
});

describe('key policies', () => {
  it('are read as AWS stores them', async () => {
    const { keys } = await aws.connect();
    expect(JSON.parse(await keys.loadPolicy(arnOf(1)))).toEqual(logsPolicy());
  });

  it('may be denied, with the exact words of AWS', async () => {
    const { keys } = await aws.connect();
    expect(await failureOf(keys.loadPolicy(arnOf(5)))).toMatchObject({
      kind: 'accessDenied',
      missingAction: 'kms:GetKeyPolicy',
      message: expect.stringContaining('explicit deny'),
    });
  });

  it('tells a key that is not there', async () => {
    const { keys } = await aws.connect();
    expect(await failureOf(keys.loadPolicy(arnOf(77)))).toMatchObject({ kind: 'notFound', code: 'NotFoundException' });
  });
});
