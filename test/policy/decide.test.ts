import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../server/src/policy/evaluate/decide.js';
import { type AccessRequest, contextOf } from '../../server/src/policy/evaluate/request.js';
import { policyWith } from '../support/policies.js';

const GROUP = 'arn:aws:logs:us-east-1:111122223333:log-group:/app/web';
const KEY = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const ROLE = 'arn:aws:iam::111122223333:role/App';

const logs = (context: Parameters<typeof contextOf>[0] = {}, action = 'kms:Decrypt'): AccessRequest => ({
  principal: { kind: 'service', name: 'logs.us-east-1.amazonaws.com' },
  action,
  resource: KEY,
  context: contextOf({ 'kms:EncryptionContext:aws:logs:arn': GROUP, ...context }),
});
const role = (context: Parameters<typeof contextOf>[0] = {}, action = 'kms:Decrypt'): AccessRequest => ({
  principal: { kind: 'aws', arn: ROLE, account: '111122223333' },
  action,
  resource: KEY,
  context: contextOf(context),
});
const allow = (more: object = {}) => ({
  Effect: 'Allow',
  Principal: { Service: 'logs.us-east-1.amazonaws.com' },
  Action: 'kms:*',
  Resource: '*',
  ...more,
});
const toRole = (more: object = {}) => allow({ Principal: { AWS: ROLE }, ...more });
const outcome = (statements: object[], request: AccessRequest) => decide(policyWith(...statements), request).outcome;

describe('principals', () => {
  it.each([
    ['the service', { Service: 'logs.us-east-1.amazonaws.com' }, 'allowed'],
    ['the service in a list', { Service: ['s3.amazonaws.com', 'logs.us-east-1.amazonaws.com'] }, 'allowed'],
    ['everyone', '*', 'allowed'],
    ['everyone under AWS', { AWS: '*' }, 'allowed'],
    ['the service of another Region', { Service: 'logs.eu-west-1.amazonaws.com' }, 'implicitDeny'],
    ['an account', { AWS: '111122223333' }, 'implicitDeny'],
  ])('a service is named by %s: %s', (_, Principal, expected) => {
    expect(outcome([allow({ Principal })], logs())).toBe(expected);
  });

  it.each([
    ['its ARN', { AWS: ROLE }, 'allowed'],
    ['its account', { AWS: '111122223333' }, 'allowed'],
    ['the root ARN of its account', { AWS: 'arn:aws:iam::111122223333:root' }, 'allowed'],
    ['another role', { AWS: 'arn:aws:iam::111122223333:role/Other' }, 'implicitDeny'],
    ['another account', { AWS: '444455556666' }, 'implicitDeny'],
    ['a service', { Service: 'logs.us-east-1.amazonaws.com' }, 'implicitDeny'],
  ])('a role is named by %s: %s', (_, Principal, expected) => {
    expect(outcome([allow({ Principal })], role())).toBe(expected);
  });

  it('NotPrincipal names everybody else', () => {
    const { Principal, ...rest } = allow({ NotPrincipal: { AWS: ROLE } }) as Record<string, unknown>;
    expect(Principal).toBeDefined();
    expect(outcome([rest], role())).toBe('implicitDeny');
    expect(outcome([rest], logs())).toBe('allowed');
  });
});

describe('actions and resources', () => {
  it.each([
    ['kms:decrypt', 'allowed'],
    ['KMS:Dec*', 'allowed'],
    ['*', 'allowed'],
    ['kms:Encrypt', 'implicitDeny'],
    [['kms:Encrypt', 'kms:Decrypt'], 'allowed'],
  ])('the action %j gives %s', (Action, expected) => {
    expect(outcome([allow({ Action })], logs())).toBe(expected);
  });

  it('a statement without Action or Resource has no effect', () => {
    const { Action, ...withoutAction } = allow();
    const { Resource, ...withoutResource } = allow();
    expect([Action, Resource]).toEqual(['kms:*', '*']);
    expect(outcome([withoutAction], logs())).toBe('implicitDeny');
    expect(outcome([withoutResource], logs())).toBe('implicitDeny');
  });

  it('another key as the resource never matches, the own ARN does', () => {
    expect(outcome([allow({ Resource: KEY.replace('1234abcd', '00000000') })], logs())).toBe('implicitDeny');
    expect(outcome([allow({ Resource: KEY })], logs())).toBe('allowed');
  });
});

