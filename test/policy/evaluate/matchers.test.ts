import { describe, expect, it } from 'vitest';
import { decide } from '../../../server/src/policy/evaluate/decide.js';
import { policyFromValue } from '../../../server/src/policy/evaluate/policyFromValue.js';
import { contextOf, type RequestContext, type RequestPrincipal } from '../../../server/src/policy/evaluate/request.js';
import { simulate } from '../../../server/src/policy/evaluate/simulate.js';
import { all, and, any, not, or, type Tri } from '../../../server/src/policy/evaluate/tri.js';
import { protectWildcards, resolveVariables, variableKeys } from '../../../server/src/policy/evaluate/variables.js';
import type { Policy } from '../../../server/src/policy/model.js';
import { readPolicy } from '../../../server/src/policy/readPolicy.js';
import type { Entry, SourceNode, StringPart } from '../../../server/src/source/sourceNode.js';
import {
  ACCOUNT,
  FEDERATED,
  KEY,
  LOGS,
  OTHER_ROLE,
  ROLE,
  ROOT,
  request,
  SESSION,
  simulationOf,
  USER,
} from '../../support/simulations.js';

describe('three-valued logic', () => {
  const TABLE: readonly (readonly [Tri, Tri, and: Tri, or: Tri])[] = [
    ['yes', 'yes', 'yes', 'yes'],
    ['yes', 'no', 'no', 'yes'],
    ['yes', 'unknown', 'unknown', 'yes'],
    ['no', 'yes', 'no', 'yes'],
    ['no', 'no', 'no', 'no'],
    ['no', 'unknown', 'no', 'unknown'],
    ['unknown', 'yes', 'unknown', 'yes'],
    ['unknown', 'no', 'no', 'unknown'],
    ['unknown', 'unknown', 'unknown', 'unknown'],
  ];

  it.each(TABLE)('%s with %s', (left, right, both, either) => {
    const same = (value: Tri) => value;
    expect([and(left, right), all([left, right], same)]).toEqual([both, both]);
    expect([or(left, right), any([left, right], same)]).toEqual([either, either]);
    expect(not(and(left, right))).toBe(or(not(left), not(right)));
  });

  it('asks no further than it must', () => {
    const asked: Tri[] = [];
    const ask = (value: Tri) => {
      asked.push(value);
      return value;
    };
    expect([all(['no', 'yes'], ask), any(['yes', 'no'], ask), all([], ask), any([], ask)]).toEqual([
      'no',
      'yes',
      'yes',
      'no',
    ]);
    expect(asked).toEqual(['no', 'yes']);
  });
});

describe('policy variables', () => {
  const context = contextOf({ 'aws:username': 'kim', 'aws:TagKeys': ['a', 'b'] }, (key) => key === 'aws:sourcevpce');

  it.each<[string, unknown]>([
    ['x', { text: 'x', pattern: 'x' }],
    ['${aws:username}', { text: 'kim', pattern: 'kim' }],
    ['${ aws:username }', { text: 'kim', pattern: 'kim' }],
    ['*${*}', { text: '**', pattern: `*${protectWildcards('*')}` }],
    ['${?}${$}', { text: '?$', pattern: `${protectWildcards('?')}$` }],
    ["${aws:x, '?'}", { text: '?', pattern: protectWildcards('?') }],
    ["${ aws:x , 'a b' }", { text: 'a b', pattern: 'a b' }],
    ['${aws:x}', 'none'],
    ['${aws:TagKeys}', 'none'],
    ['${aws:SourceVpce}', 'unknown'],
    ["${aws:SourceVpce, 'x'}", 'unknown'],
    ['${aws:x}${aws:SourceVpce}', 'none'],
    ['${aws:SourceVpce}${aws:x}', 'none'],
    ['${aws:SourceVpce}${aws:username}', 'unknown'],
    ['${aws:username}${aws:username}', { text: 'kimkim', pattern: 'kimkim' }],
    ["${ aws:username , 'x'}", { text: 'kim', pattern: 'kim' }],
    ["${aws:x, 'a' b}", 'none'],
    ["${aws:x, aws:y, 'a'}", 'none'],
  ])('%s', (text, expected) => {
    expect(resolveVariables(text, context)).toEqual(expected);
  });

  it('are found by their keys', () => {
    expect(variableKeys("a${aws:x}${*}${$}${?}${aws:y, 'z'}${id}")).toEqual(['aws:x', 'aws:y', 'id']);
  });
});

