import { describe, expect, it } from 'vitest';
import { KMS_ACTIONS } from '../../../server/src/knowledge/kmsActions.js';
import { accessDiff } from '../../../server/src/policy/access/accessDiff.js';
import { toRows } from '../../../server/src/policy/access/accessRows.js';
import { policyWith } from '../../support/policies.js';

const OWNER = '111122223333';
const ROLE = `arn:aws:iam::${OWNER}:role/App`;
const allow = (more: object = {}) => ({
  Effect: 'Allow',
  Principal: { AWS: ROLE },
  Action: 'kms:Decrypt',
  Resource: '*',
  ...more,
});
const when = (operator: string, key: string, values: string | string[]) => ({
  Condition: { [operator]: { [key]: values } },
});
const diff = (before: object[], after: object[], account?: string) =>
  accessDiff(policyWith(...before), policyWith(...after), account === undefined ? {} : { account });
const changes = (before: object[], after: object[], account?: string) =>
  diff(before, after, account).changes.map(
    ({ change, caller, action, term }) =>
      `${change} ${caller.text} ${action} ${term.way} when ${term.when.map(({ key }) => key)} unless ${term.unless.map((atoms) => atoms.map(({ key }) => key).join('&'))}`,
  );

describe('accessDiff finds no change in', () => {
  it.each([
    [
      'lists for single values',
      [allow()],
      [allow({ Action: ['kms:Decrypt'], Principal: { AWS: [ROLE] }, Resource: ['*'] })],
    ],
    [
      'another Sid and order',
      [allow({ Sid: 'A' }), allow({ Action: 'kms:Encrypt' })],
      [allow({ Action: 'kms:Encrypt' }), allow({ Sid: 'B' })],
    ],
    [
      'one statement as two',
      [allow({ Action: ['kms:Decrypt', 'kms:Encrypt'] })],
      [allow(), allow({ Action: 'kms:Encrypt' })],
    ],
    [
      'letter case of actions and condition keys',
      [allow(when('StringEquals', 'kms:ViaService', 'a'))],
      [allow({ Action: 'KMS:decrypt', ...when('stringequals', 'KMS:viaservice', 'a') })],
    ],
    [
      'a wildcard as the list of what it covers',
      [allow({ Action: 'kms:*' })],
      [allow({ Action: KMS_ACTIONS.map(({ name }) => `kms:${name}`) })],
    ],
    [
      'NotAction as the list of the others',
      [allow({ Action: undefined, NotAction: 'kms:Decrypt' })],
      [allow({ Action: KMS_ACTIONS.map(({ name }) => `kms:${name}`).filter((name) => name !== 'kms:Decrypt') })],
    ],
    [
      'an account in its two spellings',
      [allow({ Principal: { AWS: OWNER } })],
      [allow({ Principal: { AWS: `arn:aws:iam::${OWNER}:root` } })],
    ],
    ['everyone in its two spellings', [allow({ Principal: '*' })], [allow({ Principal: { AWS: '*' } })]],
    [
      'the order of values, and ones listed twice',
      [allow(when('StringEquals', 'kms:ViaService', ['a', 'b']))],
      [allow(when('StringEquals', 'kms:ViaService', ['b', 'a', 'b']))],
    ],
    [
      'a pattern without wildcards',
      [allow(when('StringEquals', 'kms:ViaService', 'a'))],
      [allow(when('StringLike', 'kms:ViaService', 'a'))],
    ],
    [
      'values that a pattern covers already',
      [allow(when('StringLike', 'kms:ViaService', ['s3.*', 's3.us-east-1.*']))],
      [allow(when('StringLike', 'kms:ViaService', 's3.*'))],
    ],
    [
      'a condition split over two statements',
      [allow(when('StringEquals', 'kms:ViaService', ['a', 'b']))],
      [allow(when('StringEquals', 'kms:ViaService', 'a')), allow(when('StringEquals', 'kms:ViaService', 'b'))],
    ],
    ['a statement that a Deny shuts out', [allow({ Effect: 'Deny' }), allow()], [allow({ Effect: 'Deny' })]],
    [
      'an exception as a Deny',
      [allow({ Action: ['kms:Decrypt', 'kms:Encrypt'] }), allow({ Effect: 'Deny', Action: 'kms:Encrypt' })],
      [allow(), allow({ Effect: 'Deny', Action: 'kms:Encrypt' })],
    ],
    [
      'the caller by a condition that always holds for it',
      [allow(when('StringEquals', 'aws:PrincipalAccount', OWNER))],
      [allow()],
    ],
    [
      'ranges that meet',
      [
        allow(when('NumericLessThan', 'kms:RotationPeriodInDays', '100')),
        allow(when('NumericGreaterThanEquals', 'kms:RotationPeriodInDays', '100')),
      ],
      [allow(when('Null', 'kms:RotationPeriodInDays', 'false'))],
    ],
    [
      'an address range as its halves',
      [allow(when('IpAddress', 'aws:SourceIp', '10.0.0.0/8'))],
      [allow(when('IpAddress', 'aws:SourceIp', ['10.0.0.0/9', '10.128.0.0/9']))],
    ],
    [
      'dates in two spellings',
      [allow(when('DateLessThan', 'aws:CurrentTime', '2030-01-01T00:00:00Z'))],
      [allow(when('DateLessThan', 'aws:CurrentTime', '1893456000'))],
    ],
    [
      'a pair of the encryption context, whose key is then there',
      [allow(when('StringEquals', 'kms:EncryptionContext:App', 'x'))],
      [
        allow({
          Condition: {
            StringEquals: { 'kms:EncryptionContext:App': 'x' },
            Null: { 'kms:EncryptionContextKeys': 'false' },
          },
        }),
      ],
    ],
    ['keys that a key policy never sees', [allow(when('StringNotEquals', 'aws:ResourceTag/team', 'a'))], [allow()]],
  ])('%s', (_, before, after) => {
    expect(diff(before, after)).toMatchObject({ changes: [], incomplete: [] });
  });
});

