import { describe, expect, it } from 'vitest';
import { createSimulationReader } from '../../../server/src/policy/evaluate/readSimulation.js';
import type { Simulation } from '../../../server/src/policy/evaluate/simulation.js';
import {
  ACCOUNT,
  allow,
  FEDERATED,
  KEY,
  LOGS,
  may,
  OTHER_ROLE,
  policy,
  ROLE,
  ROOT,
  request,
  SESSION,
  USER,
} from '../../support/simulations.js';

const read = createSimulationReader();
const simulation = (more: object): Simulation => {
  const result = read(request({ ...more }));
  if ('error' in result) {
    throw new Error(result.error);
  }
  return result.simulation;
};
const problem = (value: unknown): string => {
  const result = read(value);
  return 'error' in result ? result.error : '';
};
const ALIAS = `arn:aws:kms:us-east-1:${ACCOUNT}:alias/app`;

describe('the principal', () => {
  const session = { kind: 'session', account: ACCOUNT, arn: ROLE, sessionArn: SESSION };
  it.each<[string, unknown, unknown]>([
    ['a role', ROLE, { kind: 'role', account: ACCOUNT, arn: ROLE }],
    ['a role under AWS', { AWS: ROLE }, { kind: 'role', account: ACCOUNT, arn: ROLE }],
    ['a role in a list of one', { AWS: [ROLE] }, { kind: 'role', account: ACCOUNT, arn: ROLE }],
    ['a role with blanks round it', ` ${ROLE} `, { kind: 'role', account: ACCOUNT, arn: ROLE }],
    ['a user', { arn: USER }, { kind: 'user', account: ACCOUNT, arn: USER }],
    ['a session', SESSION, session],
    ['a session in its own member', { sessionArn: SESSION }, session],
    ['a role with its session', { arn: ROLE, sessionArn: SESSION }, session],
    ['a federated user', FEDERATED, { kind: 'federated', account: ACCOUNT, arn: FEDERATED }],
    ['a root user', ROOT, { kind: 'root', account: ACCOUNT, arn: ROOT }],
    ['an account', ACCOUNT, { kind: 'root', account: ACCOUNT, arn: ROOT }],
    ['an account under AWS', { AWS: ACCOUNT }, { kind: 'root', account: ACCOUNT, arn: ROOT }],
    ['an account in its own member', { account: ACCOUNT }, { kind: 'root', account: ACCOUNT, arn: ROOT }],
    ['an account as a number', { account: Number(ACCOUNT) }, { kind: 'root', account: ACCOUNT, arn: ROOT }],
    ['an account by its id', { accountId: ACCOUNT }, { kind: 'root', account: ACCOUNT, arn: ROOT }],
    ['a role by its id', { id: ROLE }, { kind: 'role', account: ACCOUNT, arn: ROLE }],
    ['a role with blanks round it in a member', { AWS: ` ${ROLE} ` }, { kind: 'role', account: ACCOUNT, arn: ROLE }],
    ['a service in capitals', 'Logs.AmazonAWS.com', { kind: 'service', name: 'Logs.AmazonAWS.com' }],
    ['a service', LOGS, { kind: 'service', name: LOGS }],
    ['a service under Service', { Service: LOGS }, { kind: 'service', name: LOGS }],
    ['a service by type and name', { type: 'service', name: LOGS }, { kind: 'service', name: LOGS }],
    ['everyone', '*', { kind: 'anonymous' }],
    ['anonymous', 'Anonymous', { kind: 'anonymous' }],
    ['anonymous by its type', { type: 'anonymous' }, { kind: 'anonymous' }],
  ])('%s', (_, principal, expected) => {
    expect(simulation({ principal }).caller).toEqual(expected);
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a number', 7],
    ['a list', [ROLE]],
    ['a word', 'app'],
    ['a group', `arn:aws:iam::${ACCOUNT}:group/devs`],
    ['a bucket', 'arn:aws:s3:::logs'],
    ['an assumed role without a session', `arn:aws:sts::${ACCOUNT}:assumed-role/App`],
    ['an object of something else', { who: ROLE }],
    ['a number of thirteen digits', `${ACCOUNT}4`],
    ['a word that ends like an account', `x${ACCOUNT}`],
    ['an address of a service', `https://${LOGS}`],
    ['a path of a service', `${LOGS}/logs`],
    ['what only ends like an assumed role', `arn:aws:sts::${ACCOUNT}:x-assumed-role/App/worker-1`],
    ['what only ends like a user', `arn:aws:iam::${ACCOUNT}:superuser/kim`],
    ['a user of another service', `arn:aws:quicksight::${ACCOUNT}:user/kim`],
  ])('is not %s', (_, principal) => {
    expect(problem(request({ principal }))).toMatch(/"principal" must be an ARN/);
  });
});

