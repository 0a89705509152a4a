import { describe, expect, it } from 'vitest';
import { checkPolicy, type Requester } from '../aws-local/policy/checker.js';
import { matchesAction, matchesArn, matchesWildcards } from '../aws-local/policy/wildcards.js';
import { ACCOUNT, keyArn, OTHER_ACCOUNT } from './support.js';

const KEY = keyArn('k');
const USER = `arn:aws:iam::${ACCOUNT}:user/dana`;
const ROLE = `arn:aws:iam::${ACCOUNT}:role/path/Dev`;
const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/Dev/dana`;
const ROOT = `arn:aws:iam::${ACCOUNT}:root`;
const LOGS = 'logs.us-east-1.amazonaws.com';

const user: Requester = { kind: 'aws', arn: USER, accountId: ACCOUNT, roleArn: undefined };
const session: Requester = { kind: 'aws', arn: SESSION, accountId: ACCOUNT, roleArn: ROLE };
const service: Requester = { kind: 'service', name: LOGS };

function check(
  statements: object | readonly object[],
  requester: Requester = user,
  context: { readonly [key: string]: string | readonly string[] } = {},
) {
  const { isDenied, allowsRequester, allowsAccount } = checkPolicy(
    JSON.stringify({ Version: '2012-10-17', Statement: statements }),
    {
      requester,
      action: 'kms:Decrypt',
      resource: KEY,
      context: new Map(Object.entries(context).map(([key, value]) => [key.toLowerCase(), value])),
    },
  );
  return isDenied ? 'denied' : allowsRequester ? 'allowed' : allowsAccount ? 'account' : 'nothing';
}

const allow = (more: object) => ({ Effect: 'Allow', Principal: '*', Action: 'kms:Decrypt', Resource: '*', ...more });
const deny = (more: object = {}) => ({ ...allow(more), Effect: 'Deny' });

describe('principals', () => {
  it.each<[string, unknown, Requester, string]>([
    ['the user itself', { AWS: USER }, user, 'allowed'],
    ['one of a list', { AWS: [ROLE, USER] }, user, 'allowed'],
    ['another user', { AWS: `${USER}2` }, user, 'nothing'],
    ['the role behind a session', { AWS: ROLE }, session, 'allowed'],
    ['the session', { AWS: SESSION }, session, 'allowed'],
    ['the account root ARN', { AWS: ROOT }, user, 'account'],
    ['the account id', { AWS: ACCOUNT }, session, 'account'],
    ['another account', { AWS: OTHER_ACCOUNT }, user, 'nothing'],
    ['everybody', '*', user, 'allowed'],
    ['everybody of type AWS', { AWS: '*' }, user, 'allowed'],
    ['a wildcard inside an ARN, which IAM does not expand', { AWS: `arn:aws:iam::${ACCOUNT}:user/*` }, user, 'nothing'],
    ['the service', { Service: LOGS }, service, 'allowed'],
    ['the service without its Region', { Service: 'logs.amazonaws.com' }, service, 'nothing'],
    ['the service among users', { AWS: ROOT, Service: [LOGS] }, service, 'allowed'],
    ['a service for a user', { Service: LOGS }, user, 'nothing'],
    ['the account for a service', { AWS: ROOT }, service, 'nothing'],
    ['an empty object', {}, user, 'nothing'],
  ])('%s', (_, principal, requester, expected) => {
    expect(check(allow({ Principal: principal }), requester)).toBe(expected);
  });

  it('denies everybody of an account that a Deny names', () => {
    expect(check([allow({}), deny({ Principal: { AWS: ROOT } })])).toBe('denied');
  });

  it.each<[string, unknown, string]>([
    ['user and account listed', { AWS: [USER, ROOT] }, 'allowed'],
    ['only the user listed: the account is denied, and the user with it', { AWS: USER }, 'denied'],
    ['somebody else listed', { AWS: [ROLE, ROOT] }, 'denied'],
  ])('NotPrincipal with Deny: %s', (_, principal, expected) => {
    expect(check([allow({}), { ...deny({ NotPrincipal: principal }), Principal: undefined }])).toBe(expected);
  });
});

describe('actions and resources', () => {
  it.each<[string, object, string]>([
    ['exact', { Action: 'kms:Decrypt' }, 'allowed'],
    ['another case', { Action: 'KMS:decrypt' }, 'allowed'],
    ['a star', { Action: ['kms:De*'] }, 'allowed'],
    ['question marks', { Action: 'kms:D?crypt' }, 'allowed'],
    ['every action', { Action: '*' }, 'allowed'],
    ['another action', { Action: 'kms:Encrypt' }, 'nothing'],
    ['NotAction of another', { Action: undefined, NotAction: 'kms:Put*' }, 'allowed'],
    ['NotAction of this one', { Action: undefined, NotAction: 'kms:De*' }, 'nothing'],
    ['no action at all', { Action: undefined }, 'nothing'],
    ['no resource at all', { Resource: undefined }, 'nothing'],
    ['the key itself', { Resource: KEY }, 'allowed'],
    ['a key pattern', { Resource: KEY.replace('/k', '/*') }, 'allowed'],
    ['another key', { Resource: `${KEY}2` }, 'nothing'],
    ['NotResource of this key', { Resource: undefined, NotResource: KEY }, 'nothing'],
  ])('%s', (_, element, expected) => {
    expect(check(allow(element))).toBe(expected);
  });

  it('takes one statement for a list', () => {
    expect(check(allow({}))).toBe(check([allow({})]));
  });

  it('lets an explicit Deny win, wherever it stands', () => {
    expect(check([deny(), allow({})])).toBe('denied');
    expect(check([allow({}), deny()])).toBe('denied');
  });

  it.each(['', 'null', '[]', '{"Statement":7}', '{"Statement":[null,"x"]}', 'not json'])(
    'reads nothing out of %j',
    (text) => {
      const request = { requester: user, action: 'kms:Decrypt', resource: KEY, context: new Map() };
      expect(checkPolicy(text, request)).toEqual({ isDenied: false, allowsRequester: false, allowsAccount: false });
    },
  );
});

describe('conditions', () => {
  const group = 'arn:aws:logs:us-east-1:111122223333:log-group:/app/web';
  it.each<[string, object, { [key: string]: string | string[] }, boolean]>([
    ['StringEquals', { StringEquals: { a: 'x' } }, { a: 'x' }, true],
    ['StringEquals of another value', { StringEquals: { a: 'x' } }, { a: 'y' }, false],
    ['StringEquals without the key', { StringEquals: { a: 'x' } }, {}, false],
    ['StringEquals minds case', { StringEquals: { a: 'X' } }, { a: 'x' }, false],
    ['StringEquals knows no star', { StringEquals: { a: 'x*' } }, { a: 'xy' }, false],
    ['key names ignore case', { StringEquals: { 'AWS:SourceAccount': '1' } }, { 'aws:sourceaccount': '1' }, true],
    ['several values are alternatives', { StringEquals: { a: ['x', 'y'] } }, { a: 'y' }, true],
    ['several keys must all hold', { StringEquals: { a: 'x', b: 'y' } }, { a: 'x' }, false],
    [
      'several operators must all hold',
      { StringEquals: { a: 'x' }, Bool: { b: 'true' } },
      { a: 'x', b: 'false' },
      false,
    ],
    ['StringEqualsIgnoreCase', { StringEqualsIgnoreCase: { a: 'X' } }, { a: 'x' }, true],
    ['StringNotEquals', { StringNotEquals: { a: ['x', 'y'] } }, { a: 'y' }, false],
    ['StringNotEquals without the key', { StringNotEquals: { a: 'x' } }, {}, true],
    ['StringLike', { StringLike: { a: 'x*z' } }, { a: 'x:y:z' }, true],
    ['StringNotLike', { StringNotLike: { a: 'x*' } }, { a: 'xy' }, false],
    [
      'ArnEquals takes a star',
      { ArnEquals: { a: 'arn:aws:logs:*:111122223333:log-group:/app/*' } },
      { a: group },
      true,
    ],
    ['ArnLike: account-wide', { ArnLike: { a: 'arn:aws:logs:us-east-1:111122223333:*' } }, { a: group }, true],
    ['ArnLike: a star stays in its part', { ArnLike: { a: 'arn:aws:*:log-group:/app/web' } }, { a: group }, false],
    ['ArnEquals: a trailing :* never matches', { ArnEquals: { a: `${group}:*` } }, { a: group }, false],
    ['ArnNotLike', { ArnNotLike: { a: 'arn:aws:logs:*:*:*' } }, { a: group }, false],
    ['Bool', { Bool: { a: true } }, { a: 'true' }, true],
    ['Bool as text', { Bool: { a: 'True' } }, { a: 'true' }, true],
    ['BoolIfExists without the key', { BoolIfExists: { a: 'true' } }, {}, true],
    ['StringEqualsIfExists with another value', { StringEqualsIfExists: { a: 'x' } }, { a: 'y' }, false],
    ['Null true', { Null: { a: 'true' } }, {}, true],
    ['Null false', { Null: { a: 'false' } }, {}, false],
    ['Null false with the key', { Null: { a: 'false' } }, { a: 'x' }, true],
    [
      'Null takes an unset flag for absent',
      { Null: { 'kms:BypassPolicyLockoutSafetyCheck': 'true' } },
      { 'kms:BypassPolicyLockoutSafetyCheck': 'false' },
      true,
    ],
    ['NumericLessThanEquals', { NumericLessThanEquals: { a: '30' } }, { a: '7' }, true],
    ['NumericGreaterThan', { NumericGreaterThan: { a: 7 } }, { a: '7' }, false],
    ['DateGreaterThan', { DateGreaterThan: { a: '2026-01-01T00:00:00Z' } }, { a: '2026-01-15T09:00:00Z' }, true],
    ['IpAddress', { IpAddress: { a: '10.0.0.0/8' } }, { a: '10.255.0.1' }, true],
    ['NotIpAddress', { NotIpAddress: { a: ['10.0.0.0/8'] } }, { a: '11.0.0.1' }, true],
    ['ForAnyValue', { 'ForAnyValue:StringEquals': { a: ['x', 'y'] } }, { a: ['z', 'y'] }, true],
    ['ForAnyValue without the key', { 'ForAnyValue:StringEquals': { a: 'x' } }, {}, false],
    ['ForAllValues', { 'ForAllValues:StringEquals': { a: ['x', 'y'] } }, { a: ['x', 'z'] }, false],
    ['ForAllValues without the key', { 'ForAllValues:StringEquals': { a: 'x' } }, {}, true],
    ['a variable', { StringEquals: { a: '${aws:username}' } }, { a: 'dana', 'aws:username': 'dana' }, true],
    ['an unknown variable', { StringEquals: { a: '${aws:nothing}' } }, { a: '${aws:nothing}' }, false],
    ['an unknown operator', { StringResembles: { a: 'x' } }, { a: 'x' }, false],
    ['an empty condition', {}, {}, true],
  ])('%s', (_, condition, context, holds) => {
    expect(check(allow({ Condition: condition }), user, context)).toBe(holds ? 'allowed' : 'nothing');
  });
});

describe('wildcards', () => {
  it.each<[string, string, boolean]>([
    ['', '', true],
    ['*', '', true],
    ['?', '', false],
    ['a*b*c', 'a-b-b-c', true],
    ['a*b*c', 'a-b-b', false],
    ['**a', 'bba', true],
    ['a.c', 'abc', false],
  ])('%j against %j: %s', (pattern, text, expected) => {
    expect(matchesWildcards(pattern, text)).toBe(expected);
  });

  it('comes to an end on patterns made to be slow', () => {
    expect(matchesWildcards('*a'.repeat(2000), `${'a'.repeat(1999)}b`)).toBe(false);
  });

  it('matches actions in any case and ARNs part by part', () => {
    expect(matchesAction('kms:GENERATEdatakey*', 'kms:GenerateDataKeyPair')).toBe(true);
    expect(matchesArn('arn:aws:logs:us-east-1', 'arn:aws:logs:us-east-1')).toBe(false);
    expect(matchesArn('*', 'arn:aws:kms:us-east-1:1:key/a')).toBe(true);
    expect(matchesArn('arn*', 'arn:aws:kms:us-east-1:1:key/a')).toBe(false);
  });
});
