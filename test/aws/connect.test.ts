import { describe, expect, it } from 'vitest';
import type { RequestRecord } from '../../client/src/aws/ports.js';
import { startAwsLocal } from '../aws-local/index.js';
import { ACCOUNT, failureOf, PRINCIPALS, useTestAws } from './setup.js';

const aws = useTestAws({
  accounts: [
    { id: ACCOUNT, principals: PRINCIPALS, regions: {} },
    { id: '444455556666', principals: [{ accessKeyId: 'AKIABOB', arn: 'arn:aws:iam::444455556666:user/bob' }] },
  ],
});

describe('signing in', () => {
  it('shows the identity that AWS names, with the Region and profile asked for', async () => {
    const session = await aws.connect({ profile: 'alice', region: 'eu-west-1' });
    expect(session).toMatchObject({
      profile: 'alice',
      region: 'eu-west-1',
      identity: { account: ACCOUNT, arn: `arn:aws:iam::${ACCOUNT}:user/alice` },
    });
  });

  it('uses the environment when no profile is chosen', async () => {
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'AKIABOB', AWS_SECRET_ACCESS_KEY: 'x', AWS_REGION: 'us-west-2' });
    const { connect } = await import('../../client/src/aws/index.js');
    const session = await connect({ signal: new AbortController().signal });
    expect(session).toMatchObject({ region: 'us-west-2', identity: { account: '444455556666' } });
    expect(session).not.toHaveProperty('profile');
  });

  it('takes a chosen profile over the keys of the environment', async () => {
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'AKIABOB', AWS_SECRET_ACCESS_KEY: 'x' });
    expect((await aws.connect({ profile: 'alice' })).identity.arn).toMatch(/user\/alice$/);
  });

  it('takes the Region from AWS_REGION before that of the profile, and the choice before both', async () => {
    aws.config('[profile alice]\nregion = ap-northeast-2\n');
    const withoutRegion = { profile: 'alice', region: '' };
    expect((await aws.connect(withoutRegion)).region).toBe('ap-northeast-2');
    process.env['AWS_REGION'] = 'eu-west-1';
    expect((await aws.connect(withoutRegion)).region).toBe('eu-west-1');
    expect((await aws.connect({ ...withoutRegion, region: 'us-east-2' })).region).toBe('us-east-2');
  });

  it('guesses no Region, and sends nothing without one', async () => {
    const before = aws.local.requests.all.length;
    expect(await failureOf(aws.connect({ region: '' }))).toMatchObject({ kind: 'noRegion' });
    expect(aws.local.requests.all).toHaveLength(before);
  });

  it('reports each request without parameters', async () => {
    const records: RequestRecord[] = [];
    await aws.connect({ onRequest: (record) => records.push(record) });
    expect(records).toEqual([
      expect.objectContaining({ action: 'sts:GetCallerIdentity', attempts: 1, requestId: expect.any(String) }),
    ]);
    expect(JSON.stringify(records)).not.toContain('alice');
  });
});