describe('the action', () => {
  it.each([
    ['kms:Decrypt', 'kms:Decrypt'],
    ['Decrypt', 'kms:Decrypt'],
    ['s3:GetObject', 's3:GetObject'],
  ])('%s is %s', (action, expected) => {
    expect(simulation({ action }).action).toBe(expected);
  });

  it.each([undefined, '', 7, ['kms:Decrypt']])('is not %j', (action) => {
    expect(problem(request({ action }))).toBe('"action" must be a text.');
  });
});

describe('the key', () => {
  it('is named by the resource', () => {
    expect(simulation({}).key).toEqual({ arn: KEY, account: ACCOUNT, region: 'us-east-1' });
  });

  it('is named by its ARN where there is no resource', () => {
    expect(simulation({ resource: null, key: { arn: KEY } }).key).toEqual({
      arn: KEY,
      account: ACCOUNT,
      region: 'us-east-1',
    });
  });

  it('is of the account and Region of its alias', () => {
    const { key, context } = simulation({ resource: ALIAS });
    expect(key).toEqual({ account: ACCOUNT, region: 'us-east-1' });
    expect(context.lookup('kms:RequestAlias')).toEqual({ state: 'present', values: ['alias/app'] });
  });

  it('is the alias itself for an operation on aliases', () => {
    expect(simulation({ action: 'kms:CreateAlias', resource: ALIAS }).key.arn).toBe(ALIAS);
  });

  it('does not make an alias of the request where none can be', () => {
    expect(simulation({ action: 'kms:PutKeyPolicy', resource: ALIAS }).context.lookup('kms:RequestAlias').state).toBe(
      'absent',
    );
  });

  it('is of the caller’s account when it is named by a bare id', () => {
    expect(simulation({ principal: OTHER_ROLE, resource: 'mrk-1' }).key).toEqual({ account: '444455556666' });
    expect(simulation({ resource: 'mrk-1', key: { region: 'us-east-1' } }).key.arn).toBe(
      `arn:aws:kms:us-east-1:${ACCOUNT}:key/mrk-1`,
    );
    expect(simulation({ principal: LOGS, resource: 'mrk-1' }).key).toEqual({});
  });

  it.each<[string, object, object]>([
    [
      'short names',
      { spec: 'RSA_2048', usage: 'SIGN_VERIFY', origin: 'AWS_KMS', state: 'Enabled', manager: 'CUSTOMER' },
      { keySpec: 'RSA_2048', keyUsage: 'SIGN_VERIFY', origin: 'AWS_KMS', state: 'Enabled', manager: 'CUSTOMER' },
    ],
    [
      'long names',
      { keySpec: 'RSA_2048', keyUsage: 'SIGN_VERIFY', keyOrigin: 'AWS_KMS', keyState: 'Enabled' },
      { keySpec: 'RSA_2048', keyUsage: 'SIGN_VERIFY', origin: 'AWS_KMS', state: 'Enabled' },
    ],
    [
      'the names of DescribeKey',
      {
        KeySpec: 'RSA_2048',
        KeyUsage: 'SIGN_VERIFY',
        Origin: 'EXTERNAL',
        KeyState: 'Disabled',
        KeyManager: 'AWS',
        MultiRegion: true,
        MultiRegionConfiguration: { MultiRegionKeyType: 'REPLICA' },
      },
      {
        keySpec: 'RSA_2048',
        keyUsage: 'SIGN_VERIFY',
        origin: 'EXTERNAL',
        state: 'Disabled',
        manager: 'AWS',
        multiRegion: true,
        multiRegionKeyType: 'REPLICA',
      },
    ],
    ['the whole answer of DescribeKey', { KeyMetadata: { KeyState: 'Enabled' } }, { state: 'Enabled' }],
    ['booleans as texts', { multiRegion: 'false' }, { multiRegion: false }],
    ['the other boolean too', { multiRegion: 'true' }, { multiRegion: true }],
    ['an account as a number', { account: Number(ACCOUNT) }, { account: ACCOUNT }],
    [
      'aliases in every form',
      { aliases: ['alias/a', 'b', ALIAS, { AliasName: 'alias/c' }, 7] },
      { aliases: ['alias/a', 'alias/b', 'alias/app', 'alias/c'] },
    ],
    ['tags as an object', { tags: { a: '1' } }, { tags: { a: '1' } }],
    [
      'tags as a list',
      {
        Tags: [{ TagKey: 'a', TagValue: '1' }, { Key: 'b', Value: '2' }, { key: 'c' }, { key: 'd', value: '4' }, null],
      },
      { tags: { a: '1', b: '2', c: '', d: '4' } },
    ],
    [
      'what does not fit',
      {
        spec: {},
        aliases: 'alias/a',
        tags: 'x',
        multiRegion: 7,
        manager: 'ME',
        multiRegionKeyType: 'x',
        other: 1,
        multiRegionConfiguration: null,
      },
      {},
    ],
  ])('takes %s', (_, key, expected) => {
    expect(simulation({ resource: undefined, key }).key).toEqual(expected);
  });

  it('must be an object', () => {
    expect(problem(request({ key: 'x' }))).toBe('"key" must be an object.');
    expect(problem(request({ key: [] }))).toBe('"key" must be an object.');
    expect(problem(request({ resource: 7 }))).toBe('"resource" must be a text.');
  });
});

