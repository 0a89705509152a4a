import {
  CreateAliasCommand,
  CreateKeyCommand,
  DeleteAliasCommand,
  DescribeKeyCommand,
  GetKeyPolicyCommand,
  ListKeyPoliciesCommand,
  PutKeyPolicyCommand,
  UpdateAliasCommand,
} from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import {
  ACCOUNT,
  ADMIN,
  errorOf,
  idOf,
  kmsClient,
  OTHER_ACCOUNT,
  policyOf,
  ROOT_STATEMENT,
  useAwsLocal,
} from './support.js';

const KNOWN_ROLE = `arn:aws:iam::${ACCOUNT}:role/Known`;
const ADMIN_ARN = `arn:aws:iam::${ACCOUNT}:user/admin`;
const NO_IAM = 'AKIATESTNOIAM0000001';
const LOCKOUT =
  'MalformedPolicyDocumentException: The new key policy will not allow you to update the key policy in the future.';
const PRINCIPALS = 'MalformedPolicyDocumentException: Policy contains a statement with one or more invalid principals.';

const aws = useAwsLocal({
  knownPrincipals: [KNOWN_ROLE],
  accounts: [
    {
      id: ACCOUNT,
      principals: [
        { accessKeyId: ADMIN, arn: ADMIN_ARN },
        { accessKeyId: NO_IAM, arn: `arn:aws:iam::${ACCOUNT}:user/no-iam`, allow: [] },
      ],
      regions: {
        'us-east-1': {
          keys: [
            { id: idOf(1) },
            { id: idOf(2), aliases: ['alias/two'] },
            { id: idOf(3), keySpec: 'HMAC_256', keyUsage: 'GENERATE_VERIFY_MAC' },
            {
              id: idOf(4),
              policy: policyOf({ ...ROOT_STATEMENT, Principal: { AWS: `arn:aws:iam::${ACCOUNT}:user/no-iam` } }),
            },
            { id: idOf(5), keyState: 'PendingDeletion' },
          ],
        },
      },
    },
  ],
});

const kms = (accessKeyId = ADMIN) => kmsClient(aws.local, { accessKeyId });
const put = (policy: object | string, more: object = {}) =>
  kms().send(
    new PutKeyPolicyCommand({
      KeyId: idOf(1),
      Policy: typeof policy === 'string' ? policy : JSON.stringify(policy),
      ...more,
    }),
  );
/** A policy that keeps the caller in, with one more statement. */
const withStatement = (more: object) =>
  policyOf(ROOT_STATEMENT, {
    Effect: 'Allow',
    Principal: { AWS: ADMIN_ARN },
    Action: 'kms:Decrypt',
    Resource: '*',
    ...more,
  });

describe('a policy that KMS stores', () => {
  it('comes back byte for byte', async () => {
    const text = `\n${JSON.stringify(policyOf(ROOT_STATEMENT), null, '\t')} `;
    await put(text);
    const answer = await kms().send(new GetKeyPolicyCommand({ KeyId: idOf(1) }));
    expect(answer).toMatchObject({ Policy: text, PolicyName: 'default' });
    expect((await kms().send(new ListKeyPoliciesCommand({ KeyId: idOf(1) }))).PolicyNames).toEqual(['default']);
  });

  it.each<[string, object]>([
    ['a single statement', { Version: '2012-10-17', Statement: ROOT_STATEMENT }],
    ['no Version', { Statement: [ROOT_STATEMENT] }],
    ['a Sid with spaces and an accent', withStatement({ Sid: 'Été à la clé' })],
    ['a known role, and this account by its id', withStatement({ Principal: { AWS: [KNOWN_ROLE, ACCOUNT] } })],
    ['a service', withStatement({ Principal: { Service: 'logs.us-east-1.amazonaws.com' } })],
    ['a service of China', withStatement({ Principal: { Service: 'logs.cn-north-1.amazonaws.com.cn' } })],
    ['an action that does not exist', withStatement({ Action: 'kms:Decipher' })],
    ['NotAction', withStatement({ Action: undefined, NotAction: 'kms:Put*' })],
    ['everybody', withStatement({ Principal: '*' })],
    [
      'ForAnyValue on an encryption context',
      withStatement({ Condition: { 'ForAnyValue:StringEquals': { 'kms:EncryptionContext:a': 'b' } } }),
    ],
  ])('%s', async (_, policy) => {
    await put(policy);
    expect(JSON.parse(aws.local.state.key(`arn:aws:kms:us-east-1:${ACCOUNT}:key/${idOf(1)}`)?.policy ?? '')).toEqual(
      JSON.parse(JSON.stringify(policy)),
    );
  });
});