describe('accessDiff', () => {
  it('tells what a new statement gives, and only beyond what was there', () => {
    expect(changes([allow()], [allow(), allow({ Action: ['kms:Decrypt', 'kms:Encrypt'] })])).toEqual([
      `gained ${ROLE} kms:Encrypt role when  unless `,
    ]);
    expect(changes([allow(when('StringEquals', 'kms:ViaService', 'a'))], [allow()])).toEqual([
      `gained ${ROLE} kms:Decrypt role when  unless kms:viaservice`,
    ]);
  });

  it('tells what a Deny takes, also from grants', () => {
    expect(changes([allow()], [allow(), allow({ Effect: 'Deny' })])).toEqual([
      `lost ${ROLE} kms:Decrypt role when  unless `,
    ]);
    expect(changes([], [allow({ Effect: 'Deny' })])).toEqual([`lost ${ROLE} kms:Decrypt grant when  unless `]);
    expect(
      changes([allow()], [allow(), allow({ Effect: 'Deny', ...when('Bool', 'aws:SecureTransport', 'false') })]),
    ).toEqual([`lost ${ROLE} kms:Decrypt role when aws:securetransport unless `]);
  });

  it('tells access by name from access through IAM', () => {
    const account = allow({ Principal: { AWS: OWNER } });
    expect(changes([account], [account, allow()])).toEqual([`gained ${ROLE} kms:Decrypt role when  unless `]);
    expect(diff([account], [account, allow()]).changes).toMatchObject([{ term: { otherwise: 'lesser' } }]);
  });

  it('tells a session from its role, which boundaries and session policies limit', () => {
    const session = `arn:aws:sts::${OWNER}:assumed-role/App/me`;
    expect(changes([allow()], [allow(), allow({ Principal: { AWS: session } })])).toEqual([
      `gained ${session} kms:Decrypt direct when  unless `,
    ]);
  });

  it('follows policy variables', () => {
    const own = (user: string) =>
      allow({ Principal: { AWS: OWNER }, ...when('StringEquals', 'kms:EncryptionContext:User', user) });
    expect(diff([own('${aws:username}')], [own('${aws:username}')]).changes).toEqual([]);
    expect(diff([own('${aws:username}')], [own('${aws:userid}')]).changes.length).toBeGreaterThan(0);
  });

  it('knows the versions of the language, only one of which has variables', () => {
    const own = allow({
      Principal: { AWS: OWNER },
      ...when('StringEquals', 'kms:EncryptionContext:User', '${aws:username}'),
    });
    const policy = policyWith(own);
    const old = { ...policy, version: undefined };
    expect(accessDiff(old, old).changes).toEqual([]);
    expect(accessDiff(old, policy).changes.length).toBeGreaterThan(0);
  });

  it('says when there is too much to look at', () => {
    const values = ['Encrypt', 'Decrypt', 'Sign', 'Verify', 'GenerateMac', 'VerifyMac', 'DescribeKey', 'CreateGrant'];
    const each = (names: readonly string[]) =>
      names.map((name) =>
        allow({ Action: 'kms:CreateGrant', ...when('ForAnyValue:StringEquals', 'kms:GrantOperations', name) }),
      );
    expect(diff(each(values), each([...values, 'RetireGrant'])).incomplete).toEqual(['kms:grantoperations']);
  });

  it('leaves out what callers of other accounts cannot use, once the account of the key is known', () => {
    const foreign = allow({ Principal: { AWS: 'arn:aws:iam::444455556666:role/Partner' }, Action: 'kms:PutKeyPolicy' });
    expect(changes([], [foreign])).toHaveLength(1);
    expect(changes([], [foreign], OWNER)).toEqual([]);
  });

  it('marks gains that are public, or of another account, or powerful', () => {
    const marks = (statement: object) => {
      const after = policyWith(statement);
      const { changes: gained, callers } = accessDiff(policyWith(), after);
      return toRows(gained, [after], OWNER, callers).flatMap((row) => row.marks);
    };
    expect(marks(allow({ Principal: '*' }))).toEqual(expect.arrayContaining(['public', 'decrypt']));
    expect(marks(allow({ Action: 'kms:PutKeyPolicy' }))).toEqual(['administer']);
    expect(marks(allow({ Principal: { AWS: '444455556666' } }))).toContain('cross-account');
  });

  it('treats what is not known before deployment as itself, and claims nothing for certain', () => {
    const unknown = allow({ Principal: { AWS: 'arn:aws:iam::${AWS::AccountId}:role/App' } });
    expect(changes([unknown], [{ ...unknown, Sid: 'X' }])).toEqual([]);
    expect(diff([], [unknown]).changes).toMatchObject([{ isCertain: false, witness: undefined }]);
    const value = allow(when('StringEquals', 'kms:ViaService', 's3.${AWS::Region}.amazonaws.com'));
    expect(changes([value], [value])).toEqual([]);
    expect(diff([allow()], [value]).changes).toMatchObject([{ change: 'lost', isCertain: false }]);
  });
});