describe('the context', () => {
  it.each<[string, unknown, object]>([
    ['a text', 'x', { state: 'present', values: ['x'] }],
    ['a number', 7, { state: 'present', values: ['7'] }],
    ['a boolean', true, { state: 'present', values: ['true'] }],
    ['a list', ['a', 1, false], { state: 'present', values: ['a', '1', 'false'] }],
    ['an empty list', [], { state: 'absent' }],
    ['null', null, { state: 'absent' }],
  ])('takes %s', (_, value, expected) => {
    expect(simulation({ context: { 'aws:x': value }, contextIsPartial: true }).context.lookup('AWS:X')).toEqual(
      expected,
    );
  });

  it('is complete unless it says that it is not', () => {
    const state = (more: object) => simulation(more).context.lookup('aws:x').state;
    expect([
      state({}),
      state({ context: undefined }),
      state({ context: null }),
      state({ contextIsPartial: false }),
    ]).toEqual(['absent', 'absent', 'absent', 'absent']);
    expect(state({ contextIsPartial: true })).toBe('unknown');
  });

  it('wins over the tags of the caller', () => {
    const principal = { arn: ROLE, tags: { team: 'red', unit: 'x' } };
    const { context } = simulation({ principal, context: { 'aws:principaltag/team': 'blue' } });
    expect(context.lookup('aws:PrincipalTag/team')).toEqual({ state: 'present', values: ['blue'] });
    expect(context.lookup('aws:PrincipalTag/unit')).toEqual({ state: 'present', values: ['x'] });
  });

  it.each<[string, unknown, RegExp]>([
    ['a text', 'x', /"context" must be an object/],
    ['a list', [], /"context" must be an object/],
    ['an object as a value', { a: {} }, /The values of "context"/],
    ['a list of lists as a value', { a: [['b']] }, /The values of "context"/],
  ])('is not %s', (_, context, expected) => {
    expect(problem(request({ context }))).toMatch(expected);
  });
});