describe('a policy that KMS refuses', () => {
  it.each<[string, object | string, string | RegExp]>([
    ['text that is no JSON', '{"Version":', /^MalformedPolicyDocumentException/],
    ['a comment', '{} // policy', /^MalformedPolicyDocumentException/],
    ['a list', '[]', /^MalformedPolicyDocumentException/],
    ['no statement', policyOf(), /^MalformedPolicyDocumentException/],
    [
      'an element that does not exist',
      { ...policyOf(ROOT_STATEMENT), Comment: 'x' },
      /^MalformedPolicyDocumentException/,
    ],
    ['an effect in the wrong case', withStatement({ Effect: 'allow' }), /^MalformedPolicyDocumentException/],
    ['an unknown version', { ...policyOf(ROOT_STATEMENT), Version: '2024-01-01' }, /^MalformedPolicyDocumentException/],
    ['an action without a service', withStatement({ Action: 'Decrypt' }), /^MalformedPolicyDocumentException/],
    [
      'an unknown operator',
      withStatement({ Condition: { StringResembles: { a: 'b' } } }),
      /^MalformedPolicyDocumentException/,
    ],
    [
      'no Action',
      withStatement({ Action: undefined }),
      'MalformedPolicyDocumentException: Policy statement must contain actions.',
    ],
    [
      'an empty Action list',
      withStatement({ Action: [] }),
      'MalformedPolicyDocumentException: Policy statement must contain actions.',
    ],
    [
      'no Resource',
      withStatement({ Resource: undefined }),
      'MalformedPolicyDocumentException: Policy statement must contain resources.',
    ],
    [
      'no Principal',
      withStatement({ Principal: undefined }),
      'MalformedPolicyDocumentException: Policy statement must contain principals.',
    ],
    ['an IAM group', withStatement({ Principal: { AWS: `arn:aws:iam::${ACCOUNT}:group/Ops` } }), PRINCIPALS],
    ['a wildcard inside an ARN', withStatement({ Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/*` } }), PRINCIPALS],
    ['a malformed ARN', withStatement({ Principal: { AWS: 'arn:aws:iam:role/Known' } }), PRINCIPALS],
    ['the id of a deleted principal', withStatement({ Principal: { AWS: 'AROAEXAMPLE1234567890' } }), PRINCIPALS],
    ['a role that does not exist', withStatement({ Principal: { AWS: `${KNOWN_ROLE}2` } }), PRINCIPALS],
    ['an account that does not exist', withStatement({ Principal: { AWS: OTHER_ACCOUNT } }), PRINCIPALS],
    ['a service that is none', withStatement({ Principal: { Service: 'logs' } }), PRINCIPALS],
    [
      'a tag condition for IAM policies',
      withStatement({ Condition: { StringEquals: { 'aws:ResourceTag/team': 'x' } } }),
      'MalformedPolicyDocumentException: These condition keys are not permitted in a key policy: aws:ResourceTag/team',
    ],
    [
      'ForAllValues on an encryption context',
      withStatement({ Condition: { 'ForAllValues:StringEquals': { 'kms:EncryptionContext:a': 'b' } } }),
      /^MalformedPolicyDocumentException: OverlyPermissiveCondition:EncryptionContext: Using the ForAllValues set operator .* To fix, remove ForAllValues\.$/,
    ],
    [
      'a character beyond Latin-1',
      withStatement({ Sid: '로그' }),
      /^ValidationException: .*'policy' failed to satisfy constraint/,
    ],
    ['a byte order mark', `\uFEFF${JSON.stringify(policyOf(ROOT_STATEMENT))}`, /^ValidationException/],
    ['an empty text', '', /^ValidationException/],
  ])('%s', async (_, policy, expected) => {
    const error = await errorOf(put(policy));
    if (typeof expected === 'string') {
      expect(error).toBe(expected);
    } else {
      expect(error).toMatch(expected);
    }
  });

  it('counts bytes, not characters, against 32,768', async () => {
    const fill = (text: string, length: number) => withStatement({ Sid: text.repeat(length) });
    const base = JSON.stringify(fill('', 0)).length;
    await put(fill('x', 32_768 - base));
    expect(await errorOf(put(fill('x', 32_769 - base)))).toMatch(/^LimitExceededException/);
    expect(await errorOf(put(fill('é', (32_770 - base) / 2)))).toMatch(/^LimitExceededException/);
  });

  it('says nothing useful about broken JSON, as KMS does', async () => {
    expect(await errorOf(put('{'))).toBe('MalformedPolicyDocumentException: UnknownError');
  });

  it('knows one policy name', async () => {
    await put(policyOf(ROOT_STATEMENT), { PolicyName: 'default' });
    expect(await errorOf(put(policyOf(ROOT_STATEMENT), { PolicyName: 'mine' }))).toMatch(/^NotFoundException/);
  });
});

describe('the lockout safety check', () => {
  const others = policyOf({ ...ROOT_STATEMENT, Principal: { AWS: KNOWN_ROLE } });
  const denied = policyOf(ROOT_STATEMENT, {
    ...ROOT_STATEMENT,
    Effect: 'Deny',
    Action: 'kms:Put*',
    Principal: { AWS: ADMIN_ARN },
  });

  it('refuses a policy that locks the caller out, by silence or by Deny', async () => {
    expect(await errorOf(put(others))).toBe(LOCKOUT);
    expect(await errorOf(put(denied))).toBe(LOCKOUT);
  });

  it('counts IAM policies only for callers that have them', async () => {
    const policy = JSON.stringify(policyOf(ROOT_STATEMENT));
    expect(await errorOf(kms(NO_IAM).send(new PutKeyPolicyCommand({ KeyId: idOf(4), Policy: policy })))).toBe(LOCKOUT);
  });

  it('stands aside when bypassed, and the caller is locked out', async () => {
    await put(others, { BypassPolicyLockoutSafetyCheck: true });
    expect(await errorOf(put(others, { BypassPolicyLockoutSafetyCheck: true }))).toMatch(
      /^AccessDeniedException: .* because no resource-based policy allows the kms:PutKeyPolicy action$/,
    );
  });

  it('lets a policy forbid the bypass', async () => {
    const forbid = {
      ...ROOT_STATEMENT,
      Effect: 'Deny',
      Principal: '*',
      Action: 'kms:PutKeyPolicy',
      Condition: { Bool: { 'kms:BypassPolicyLockoutSafetyCheck': true } },
    };
    await put(policyOf(ROOT_STATEMENT, forbid));
    expect(await errorOf(put(others, { BypassPolicyLockoutSafetyCheck: true }))).toMatch(
      /with an explicit deny in a resource-based policy$/,
    );
    await put(policyOf(ROOT_STATEMENT));
  });

  it('holds for CreateKey too', async () => {
    const Policy = JSON.stringify(others);
    expect(await errorOf(kms().send(new CreateKeyCommand({ Policy })))).toBe(LOCKOUT);
    await kms().send(new CreateKeyCommand({ Policy, BypassPolicyLockoutSafetyCheck: true }));
  });
});

describe('aliases', () => {
  it('moves from key to key and goes away', async () => {
    await kms().send(new UpdateAliasCommand({ AliasName: 'alias/two', TargetKeyId: idOf(1) }));
    expect((await kms().send(new DescribeKeyCommand({ KeyId: 'alias/two' }))).KeyMetadata?.KeyId).toBe(idOf(1));
    await kms().send(new DeleteAliasCommand({ AliasName: 'alias/two' }));
    expect(await errorOf(kms().send(new DeleteAliasCommand({ AliasName: 'alias/two' })))).toMatch(
      /^NotFoundException: Alias arn:.*alias\/two is not found\.$/,
    );
    await kms().send(new CreateAliasCommand({ AliasName: 'alias/two', TargetKeyId: idOf(2) }));
  });

  it.each<[string, string, string, RegExp]>([
    [
      'a name in use',
      'alias/two',
      idOf(1),
      /^AlreadyExistsException: An alias with the name arn:aws:kms:us-east-1:111122223333:alias\/two already exists$/,
    ],
    ['a reserved name', 'alias/aws/mine', idOf(1), /^NotAuthorizedException/],
    ['no prefix', 'two', idOf(1), /^ValidationException: Invalid identifier$/],
    ['a blank', 'alias/a b', idOf(1), /^InvalidAliasNameException/],
    ['an alias as target', 'alias/x', 'alias/two', /^ValidationException: Aliases must refer to keys/],
    ['a key that is pending deletion', 'alias/x', idOf(5), /^KMSInvalidStateException: .* is pending deletion\.$/],
    ['a missing key', 'alias/x', idOf(9), /^NotFoundException/],
  ])('CreateAlias refuses %s', async (_, AliasName, TargetKeyId, expected) => {
    expect(await errorOf(kms().send(new CreateAliasCommand({ AliasName, TargetKeyId })))).toMatch(expected);
  });

  it('does not move to a key of another kind', async () => {
    expect(await errorOf(kms().send(new UpdateAliasCommand({ AliasName: 'alias/two', TargetKeyId: idOf(3) })))).toMatch(
      /^ValidationException/,
    );
  });
});
