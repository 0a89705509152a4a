import { DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { ListKeysCommand } from '@aws-sdk/client-kms';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { describe, expect, it } from 'vitest';
import { ACCOUNT, ADMIN, errorOf, kmsClient, logsClient, OTHER_ACCOUNT, stsClient, useAwsLocal } from './support.js';

const EXPIRED = 'AKIATESTEXPIRED00001';
const OTHER = 'AKIATESTOTHER0000001';
const SESSION = 'ASIATESTSESSION00001';

const aws = useAwsLocal({
  accounts: [
    {
      id: ACCOUNT,
      principals: [
        { accessKeyId: ADMIN, arn: `arn:aws:iam::${ACCOUNT}:user/admin` },
        { accessKeyId: EXPIRED, arn: `arn:aws:iam::${ACCOUNT}:user/late`, expired: true },
        { accessKeyId: SESSION, sessionToken: 'token', arn: `arn:aws:sts::${ACCOUNT}:assumed-role/Dev/dana` },
      ],
      regions: { 'us-east-1': { generate: { keys: 2 } }, 'ap-northeast-2': { generate: { keys: 1 } } },
    },
    { id: OTHER_ACCOUNT, principals: [{ accessKeyId: OTHER, arn: `arn:aws:iam::${OTHER_ACCOUNT}:user/<&"'>` }] },
  ],
});

describe('who is calling, and where', () => {
  it('answers GetCallerIdentity in XML that the SDK reads, names with markup included', async () => {
    const { Account, Arn, UserId } = await stsClient(aws.local, { accessKeyId: OTHER }).send(
      new GetCallerIdentityCommand({}),
    );
    expect({ Account, Arn }).toEqual({ Account: OTHER_ACCOUNT, Arn: `arn:aws:iam::${OTHER_ACCOUNT}:user/<&"'>` });
    expect(UserId).toMatch(/^AIDA[0-9A-F]{17}$/);
  });

  it('takes account from the access key and Region from the signature', async () => {
    const countKeys = async (options: Parameters<typeof kmsClient>[1]) =>
      (await kmsClient(aws.local, options).send(new ListKeysCommand({}))).Keys?.length;
    expect(await countKeys({})).toBe(2);
    expect(await countKeys({ region: 'ap-northeast-2' })).toBe(1);
    expect(await countKeys({ region: 'eu-west-1' })).toBe(0);
    expect(await countKeys({ accessKeyId: OTHER })).toBe(0);
  });

  it('shows the role in the user id of a session', async () => {
    const identity = await stsClient(aws.local, { accessKeyId: SESSION, sessionToken: 'token' }).send(
      new GetCallerIdentityCommand({}),
    );
    expect(identity.UserId).toMatch(/^AROA[0-9A-F]{17}:dana$/);
  });

  it('refuses an unknown access key in the words of each protocol', async () => {
    const stranger = { accessKeyId: 'AKIANOBODY0000000001' };
    expect(await errorOf(kmsClient(aws.local, stranger).send(new ListKeysCommand({})))).toBe(
      'UnrecognizedClientException: The security token included in the request is invalid.',
    );
    expect(await errorOf(stsClient(aws.local, stranger).send(new GetCallerIdentityCommand({})))).toBe(
      'InvalidClientTokenId: The security token included in the request is invalid.',
    );
  });

  it('refuses an expired token in the words of each protocol', async () => {
    const late = { accessKeyId: EXPIRED };
    const text = 'The security token included in the request is expired';
    expect(await errorOf(kmsClient(aws.local, late).send(new ListKeysCommand({})))).toBe(
      `ExpiredTokenException: ${text}`,
    );
    expect(await errorOf(logsClient(aws.local, late).send(new DescribeLogGroupsCommand({})))).toBe(
      `ExpiredTokenException: ${text}`,
    );
    expect(await errorOf(stsClient(aws.local, late).send(new GetCallerIdentityCommand({})))).toBe(
      `ExpiredToken: ${text}`,
    );
  });

  it('refuses temporary credentials without their session token', async () => {
    expect(await errorOf(kmsClient(aws.local, { accessKeyId: SESSION }).send(new ListKeysCommand({})))).toMatch(
      /^UnrecognizedClientException/,
    );
  });
});

describe('garbage', () => {
  const signed = (service: string) =>
    `AWS4-HMAC-SHA256 Credential=${ADMIN}/20260115/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0`;

  const post = async (headers: Record<string, string>, body: string) => {
    const response = await fetch(aws.local.url, { method: 'POST', headers, body });
    return { status: response.status, text: await response.text() };
  };
  const json = (target: string, body: string, service = 'kms') =>
    post(
      { 'x-amz-target': target, authorization: signed(service), 'content-type': 'application/x-amz-json-1.1' },
      body,
    );

  it.each([
    ['text that is no JSON', '{"KeyId":', 'SerializationException'],
    ['a list instead of an object', '[]', 'SerializationException'],
    ['a number where a text belongs', '{"KeyId":7}', 'SerializationException'],
    ['no KeyId', '{}', 'ValidationException'],
    ['a key id that is none', '{"KeyId":"x"}', 'NotFoundException'],
    ['bytes that are no UTF-8', '\u0000\uFFFD', 'SerializationException'],
  ])('answers %s with a client error', async (_, body, code) => {
    const { status, text } = await json('TrentService.DescribeKey', body);
    expect(status).toBe(400);
    expect(JSON.parse(text)).toMatchObject({ __type: code });
  });

  it.each([['TrentService.FlyAway'], ['TrentService'], ['Nothing.ListKeys'], ['.'], ['TrentService.constructor']])(
    'answers the unknown target %s',
    async (target) => {
      const { status, text } = await json(target, '{}');
      expect({ status, body: JSON.parse(text) }).toEqual({
        status: 400,
        body: { __type: 'UnknownOperationException' },
      });
    },
  );

  it('answers a query for an unknown action, or for none, in XML', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', authorization: signed('sts') };
    expect((await post(headers, 'Action=Nap&Version=2011-06-15')).text).toContain('<Code>InvalidAction</Code>');
    expect((await post(headers, '')).text).toContain('<Code>MissingAction</Code>');
  });

  it('answers an unsigned request and one that is signed for another service', async () => {
    const target = { 'x-amz-target': 'TrentService.ListKeys' };
    expect((await post(target, '{}')).text).toContain('MissingAuthenticationTokenException');
    expect((await post({ ...target, authorization: 'Basic abc' }, '{}')).text).toContain('MissingAuthentication');
    expect((await json('TrentService.ListKeys', '{}', 's3')).text).toContain(
      "Credential should be scoped to correct service: 'kms'.",
    );
  });

  it('answers a GET and a body that is too long, and lives on', async () => {
    expect((await fetch(aws.local.url)).status).toBe(404);
    const tooLong = await fetch(aws.local.url, { method: 'POST', body: 'x'.repeat(5_000_000) }).then(
      (response) => response.status,
      () => 413,
    );
    expect(tooLong).toBe(413);
    expect((await kmsClient(aws.local).send(new ListKeysCommand({}))).Keys).toHaveLength(2);
  });

  it('logs what it could not read, without secrets', async () => {
    await json('TrentService.FlyAway', '{}');
    await kmsClient(aws.local).send(new ListKeysCommand({ Limit: 5 }));
    expect(aws.local.requests.all).toEqual([
      expect.objectContaining({
        service: 'kms',
        operation: 'FlyAway',
        status: 400,
        errorCode: 'UnknownOperationException',
      }),
      expect.objectContaining({
        service: 'kms',
        operation: 'ListKeys',
        accountId: ACCOUNT,
        input: { Limit: 5 },
        status: 200,
      }),
    ]);
    expect(JSON.stringify(aws.local.requests.all)).not.toMatch(/Signature|Credential/);
  });
});