describe('policies', () => {
  const one = policy(may());
  const names = (policies: Simulation['identityPolicies']) => policies?.map(({ name }) => name);

  it('are unknown when they are left out, and none when they are null or empty', () => {
    const bare = read({ principal: ROLE, action: 'kms:Decrypt' });
    expect('simulation' in bare ? bare.simulation : undefined).toMatchObject({
      keyPolicy: undefined,
      identityPolicies: undefined,
      boundary: undefined,
      sessionPolicies: undefined,
      scps: undefined,
      rcps: undefined,
      endpointPolicy: null,
      grants: undefined,
    });
    expect(
      simulation({ identityPolicies: null, boundary: null, scps: null, grants: null, keyPolicy: null }),
    ).toMatchObject({ identityPolicies: [], boundary: null, scps: [], grants: [], keyPolicy: undefined });
  });

  it('have the names that they are given, or their place', () => {
    expect(
      names(
        simulation({
          identityPolicies: [
            one,
            { name: 'Admin', policy: one },
            { PolicyName: 'Inline', PolicyDocument: one },
            { Name: 'SCP', Content: JSON.stringify(one) },
            { document: one },
          ],
        }).identityPolicies,
      ),
    ).toEqual(['identity policies #1', 'Admin', 'Inline', 'SCP', 'identity policies #5']);
    expect(simulation({ keyPolicy: one }).keyPolicy?.name).toBe('key policy');
    expect(simulation({ keyPolicy: { ...one, name: 'Not one of its members' } }).keyPolicy?.name).toBe('key policy');
  });

  it('come in levels, or as one level', () => {
    const levels = (scps: unknown) => simulation({ scps }).scps?.map((level) => level.length);
    expect([levels([one, one]), levels([[one], [one, one]]), levels(one), levels([]), levels([[]])]).toEqual([
      [2],
      [1, 2],
      [1],
      [],
      [0],
    ]);
  });

  it('come as objects or as texts', () => {
    const statements = (keyPolicy: unknown) => simulation({ keyPolicy }).keyPolicy?.policy.statements.length;
    const two = policy(allow('*'), allow('*'));
    expect([statements(two), statements(JSON.stringify(two)), statements(JSON.stringify(two, undefined, 2))]).toEqual([
      2, 2, 2,
    ]);
  });

  it('are read once when they come again', () => {
    const reader = createSimulationReader();
    const policies = [1, 2, 3, 4].map(() => {
      const result = reader(request({ keyPolicy: policy(allow({ AWS: USER })) }));
      return 'simulation' in result ? result.simulation.keyPolicy?.policy : undefined;
    });
    expect(policies[1]).toBe(policies[3]);
    expect(policies[0]).toEqual(policies[1]);
  });

  it('are forgotten when there are too many', () => {
    const reader = createSimulationReader();
    const readNumber = (index: number) => {
      const result = reader(request({ keyPolicy: policy(allow('*', { Sid: `S${index}` })) }));
      return 'simulation' in result ? result.simulation.keyPolicy?.policy : undefined;
    };
    readNumber(0);
    const first = readNumber(0);
    for (let index = 1; index <= 200; index++) {
      readNumber(index);
      readNumber(index);
    }
    expect(readNumber(200)).toBe(readNumber(200));
    expect(readNumber(0)).not.toBe(first);
  });

  it.each<[string, object, string]>([
    ['a number', { keyPolicy: 7 }, 'keyPolicy'],
    ['a list', { keyPolicy: [] }, 'keyPolicy'],
    ['a broken text', { boundary: '{' }, 'boundary'],
    ['a text that holds no object', { boundary: '[1]' }, 'boundary'],
    ['a word in a list', { identityPolicies: [one, 'x'] }, 'identityPolicies'],
    ['a null in a level', { rcps: [[null]] }, 'rcps'],
    ['a level beside a policy', { scps: [[one], one] }, 'scps'],
    ['a named nothing', { endpointPolicy: { name: 'x', policy: 7 } }, 'endpointPolicy'],
    ['what nests too deep', { keyPolicy: { Statement: deep(120) } }, 'keyPolicy'],
  ])('are not %s', (_, more, member) => {
    expect(problem(request({ ...more }))).toBe(`"${member}" must be a policy: an object, or a text that holds one.`);
  });
});