describe('a context from a record', () => {
  const states = (context: RequestContext, ...keys: readonly string[]) => keys.map((key) => context.lookup(key).state);

  it('is asked without case', () => {
    expect(contextOf({ 'aws:Username': 'kim' }).lookup('AWS:USERNAME')).toEqual({ state: 'present', values: ['kim'] });
  });

  it('knows the names of the pairs that it has', () => {
    const context = contextOf({ 'kms:EncryptionContext:App': 'x', 'KMS:encryptioncontext:b': 'y' });
    expect(context.lookup('kms:EncryptionContextKeys')).toEqual({ state: 'present', values: ['App', 'b'] });
    expect(states(context, 'kms:EncryptionContext:app', 'kms:EncryptionContext:c')).toEqual(['present', 'absent']);
  });

  it('has no names where there are no pairs', () => {
    expect(states(contextOf({}), 'kms:EncryptionContextKeys', 'kms:EncryptionContext:a')).toEqual(['absent', 'absent']);
  });

  it('does not know all names while it is not fully known', () => {
    const context = contextOf({ 'kms:EncryptionContext:a': '1' }, () => true);
    expect(states(context, 'kms:EncryptionContextKeys', 'kms:EncryptionContext:a', 'kms:EncryptionContext:b')).toEqual([
      'unknown',
      'present',
      'unknown',
    ]);
  });

  it('knows by the names which pairs there are', () => {
    const context = contextOf({ 'kms:EncryptionContextKeys': ['A', 'C'] }, () => true);
    expect(states(context, 'kms:EncryptionContext:a', 'kms:EncryptionContext:b', 'aws:SourceVpce')).toEqual([
      'unknown',
      'absent',
      'unknown',
    ]);
    const none = contextOf({ 'kms:EncryptionContextKeys': [] }, () => true);
    expect(states(none, 'kms:EncryptionContext:a', 'kms:EncryptionContextKeys')).toEqual(['absent', 'absent']);
  });

  it('keeps the names that it is given', () => {
    const context = contextOf({ 'kms:EncryptionContext:a': '1', 'kms:EncryptionContextKeys': 'b' });
    expect(context.lookup('kms:EncryptionContextKeys')).toEqual({ state: 'present', values: ['b'] });
  });
});