describe('conditions', () => {
  const EC = 'kms:EncryptionContext:aws:logs:arn';
  it.each([
    ['ArnEquals with the exact ARN', { ArnEquals: { [EC]: GROUP } }, 'allowed'],
    [
      'ArnEquals with a wildcard, which it honours',
      { ArnEquals: { [EC]: 'arn:aws:logs:us-east-1:111122223333:*' } },
      'allowed',
    ],
    ['the well-known ":*" at the end', { ArnLike: { [EC]: `${GROUP}:*` } }, 'implicitDeny'],
    [
      'StringEquals with a literal star',
      { StringEquals: { [EC]: 'arn:aws:logs:us-east-1:111122223333:*' } },
      'implicitDeny',
    ],
    ['StringLike with a star', { StringLike: { [EC]: 'arn:aws:logs:*' } }, 'allowed'],
    ['a key in other letter case', { ArnEquals: { 'KMS:encryptioncontext:AWS:logs:ARN': GROUP } }, 'allowed'],
    ['one of several values', { ArnEquals: { [EC]: ['arn:aws:logs:x:1:y', GROUP] } }, 'allowed'],
    ['two keys of which one is absent', { ArnEquals: { [EC]: GROUP, 'aws:SourceArn': GROUP } }, 'implicitDeny'],
    ['IfExists on an absent key', { StringEqualsIfExists: { 'aws:SourceAccount': '111122223333' } }, 'allowed'],
    ['a negated operator on an absent key', { StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } }, 'allowed'],
    ['Null true on an absent key', { Null: { 'aws:SourceVpce': 'true' } }, 'allowed'],
    ['Null false on an absent key', { Null: { 'aws:SourceVpce': 'false' } }, 'implicitDeny'],
    ['ForAllValues on an absent key', { 'ForAllValues:StringEquals': { 'kms:GrantOperations': 'Encrypt' } }, 'allowed'],
    [
      'ForAnyValue on an absent key',
      { 'ForAnyValue:StringEquals': { 'kms:GrantOperations': 'Encrypt' } },
      'implicitDeny',
    ],
    ['an unknown operator', { StringEqual: { [EC]: GROUP } }, 'unknown'],
  ])('%s', (_, Condition, expected) => {
    expect(outcome([allow({ Condition })], logs())).toBe(expected);
  });

  it.each([
    ['Bool', { Bool: { 'aws:SecureTransport': 'true' } }, 'allowed'],
    ['Bool written as a JSON boolean', { Bool: { 'aws:SecureTransport': true } }, 'allowed'],
    ['NumericLessThan', { NumericLessThan: { 'kms:RotationPeriodInDays': 91 } }, 'allowed'],
    ['NumericGreaterThanEquals', { NumericGreaterThanEquals: { 'kms:RotationPeriodInDays': '91' } }, 'implicitDeny'],
    ['DateGreaterThan', { DateGreaterThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } }, 'allowed'],
    ['a policy variable', { StringEquals: { 'aws:username': '${aws:PrincipalTag/user}' } }, 'allowed'],
    ['a variable with a default', { StringEquals: { 'aws:username': "${aws:nothing, 'kim'}" } }, 'allowed'],
    ['ForAllValues', { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b', 'c'] } }, 'allowed'],
    ['ForAllValues with a stranger', { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a'] } }, 'implicitDeny'],
    ['ForAnyValue', { 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['b'] } }, 'allowed'],
  ])('%s', (_, Condition, expected) => {
    const context = {
      'aws:SecureTransport': 'true',
      'kms:RotationPeriodInDays': '90',
      'aws:CurrentTime': '2026-06-01T00:00:00Z',
      'aws:username': 'kim',
      'aws:PrincipalTag/user': 'kim',
      'aws:TagKeys': ['a', 'b'],
    };
    expect(outcome([toRole({ Condition })], role(context))).toBe(expected);
  });
});

describe('laws', () => {
  it('an explicit Deny wins over every Allow, in any order', () => {
    const deny = allow({ Effect: 'Deny' });
    expect(outcome([allow(), deny], logs())).toBe('explicitDeny');
    expect(outcome([deny, allow()], logs())).toBe('explicitDeny');
  });

  it('a Deny that may apply leaves an Allow undecided', () => {
    const request: AccessRequest = { ...logs(), context: contextOf({}, () => true) };
    const deny = allow({ Effect: 'Deny', Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-1' } } });
    expect(outcome([allow(), deny], request)).toBe('unknown');
  });

  const statement = fc.record({
    Effect: fc.constantFrom('Allow', 'Deny'),
    Principal: fc.constantFrom('*', { AWS: ROLE }, { AWS: '444455556666' }),
    Action: fc.constantFrom('kms:*', 'kms:Decrypt', 'kms:Encrypt', ['kms:Dec*', 'kms:List*']),
    Resource: fc.constant('*'),
    Condition: fc.constantFrom({}, { Bool: { 'aws:SecureTransport': 'true' } }, { Null: { 'aws:username': 'false' } }),
  });

  it('order never matters', () => {
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 5 }), (statements) => {
        expect(outcome([...statements].reverse(), role())).toBe(outcome(statements, role()));
      }),
    );
  });

  it('adding an Allow never takes an allowed request away, removing a Deny never either', () => {
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 5 }), statement, (statements, added) => {
        const before = outcome(statements, role());
        if (before === 'allowed') {
          expect(outcome([...statements, { ...added, Effect: 'Allow' }], role())).toBe('allowed');
          expect(
            outcome(
              statements.filter(({ Effect }) => Effect === 'Allow'),
              role(),
            ),
          ).toBe('allowed');
        }
      }),
    );
  });

  it('says which statements decided', () => {
    const decision = decide(policyWith(toRole(), allow({ Effect: 'Deny' }), allow()), logs());
    expect(decision.because.map(({ statement: { index } }) => index)).toEqual([1]);
  });
});