describe('grants', () => {
  it.each<[string, unknown, object]>([
    [
      'as ListGrants gives them',
      {
        GrantId: 'g',
        GranteePrincipal: ROLE,
        RetiringPrincipal: USER,
        Operations: ['Decrypt'],
        Constraints: { EncryptionContextEquals: { a: '1' } },
      },
      {
        grantId: 'g',
        granteePrincipal: ROLE,
        retiringPrincipal: USER,
        operations: ['Decrypt'],
        encryptionContextEquals: { a: '1' },
      },
    ],
    [
      'in camel case',
      { granteePrincipal: ROLE, operations: ['kms:Decrypt'], constraints: { encryptionContextSubset: { a: 1 } } },
      { granteePrincipal: ROLE, operations: ['Decrypt'], encryptionContextSubset: { a: '1' } },
    ],
    [
      'with the constraints beside the operations',
      { grantee: { AWS: ROLE }, operations: 'Decrypt', sourceArn: 'arn:x' },
      { granteePrincipal: ROLE, operations: ['Decrypt'], sourceArn: 'arn:x' },
    ],
    [
      'with the prefix of operations, and no other part of them, taken off',
      { grantee: ROLE, operations: ['kms:Decrypt', 'x-kms:Decrypt'] },
      { granteePrincipal: ROLE, operations: ['Decrypt', 'x-kms:Decrypt'] },
    ],
    [
      'with the pairs beside the operations',
      { grantee: ROLE, operations: 'KMS:Decrypt', encryptionContextEquals: { a: '1' }, encryptionContextSubset: {} },
      {
        granteePrincipal: ROLE,
        operations: ['Decrypt'],
        encryptionContextEquals: { a: '1' },
        encryptionContextSubset: {},
      },
    ],
    [
      'for a service',
      { GranteeServicePrincipal: LOGS, RetiringServicePrincipal: LOGS, Operations: [], Constraints: null },
      { granteePrincipal: LOGS, retiringPrincipal: LOGS, operations: [] },
    ],
  ])('%s', (_, grant, expected) => {
    expect(simulation({ grants: [grant] }).grants).toEqual([expected]);
    expect(simulation({ grants: { Grants: [grant] } }).grants).toEqual([expected]);
    expect(simulation({ grants: grant }).grants).toEqual([expected]);
  });

  it.each([
    7,
    null,
    {},
    { granteePrincipal: ROLE },
    { operations: ['Decrypt'] },
    { granteePrincipal: { AWS: ROLE, Service: LOGS }, operations: ['Decrypt'] },
    { granteePrincipal: { AWS: 7 }, operations: ['Decrypt'] },
    { granteePrincipal: ROLE, operations: [7] },
    { granteePrincipal: ROLE, operations: ['Decrypt'], constraints: 7 },
  ])('are not %j', (grant) => {
    expect(problem(request({ grants: [grant] }))).toBe('Each of "grants" must name a grantee and operations.');
  });
});

describe('a request', () => {
  it.each([undefined, null, 7, 'x', []])('is not %j', (value) => {
    expect(problem(value)).toBe('A request must be an object.');
  });

  it('says the first thing that is wrong', () => {
    expect(problem(request({ action: 7, key: 7, keyPolicy: 7 }))).toBe('"action" must be a text.');
    expect(problem(request({ action: 7, context: 7 }))).toBe('"action" must be a text.');
    expect(problem(request({ keyPolicy: 7, grants: 7 }))).toMatch(/^"keyPolicy"/);
  });
});

function deep(levels: number): unknown {
  return levels === 0 ? [] : [deep(levels - 1)];
}