describe('a policy whose parts are not known before deployment', () => {
  const span = { start: 0, end: 0 };
  /** `?` marks a part that is not known. */
  const open = (text: string): SourceNode => {
    const parts = text
      .split('?')
      .flatMap((known, index): StringPart[] => [
        ...(index > 0 ? [{ kind: 'unknown' as const, source: '${x}' }] : []),
        { kind: 'text', text: known },
      ]);
    return { kind: 'expression', span, parts };
  };
  const toNode = (value: unknown): SourceNode => {
    if (Array.isArray(value)) {
      return { kind: 'sequence', span, items: value.map(toNode) };
    }
    if (typeof value === 'string') {
      return value.includes('?') ? open(value) : { kind: 'scalar', span, value };
    }
    const entries = Object.entries(value as object).map(
      ([name, member]): Entry => ({ span, key: { kind: 'scalar', span, value: name }, value: toNode(member) }),
    );
    return { kind: 'mapping', span, entries };
  };
  const policyOf = (statement: object): Policy => {
    const node = toNode({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*', ...statement }],
    });
    return readPolicy(node.kind === 'mapping' ? node : { kind: 'mapping', span, entries: [] });
  };
  const role: RequestPrincipal = { kind: 'role', account: ACCOUNT, arn: ROLE };
  const callers: Readonly<Record<string, RequestPrincipal>> = {
    role,
    session: { kind: 'session', account: ACCOUNT, arn: ROLE, sessionArn: SESSION },
    user: { kind: 'user', account: ACCOUNT, arn: USER },
    federated: { kind: 'federated', account: ACCOUNT, arn: FEDERATED },
    service: { kind: 'service', name: LOGS },
    anonymous: { kind: 'anonymous' },
  };
  const outcome = (statement: object, principal: RequestPrincipal = role, context = contextOf({})) =>
    decide(policyOf(statement), { principal, action: 'kms:Decrypt', resource: KEY, context }).outcome;

  it.each<[string, keyof typeof callers, string]>([
    ['?', 'role', 'unknown'],
    ['?', 'service', 'unknown'],
    ['?', 'anonymous', 'unknown'],
    ['arn:aws:iam::?:root', 'role', 'unknown'],
    ['arn:aws:iam::?:root', 'user', 'unknown'],
    ['arn:aws:iam::?:root', 'federated', 'unknown'],
    ['arn:aws:iam::?:root', 'service', 'implicitDeny'],
    ['arn:aws:iam::444455556666:?', 'role', 'implicitDeny'],
    ['arn:aws:iam::?:role/App', 'role', 'unknown'],
    ['arn:aws:iam::?:role/App', 'session', 'unknown'],
    ['arn:aws:iam::?:role/App', 'user', 'implicitDeny'],
    ['arn:aws:iam::?:user/kim', 'user', 'unknown'],
    ['arn:aws:iam::?:user/kim', 'role', 'implicitDeny'],
    ['arn:aws:sts::?:assumed-role/App/worker-1', 'session', 'unknown'],
    ['arn:aws:sts::?:assumed-role/App/worker-1', 'role', 'implicitDeny'],
    ['1111?', 'role', 'unknown'],
    ['2222?', 'role', 'implicitDeny'],
    ['m?', 'role', 'implicitDeny'],
    ['m?', 'anonymous', 'implicitDeny'],
  ])('the principal %s and a caller who is a %s: %s', (AWS, caller, expected) => {
    expect(outcome({ Principal: { AWS } }, callers[caller])).toBe(expected);
  });

  it.each<[string, string, string]>([
    ['logs.?.amazonaws.com', 'service', 'unknown'],
    ['s3.?.amazonaws.com', 'service', 'implicitDeny'],
    ['logs.?.amazonaws.com', 'role', 'implicitDeny'],
  ])('the service %s and a caller who is a %s: %s', (Service, caller, expected) => {
    expect(outcome({ Principal: { Service } }, callers[caller])).toBe(expected);
  });

  it.each<[string, object, string]>([
    ['an action that may fit', { Action: 'kms:?' }, 'unknown'],
    ['an action that cannot', { Action: 'kms:En?' }, 'implicitDeny'],
    ['an action that may be any', { Action: '?' }, 'unknown'],
    ['an action beside one that fits', { Action: ['kms:?', 'kms:Decrypt'] }, 'allowed'],
    ['all actions but one that may fit', { Action: undefined, NotAction: 'kms:?' }, 'unknown'],
    [
      'a resource that may fit',
      { Resource: 'arn:aws:kms:us-east-1:?:key/1234abcd-12ab-34cd-56ef-1234567890ab' },
      'unknown',
    ],
    ['a resource that cannot', { Resource: 'arn:aws:kms:eu-west-1:?:key/x' }, 'implicitDeny'],
    ['a resource that may be any', { Resource: '?' }, 'unknown'],
    ['a text that may fit', { Condition: { StringEquals: { 'aws:x': 'pre-?' } } }, 'unknown'],
    ['a text that cannot', { Condition: { StringEquals: { 'aws:x': 'post-?' } } }, 'implicitDeny'],
    ['a text that may fit without case', { Condition: { StringEqualsIgnoreCase: { 'aws:x': 'PRE-?' } } }, 'unknown'],
    [
      'a text that cannot without case',
      { Condition: { StringEqualsIgnoreCase: { 'aws:x': 'POST-?' } } },
      'implicitDeny',
    ],
    ['a text that must not fit', { Condition: { StringNotEquals: { 'aws:x': 'pre-?' } } }, 'unknown'],
    ['an ARN that may fit', { Condition: { ArnEquals: { 'aws:arn': 'arn:aws:s3:::?' } } }, 'unknown'],
    ['an ARN that cannot', { Condition: { ArnEquals: { 'aws:arn': 'arn:aws:sns:?:x:y' } } }, 'implicitDeny'],
    ['a text in another case', { Condition: { StringEquals: { 'aws:x': 'PRE-?' } } }, 'implicitDeny'],
    ['a text in capitals', { Condition: { StringEqualsIgnoreCase: { 'aws:up': 'pre-?' } } }, 'unknown'],
    ['a date', { Condition: { DateLessThan: { 'aws:n': '?' } } }, 'unknown'],
    ['a boolean', { Condition: { Bool: { 'aws:n': '?' } } }, 'unknown'],
    ['bytes', { Condition: { BinaryEquals: { 'aws:n': '?' } } }, 'unknown'],
    ['an address', { Condition: { IpAddress: { 'aws:n': '?' } } }, 'unknown'],
    ['a number', { Condition: { NumericEquals: { 'aws:n': '?' } } }, 'unknown'],
    ['a presence', { Condition: { Null: { 'aws:x': '?' } } }, 'unknown'],
    ['a value of an absent key', { Condition: { StringEquals: { 'aws:y': '?' } } }, 'implicitDeny'],
    ['a value beside one that fits', { Condition: { StringEquals: { 'aws:x': ['?', 'pre-x'] } } }, 'allowed'],
  ])('%s', (_, statement, expected) => {
    const clean = Object.fromEntries(Object.entries(statement).filter(([, value]) => value !== undefined));
    const removed = Object.entries(statement).some(([, value]) => value === undefined);
    const context = contextOf({ 'aws:x': 'pre-x', 'aws:up': 'PRE-X', 'aws:arn': 'arn:aws:s3:::logs', 'aws:n': '7' });
    if (!removed) {
      expect(outcome(clean, role, context)).toBe(expected);
      return;
    }
    const node = toNode({ Statement: { Effect: 'Allow', Principal: '*', Resource: '*', ...clean } });
    const policy = readPolicy(node.kind === 'mapping' ? node : { kind: 'mapping', span, entries: [] });
    expect(decide(policy, { principal: role, action: 'kms:Decrypt', resource: KEY, context }).outcome).toBe(expected);
  });

  it.each<[string, object, string]>([
    ['as a whole', {}, 'allowed'],
    ['with an action that may fit', { Action: 'kms:?' }, 'unknown'],
    ['with a principal that may be the role', { Principal: { AWS: 'arn:aws:iam::?:role/App' } }, 'unknown'],
  ])('is weighed with the rest %s', (_, statement, expected) => {
    const keyPolicy = { name: 'key policy', policy: policyOf(statement) };
    expect(simulate({ ...simulationOf(request()), keyPolicy }).decision).toBe(expected);
  });

  it('may name a role, which its boundary binds', () => {
    const keyPolicy = { name: 'key policy', policy: policyOf({ Principal: { AWS: 'arn:aws:iam::?:role/App' } }) };
    const simulation = simulationOf(request({ boundary: { Version: '2012-10-17', Statement: [] } }));
    expect(simulate({ ...simulation, keyPolicy }).decision).toBe('implicitDeny');
  });

  it('may have a version with variables', () => {
    const node = toNode({
      Version: '?',
      Statement: {
        Effect: 'Allow',
        Principal: '*',
        Action: '*',
        Resource: '*',
        Condition: { StringEquals: { 'aws:x': '${aws:y}' } },
      },
    });
    const policy = readPolicy(node.kind === 'mapping' ? node : { kind: 'mapping', span, entries: [] });
    const context = contextOf({ 'aws:x': '1', 'aws:y': '1' });
    expect(decide(policy, { principal: role, action: 'kms:Decrypt', resource: KEY, context }).outcome).toBe('allowed');
  });
});

