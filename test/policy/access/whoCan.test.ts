import { describe, expect, it } from 'vitest';
import type { AccessRow } from '../../../server/src/policy/access/accessRows.js';
import { whoCan } from '../../../server/src/policy/access/whoCan.js';
import { policyWith } from '../../support/policies.js';

const OWNER = '111122223333';
const ROLE = `arn:aws:iam::${OWNER}:role/App`;
const FOREIGN = 'arn:aws:iam::444455556666:role/Partner';
const root = { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${OWNER}:root` }, Action: 'kms:*', Resource: '*' };
const allow = (more: object) => ({
  Effect: 'Allow',
  Principal: { AWS: ROLE },
  Action: 'kms:Decrypt',
  Resource: '*',
  ...more,
});
const deny = (more: object) => allow({ Effect: 'Deny', ...more });

const show = ({ callers, actions, term, marks }: AccessRow) => ({
  callers: callers.map(({ kind, text }) => `${kind} ${text}`),
  actions,
  way: term.way,
  when: term.when.map(({ key }) => key),
  unless: term.unless.map((atoms) => atoms.map(({ key }) => key)),
  marks,
});
const ask = (statements: object[], actions = ['kms:Decrypt'], account?: string) =>
  whoCan(policyWith(...statements), { actions, ...(account !== undefined && { account }) }).rows.map(show);
const rolesOf = (rows: ReturnType<typeof ask>) => rows.filter(({ callers }) => callers.includes(`role ${ROLE}`));

describe('whoCan', () => {
  it('tells what comes through IAM from what the policy names', () => {
    const rows = ask([root, allow({})]);
    expect(rows).toContainEqual({
      callers: [`role ${ROLE}`],
      actions: ['kms:Decrypt'],
      way: 'role',
      when: [],
      unless: [],
      marks: ['decrypt'],
    });
    expect(rows).toContainEqual({
      callers: [`account ${OWNER}`],
      actions: ['kms:Decrypt'],
      way: 'iam',
      when: [],
      unless: [],
      marks: ['iam', 'decrypt'],
    });
  });

  it('names the conditions, and the Denies that cut some requests', () => {
    const [row] = rolesOf(
      ask([
        allow({ Condition: { StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } } }),
        deny({ Principal: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      ]),
    );
    expect(row).toMatchObject({ when: ['kms:viaservice'], unless: [['aws:securetransport']] });
  });

  it.each([
    ['a Deny without conditions', deny({})],
    [
      'a Deny for everybody else',
      deny({ Principal: undefined, NotPrincipal: { AWS: `arn:aws:iam::${OWNER}:role/Other` } }),
    ],
    ['a Deny of all but other actions', deny({ Action: undefined, NotAction: ['kms:Describe*'] })],
    [
      'a Deny under weaker conditions',
      deny({ Principal: '*', Condition: { StringNotEquals: { 'aws:PrincipalAccount': '999988887777' } } }),
    ],
  ])('leaves out whom %s shuts out', (_, statement) => {
    expect(rolesOf(ask([allow({}), statement]))).toEqual([]);
  });

  it('says nothing of a Deny that no request of the Allow can meet', () => {
    const via = (service: string) => ({ Condition: { StringEquals: { 'kms:ViaService': service } } });
    const [row] = rolesOf(ask([allow(via('s3.us-east-1.amazonaws.com')), deny(via('ec2.us-east-1.amazonaws.com'))]));
    expect(row).toMatchObject({ unless: [] });
  });

  it('reads NotAction and NotPrincipal of an Allow', () => {
    const rows = ask([allow({ Action: undefined, NotAction: 'kms:Encrypt' })], ['kms:Encrypt', 'kms:Decrypt']);
    expect(rows).toMatchObject([{ callers: [`role ${ROLE}`], actions: ['kms:Decrypt'] }]);
    const others = ask([allow({ Principal: undefined, NotPrincipal: { AWS: ROLE } })]);
    expect(others.flatMap(({ callers }) => callers)).toEqual(
      expect.arrayContaining(['other-accounts *', 'other-services *', `account ${OWNER}`]),
    );
    expect(rolesOf(others)).toEqual([]);
  });

  it('marks everyone as public, unless a condition ties the caller down', () => {
    const everyone = (more: object) =>
      ask([allow({ Principal: '*', ...more })], ['kms:Decrypt'], OWNER).find(({ callers }) =>
        callers.includes('other-accounts *'),
      );
    expect(everyone({})?.marks).toContain('public');
    expect(
      everyone({ Condition: { StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } } })?.marks,
    ).toContain('public');
    const bound = everyone({ Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } });
    expect(bound?.marks).toContain('cross-account');
    expect(bound?.marks).not.toContain('public');
    expect(everyone({ Condition: { StringEquals: { 'aws:PrincipalAccount': OWNER } } })).toBeUndefined();
  });

  it('marks callers of other accounts, who need IAM policies of their own, and leaves out what they can never use', () => {
    const rows = ask(
      [root, allow({ Principal: { AWS: FOREIGN }, Action: 'kms:*' })],
      ['kms:Decrypt', 'kms:PutKeyPolicy'],
    );
    expect(rows.find(({ callers }) => callers.includes(`role ${FOREIGN}`))).toMatchObject({
      actions: ['kms:Decrypt'],
      way: 'iam',
      marks: ['cross-account', 'iam', 'decrypt'],
    });
  });

  it('marks services', () => {
    const rows = ask([allow({ Principal: { Service: 'logs.us-east-1.amazonaws.com' } })]);
    expect(rows).toMatchObject([{ callers: ['service logs.us-east-1.amazonaws.com'], marks: ['service', 'decrypt'] }]);
  });

  it('adds what grants give', () => {
    const { grants } = whoCan(policyWith(root), {
      actions: ['kms:Decrypt', 'kms:Encrypt'],
      grants: [
        { granteePrincipal: ROLE, operations: ['Decrypt', 'DescribeKey'] },
        { granteePrincipal: ROLE, operations: ['DescribeKey'] },
      ],
    });
    expect(grants.map(({ actions }) => actions)).toEqual([['kms:Decrypt']]);
  });

  it('claims nothing for certain of what is not known before deployment', () => {
    const { rows } = whoCan(policyWith(allow({ Principal: { AWS: 'arn:aws:iam::${AWS::AccountId}:role/App' } })), {
      actions: ['kms:Decrypt'],
    });
    expect(rows).toMatchObject([{ isCertain: false, callers: [{ kind: 'unreadable' }] }]);
  });
});
