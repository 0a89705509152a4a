import {
  AssociateKmsKeyCommand,
  DescribeLogGroupsCommand,
  DisassociateKmsKeyCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import {
  CreateAliasCommand,
  DeleteAliasCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  GetKeyPolicyCommand,
  ListAliasesCommand,
  ListKeysCommand,
  PutKeyPolicyCommand,
} from '@aws-sdk/client-kms';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { describe, expect, it } from 'vitest';
import {
  ACCOUNT,
  ADMIN,
  errorOf,
  idOf,
  keyArn,
  kmsClient,
  logsClient,
  policyOf,
  ROOT_STATEMENT,
  stsClient,
  useAwsLocal,
} from './support.js';

const aws = useAwsLocal({
  accounts: [
    {
      id: ACCOUNT,
      principals: [{ accessKeyId: ADMIN, arn: `arn:aws:iam::${ACCOUNT}:user/admin` }],
      regions: {
        'us-east-1': {
          keys: [
            { id: idOf(1) },
            {
              id: idOf(2),
              policy: policyOf(ROOT_STATEMENT, {
                ...ROOT_STATEMENT,
                Principal: { Service: 'logs.us-east-1.amazonaws.com' },
              }),
            },
          ],
          logGroups: [{ name: '/app/web' }],
        },
      },
    },
  ],
});

const listKeys = (maxAttempts = 1) => kmsClient(aws.local, { maxAttempts }).send(new ListKeysCommand({}));
const describeKey = () => kmsClient(aws.local).send(new DescribeKeyCommand({ KeyId: idOf(1) }));
const associate = () =>
  logsClient(aws.local).send(new AssociateKmsKeyCommand({ logGroupName: '/app/web', kmsKeyId: keyArn(idOf(2)) }));
const readGroupKey = async () =>
  (await logsClient(aws.local).send(new DescribeLogGroupsCommand({}))).logGroups?.[0]?.kmsKeyId;

describe('faults', () => {
  it('throttle as each service words it', async () => {
    aws.local.faults.add({ kind: 'throttle', times: 0 });
    expect(await errorOf(listKeys())).toBe(
      'ThrottlingException: You have exceeded the rate at which you may call KMS. Reduce the frequency of your calls.',
    );
    expect(await errorOf(readGroupKey())).toBe('ThrottlingException: Rate exceeded');
    expect(await errorOf(stsClient(aws.local).send(new GetCallerIdentityCommand({})))).toBe(
      'Throttling: Rate exceeded',
    );
  });

  it.each(['throttle', 'serverError', 'reset'] as const)('%s twice: the SDK tries a third time', async (kind) => {
    aws.local.faults.add({ service: 'kms', operation: 'ListKeys', kind, times: 2 });
    expect((await listKeys(3)).Keys).toHaveLength(2);
    expect(aws.local.requests.count({ operation: 'ListKeys' })).toBe(3);
  });

  it('hit from the nth request on, as often as they say, and nothing else', async () => {
    aws.local.faults.add({ service: 'kms', operation: 'ListKeys', kind: 'serverError', nth: 2, times: 1 });
    await listKeys();
    await describeKey();
    expect(await errorOf(listKeys())).toMatch(/^KMSInternalException/);
    await listKeys();
  });

  it('expire tokens and take permissions away', async () => {
    aws.local.faults.add({ kind: 'expiredToken' });
    expect(await errorOf(listKeys())).toBe(
      'ExpiredTokenException: The security token included in the request is expired',
    );
    aws.local.faults.clear();
    aws.local.faults.add({ service: 'kms', kind: 'accessDenied' });
    expect(await errorOf(listKeys())).toMatch(
      /^AccessDeniedException: User: .* is not authorized to perform: kms:ListKeys on resource: \*/,
    );
  });

  it('answer with any other error', async () => {
    aws.local.faults.add({ kind: 'error', code: 'DependencyTimeoutException', message: 'late', status: 503 });
    expect(await errorOf(listKeys())).toBe('DependencyTimeoutException: late');
  });

  it('lose the answer of a request that took effect', async () => {
    aws.local.faults.add({ operation: 'AssociateKmsKey', kind: 'reset', afterEffect: true });
    await errorOf(associate());
    expect(await readGroupKey()).toBe(keyArn(idOf(2)));
    expect(aws.local.requests.find({ operation: 'AssociateKmsKey' })).toMatchObject([{ status: 0 }]);
  });

  it('answer late, or never', async () => {
    aws.local.faults.add(
      { operation: 'ListKeys', kind: 'latency', latencyMs: 40 },
      { operation: 'DescribeKey', kind: 'timeout' },
    );
    const started = performance.now();
    await listKeys();
    expect(performance.now() - started).toBeGreaterThanOrEqual(35);
    const abort = new AbortController();
    const hanging = kmsClient(aws.local).send(new DescribeKeyCommand({ KeyId: idOf(1) }), {
      abortSignal: abort.signal,
    });
    setTimeout(() => abort.abort(), 40);
    expect(await errorOf(hanging)).toMatch(/^AbortError/);
  });

  it('make two changes of one log group collide', async () => {
    aws.local.faults.add({ operation: 'AssociateKmsKey', kind: 'latency', latencyMs: 60 });
    const first = associate();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(
      await errorOf(logsClient(aws.local).send(new DisassociateKmsKeyCommand({ logGroupName: '/app/web' }))),
    ).toMatch(/^OperationAbortedException/);
    await first;
    expect(await readGroupKey()).toBe(keyArn(idOf(2)));
  });
});

describe('eventual consistency', () => {
  it('hides a write from the next two reads', async () => {
    aws.local.state.consistency.reads = 2;
    await associate();
    expect([await readGroupKey(), await readGroupKey(), await readGroupKey()]).toEqual([
      undefined,
      undefined,
      keyArn(idOf(2)),
    ]);
  });

  it('hides a write until the clock has moved on', async () => {
    aws.local.state.consistency.ms = 300_000;
    await kmsClient(aws.local).send(new DisableKeyCommand({ KeyId: idOf(1) }));
    aws.local.clock.advance(299_999);
    expect((await describeKey()).KeyMetadata?.KeyState).toBe('Enabled');
    aws.local.clock.advance(1);
    expect((await describeKey()).KeyMetadata?.KeyState).toBe('Disabled');
  });

  it('hides what was created and still shows what was deleted', async () => {
    const kms = kmsClient(aws.local);
    await kms.send(new CreateAliasCommand({ AliasName: 'alias/old', TargetKeyId: idOf(1) }));
    aws.local.state.consistency.reads = 1;
    await kms.send(new CreateAliasCommand({ AliasName: 'alias/new', TargetKeyId: idOf(1) }));
    await kms.send(new DeleteAliasCommand({ AliasName: 'alias/old' }));
    const names = async () => (await kms.send(new ListAliasesCommand({}))).Aliases?.map(({ AliasName }) => AliasName);
    expect(await names()).toEqual(['alias/old']);
    expect(await names()).toEqual(['alias/new']);
  });

  it('lets CloudWatch Logs see the old key policy for a while', async () => {
    const policy = JSON.stringify(
      policyOf(ROOT_STATEMENT, { ...ROOT_STATEMENT, Principal: { Service: 'logs.us-east-1.amazonaws.com' } }),
    );
    const bind = () =>
      logsClient(aws.local).send(new AssociateKmsKeyCommand({ logGroupName: '/app/web', kmsKeyId: keyArn(idOf(1)) }));
    aws.local.state.consistency.ms = 1000;
    await kmsClient(aws.local).send(new PutKeyPolicyCommand({ KeyId: idOf(1), Policy: policy }));
    expect(await errorOf(bind())).toMatch(
      /^AccessDeniedException: The specified KMS key does not exist or is not allowed/,
    );
    aws.local.clock.advance(1000);
    await bind();
  });
});

describe('the control API', () => {
  const control = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${aws.local.url}/_aws-local/${path}`, {
      method,
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  };

  it('adds and clears faults', async () => {
    await control('POST', 'faults', [{ operation: 'ListKeys', kind: 'serverError', times: 0 }]);
    expect(await errorOf(listKeys())).toMatch(/^KMSInternalException/);
    await control('DELETE', 'faults');
    await listKeys();
  });

  it('tells the requests, and forgets them', async () => {
    await listKeys();
    expect((await control('GET', 'requests')).body).toMatchObject([
      { service: 'kms', operation: 'ListKeys', status: 200 },
    ]);
    await control('DELETE', 'requests');
    expect(aws.local.requests.count()).toBe(0);
  });

  it('delays consistency and moves the clock', async () => {
    await control('POST', 'consistency', { ms: 5000 });
    await associate();
    expect(await readGroupKey()).toBeUndefined();
    await control('POST', 'clock', { advanceMs: 5000 });
    expect(await readGroupKey()).toBe(keyArn(idOf(2)));
  });

  it('goes back to the seed, or on to another', async () => {
    await kmsClient(aws.local).send(
      new PutKeyPolicyCommand({ KeyId: idOf(1), Policy: JSON.stringify(policyOf(ROOT_STATEMENT)) }),
    );
    await control('POST', 'reset');
    const { Policy = '' } = await kmsClient(aws.local).send(new GetKeyPolicyCommand({ KeyId: idOf(1) }));
    expect(JSON.parse(Policy)).toHaveProperty('Id', 'key-default-1');
    const principals = [{ accessKeyId: ADMIN, arn: `arn:aws:iam::${ACCOUNT}:user/admin` }];
    await control('POST', 'reset', { accounts: [{ id: ACCOUNT, principals }] });
    expect((await listKeys()).Keys).toEqual([]);
    aws.local.reset({ accounts: [] });
    expect(await errorOf(listKeys())).toMatch(/^UnrecognizedClientException/);
  });

  it.each([
    ['POST', 'faults', { kind: 'earthquake' }, 400],
    ['POST', 'faults', '{', 400],
    ['POST', 'consistency', { reads: -1 }, 400],
    ['POST', 'reset', { accounts: [{ id: '7' }] }, 400],
    ['POST', 'nothing', {}, 404],
  ])('%s %s %j is refused with a reason', async (method, path, body, status) => {
    const answer = await control(method, path, body);
    expect(answer.status).toBe(status);
    expect(answer.body).toHaveProperty('error');
  });
});