describe('a simulation that no line of JSON tells', () => {
  const keyPolicy = { Statement: { Effect: 'Allow', Principal: { AWS: ROLE }, Action: '*', Resource: '*' } };

  it('may know the key by its ARN alone', () => {
    expect(simulate({ ...simulationOf(request({ keyPolicy })), key: { arn: KEY } }).decision).toBe('allowed');
  });

  it('may leave out the endpoint', () => {
    expect(simulate({ ...simulationOf(request({ keyPolicy })), endpointPolicy: undefined }).decision).toBe('allowed');
  });
});

describe('one policy alone', () => {
  const statements = (...values: readonly object[]) => {
    const policy = policyFromValue({
      Version: '2012-10-17',
      Statement: values.map((value) => ({ Effect: 'Allow', Principal: '*', Action: 'kms:*', Resource: '*', ...value })),
    });
    return policy ?? expect.fail('That is no policy.');
  };
  const condition = { Condition: { StringEquals: { 'aws:x': '1' } } };

  it('tells of each statement how far it matched', () => {
    const policy = statements(
      { Principal: { AWS: OTHER_ROLE }, ...condition },
      { Action: 's3:*', ...condition },
      condition,
      { Effect: 'Deny', ...condition },
      { Effect: 'x' },
    );
    const { matches, because, outcome } = decide(policy, {
      principal: { kind: 'aws', account: ACCOUNT, arn: ROLE },
      action: 'kms:Decrypt',
      resource: KEY,
      context: contextOf({}, () => true),
    });
    expect(
      matches.map(({ principal, action, outcome: result, openConditions }) => [
        principal,
        action,
        result,
        openConditions.length,
      ]),
    ).toEqual([
      ['no', 'yes', 'no', 0],
      ['yes', 'no', 'no', 0],
      ['yes', 'yes', 'unknown', 1],
      ['yes', 'yes', 'unknown', 1],
      ['yes', 'yes', 'yes', 0],
    ]);
    expect([outcome, because.map(({ statement }) => statement.index)]).toEqual(['unknown', [3, 2]]);
  });

  it('tells which conditions are open', () => {
    const policy = statements({
      Condition: { StringEquals: { 'aws:x': '1', 'aws:y': '1' }, Bool: { 'aws:z': 'true' } },
    });
    const { matches } = decide(policy, {
      principal: { kind: 'aws', account: ACCOUNT, arn: ROLE },
      action: 'kms:Decrypt',
      resource: KEY,
      context: contextOf({ 'aws:x': '1', 'aws:y': '2' }, () => true),
    });
    expect(matches[0]?.openConditions.map(({ condition, outcome }) => [condition.key.known, outcome])).toEqual([
      ['aws:y', 'no'],
      ['aws:z', 'unknown'],
    ]);
  });

  it('names a session of a role, whichever kind of caller it is told to be', () => {
    const policy = statements({ Principal: { AWS: [SESSION, ROOT] } });
    const decideFor = (principal: RequestPrincipal) =>
      decide(policy, { principal, action: 'kms:Decrypt', resource: KEY, context: contextOf({}) }).outcome;
    expect(decideFor({ kind: 'aws', account: '444455556666', arn: ROLE, sessionArn: SESSION })).toBe('allowed');
    expect(decideFor({ kind: 'aws', account: ACCOUNT, arn: USER })).toBe('allowed');
    expect(decideFor({ kind: 'aws', account: '444455556666', arn: OTHER_ROLE })).toBe('implicitDeny');
  });
});