describe('failed sign-ins', () => {
  it.each([
    ['a profile that is not there', { profile: 'nope' }, { kind: 'noCredentials', code: 'ProfileNotFound' }],
    ['an unknown access key', { profile: 'stranger' }, { kind: 'noCredentials', code: 'InvalidClientTokenId' }],
    ['an expired session', { profile: 'expired' }, { kind: 'expired', code: 'ExpiredToken' }],
  ])('tell %s', async (_name, options, failure) => {
    expect(await failureOf(aws.connect(options))).toMatchObject(failure);
  });

  it('tell that nothing is configured', async () => {
    const { connect } = await import('../../client/src/aws/index.js');
    const failure = await failureOf(connect({ region: 'us-east-1', signal: new AbortController().signal }));
    expect(failure).toMatchObject({ kind: 'noCredentials' });
  });

  it('say how to sign in again, also when the sign-in stands in the source profile of a role', async () => {
    aws.config(`[profile base]
sso_session = company
sso_account_id = ${ACCOUNT}
sso_role_name = Dev
[profile role]
role_arn = arn:aws:iam::${ACCOUNT}:role/Admin
source_profile = base
[sso-session company]
sso_region = us-east-1
sso_start_url = https://example.awsapps.com/start
`);
    for (const profile of ['base', 'role']) {
      expect(await failureOf(aws.connect({ profile }))).toMatchObject({
        kind: 'expired',
        signIn: ['sso', 'login', '--profile', 'base'],
      });
    }
  });

  it('tell that nothing answers at the endpoint', async () => {
    const gone = await startAwsLocal({ seed: { accounts: [] } });
    await gone.close();
    process.env['AWS_ENDPOINT_URL'] = gone.url;
    expect(await failureOf(aws.connect())).toMatchObject({ kind: 'network', code: 'ECONNREFUSED' });
  });

  it('are retried by the SDK when AWS throttles or stumbles, and told when that does not help', async () => {
    aws.local.faults.add({ service: 'sts', operation: 'GetCallerIdentity', kind: 'throttle', times: 1 });
    expect((await aws.connect()).identity.account).toBe(ACCOUNT);
    aws.local.faults.add({ service: 'sts', operation: 'GetCallerIdentity', kind: 'throttle', times: 0 });
    expect(await failureOf(aws.connect())).toMatchObject({ kind: 'throttled' });
  });

  it('are cancelled quietly when the switch came before the first request', async () => {
    const unhandled: unknown[] = [];
    const listen = (reason: unknown) => unhandled.push(reason);
    process.on('unhandledRejection', listen);
    expect(await failureOf(aws.connect({ signal: AbortSignal.abort() }))).toMatchObject({ kind: 'cancelled' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    process.off('unhandledRejection', listen);
    expect(unhandled).toEqual([]);
  });

  it('end at once when they are cancelled, even while AWS does not answer', async () => {
    aws.local.faults.add({ service: 'sts', operation: 'GetCallerIdentity', kind: 'timeout', times: 0 });
    const abort = new AbortController();
    const startedAt = performance.now();
    const failure = failureOf(aws.connect({ signal: abort.signal }));
    setTimeout(() => abort.abort(), 50);
    expect(await failure).toMatchObject({ kind: 'cancelled' });
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });
});

describe('endpoints', () => {
  it('are those of the chosen profile, not of the default one', async () => {
    delete process.env['AWS_ENDPOINT_URL'];
    const dead = await startAwsLocal({ seed: { accounts: [] } });
    await dead.close();
    aws.config(`[default]\nendpoint_url = ${dead.url}\n[profile alice]\nendpoint_url = ${aws.local.url}\n`);
    expect((await aws.connect({ profile: 'alice' })).identity.account).toBe(ACCOUNT);
  });

  it('may be given for each service in a section of their own', async () => {
    delete process.env['AWS_ENDPOINT_URL'];
    aws.config(`[profile alice]
services = local
[services local]
sts =
  endpoint_url = ${aws.local.url}
kms =
  endpoint_url = ${aws.local.url}
cloudwatch_logs =
  endpoint_url = ${aws.local.url}
`);
    const session = await aws.connect({ profile: 'alice' });
    expect((await session.keys.list()).keys).toEqual([]);
    expect((await session.logGroups.list()).groups).toEqual([]);
  });

  it('are reached through the private endpoint when a role is assumed', async () => {
    delete process.env['AWS_ENDPOINT_URL'];
    aws.config(`[profile role]
role_arn = arn:aws:iam::${ACCOUNT}:role/Admin
source_profile = alice
endpoint_url = ${aws.local.url}
[profile alice]
`);
    await aws.connect({ profile: 'role' }).catch(() => undefined);
    expect(aws.local.requests.find({ operation: 'AssumeRole' })).toHaveLength(1);
  });
});

describe('a device for multi-factor authentication', () => {
  const config = () =>
    aws.config(`[profile role]
role_arn = arn:aws:iam::${ACCOUNT}:role/Admin
source_profile = alice
mfa_serial = arn:aws:iam::${ACCOUNT}:mfa/alice
`);

  it('is asked for its code once', async () => {
    config();
    const asked: string[] = [];
    const askMfaCode = async (serial: string) => {
      asked.push(serial);
      return '123456';
    };
    await aws.connect({ profile: 'role', askMfaCode }).catch(() => undefined);
    expect(asked).toEqual([`arn:aws:iam::${ACCOUNT}:mfa/alice`]);
    expect(aws.local.requests.find({ operation: 'AssumeRole' })[0]?.input).toMatchObject({ TokenCode: '123456' });
  });
});