describe('a policy from a value', () => {
  it.each<[string, unknown]>([
    ['a text', 'x'],
    ['a list', []],
    ['null', null],
    ['a number', 7],
  ])('is not %s', (_, value) => {
    expect(policyFromValue(value)).toBeUndefined();
  });

  it('has spans in the text that JSON makes of it', () => {
    const value = {
      Id: 'a"\\\n\u0001\ud800é한',
      Empty: {},
      None: [],
      Numbers: [1, -2.5, 1e30, true, null],
      Statement: [{ Sid: 'x' }, {}, { Sid: 'y' }],
      Last: 'z',
    };
    const text = JSON.stringify(value);
    const policy = policyFromValue(value) ?? expect.fail('That is no policy.');
    expect(policy.statements.map(({ span }) => text.slice(span.start, span.end))).toEqual([
      '{"Sid":"x"}',
      '{}',
      '{"Sid":"y"}',
    ]);
    expect(policy.node.span).toEqual({ start: 0, end: text.length });
    expect(policy.node.entries.map(({ span }) => text.slice(span.start, span.end))).toEqual(
      Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}:${JSON.stringify(member)}`),
    );
    const numbers = policy.node.entries[3]?.value;
    expect(
      numbers?.kind === 'sequence' ? numbers.items.map(({ span }) => text.slice(span.start, span.end)) : [],
    ).toEqual(['1', '-2.5', '1e+30', 'true', 'null']);
    expect(
      numbers?.kind === 'sequence' ? numbers.items.map((item) => (item.kind === 'scalar' ? item.value : 'x')) : [],
    ).toEqual([1, -2.5, 1e30, true, null]);
  });

  it('nests no deeper than a hundred levels', () => {
    const nest = (levels: number): unknown => (levels === 0 ? 'x' : { a: nest(levels - 1) });
    const nestLists = (levels: number): unknown => (levels === 0 ? 'x' : [nestLists(levels - 1)]);
    expect(
      [policyFromValue(nest(100)), policyFromValue({ a: nestLists(99) })].map((policy) => policy === undefined),
    ).toEqual([false, false]);
    expect([policyFromValue(nest(101)), policyFromValue({ a: nestLists(100) })]).toEqual([undefined, undefined]);
  });
});
