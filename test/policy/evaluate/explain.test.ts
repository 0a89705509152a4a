import { describe, expect, it } from 'vitest';
import {
  ACCOUNT,
  ACCOUNT_ONLY,
  allow,
  deny,
  FULL_ACCESS,
  KEY,
  LOGS,
  MULTI_REGION_KEY,
  may,
  mayNot,
  NOBODY,
  OTHER_ROLE,
  OTHER_ROOT,
  policy,
  type RequestValue,
  ROLE,
  ROOT,
  request,
  SESSION,
  USER,
  verdictOf,
} from '../../support/simulations.js';

const FOR_ROLE = policy(allow({ AWS: ROLE }, { Sid: 'Use' }));
const texts = (value: RequestValue) => verdictOf(value).because.map(({ text }) => text);
const steps = (value: RequestValue) =>
  verdictOf(value).because.map(
    ({ source, outcome, statement }) =>
      `${source} ${outcome}${statement === undefined ? '' : ` ${statement.sid?.known ?? `#${statement.index + 1}`}`}`,
  );
const missing = (value: RequestValue) => verdictOf(value).missing;
const VPCE = { StringEquals: { 'aws:SourceVpce': 'vpce-1' } };

describe('the steps of a proof', () => {
  it.each<[string, RequestValue, readonly string[]]>([
    ['the statement that allows', request({ keyPolicy: FOR_ROLE }), ['keyPolicy allows Use']],
    [
      'the closest statement',
      request({ keyPolicy: policy(allow({ AWS: ROOT }), allow({ AWS: ROLE }, { Sid: 'Use' })) }),
      ['keyPolicy allows Use'],
    ],
    [
      'both halves of a delegation',
      request({ keyPolicy: ACCOUNT_ONLY, identityPolicies: [FULL_ACCESS] }),
      ['keyPolicy allows #1', 'identityPolicies allows #1'],
    ],
    [
      'the half that is lacking',
      request({ keyPolicy: ACCOUNT_ONLY }),
      ['keyPolicy allows #1', 'identityPolicies silent'],
    ],
    ['no half at all', request({ keyPolicy: NOBODY }), ['keyPolicy silent']],
    [
      'every Deny, and nothing else',
      request({
        keyPolicy: policy(allow('*'), deny('*'), deny({ AWS: ROLE })),
        scps: [policy(mayNot())],
        identityPolicies: [policy(mayNot())],
      }),
      ['keyPolicy denies #2', 'keyPolicy denies #3', 'identityPolicies denies #1', 'scps denies #1'],
    ],
    [
      'guardrails before access',
      request({
        keyPolicy: FOR_ROLE,
        scps: [FULL_ACCESS],
        rcps: [policy(allow('*'))],
        endpointPolicy: policy(allow('*')),
      }),
      ['scps allows #1', 'rcps allows #1', 'endpointPolicy allows #1', 'keyPolicy allows Use'],
    ],
    [
      'the guardrail that is silent',
      request({ keyPolicy: FOR_ROLE, scps: [policy(may({ Action: 's3:*' }))] }),
      ['scps silent', 'keyPolicy allows Use'],
    ],
    [
      'a guardrail that allows what is denied otherwise needs no word',
      request({ scps: [FULL_ACCESS] }),
      ['keyPolicy silent'],
    ],
    [
      'a boundary that is silent',
      request({ keyPolicy: FOR_ROLE, boundary: policy() }),
      ['keyPolicy allows Use', 'boundary silent'],
    ],
    [
      'a boundary that allows',
      request({ keyPolicy: FOR_ROLE, boundary: FULL_ACCESS }),
      ['keyPolicy allows Use', 'boundary allows #1'],
    ],
    [
      'session policies that are silent',
      request({
        principal: SESSION,
        keyPolicy: ACCOUNT_ONLY,
        identityPolicies: [FULL_ACCESS],
        sessionPolicies: [policy()],
      }),
      ['keyPolicy allows #1', 'identityPolicies allows #1', 'sessionPolicies silent'],
    ],
    [
      'a session that is named: no word of its limits',
      request({ principal: SESSION, keyPolicy: policy(allow({ AWS: SESSION })), boundary: policy() }),
      ['keyPolicy allows #1'],
    ],
    ['a grant', request({ grants: [{ granteePrincipal: ROLE, operations: ['Decrypt'] }] }), ['grants allows']],
    [
      'a grant to the account',
      request({ grants: [{ granteePrincipal: ROOT, operations: ['Decrypt'] }], identityPolicies: [FULL_ACCESS] }),
      ['grants allows', 'identityPolicies allows #1'],
    ],
    [
      'the key that refuses',
      request({ keyPolicy: FOR_ROLE, key: { state: 'Disabled' } }),
      ['key refuses', 'keyPolicy allows Use'],
    ],
    [
      'another account',
      request({
        principal: OTHER_ROLE,
        action: 'kms:PutKeyPolicy',
        keyPolicy: policy(allow({ AWS: OTHER_ROOT })),
        identityPolicies: [FULL_ACCESS],
      }),
      ['account refuses', 'keyPolicy allows #1', 'identityPolicies allows #1'],
    ],
    [
      'a foreign role with half of what it needs',
      request({ principal: OTHER_ROLE, keyPolicy: policy(allow({ AWS: OTHER_ROLE })) }),
      ['keyPolicy allows #1', 'identityPolicies silent'],
    ],
    [
      'a foreign grantee with half of what it needs',
      request({ principal: OTHER_ROLE, grants: [{ granteePrincipal: OTHER_ROLE, operations: ['Decrypt'] }] }),
      ['grants allows', 'identityPolicies silent'],
    ],
    ['an operation without a key', request({ action: 'kms:ListKeys', resource: '*' }), ['identityPolicies silent']],
    [
      'an operation without a key that IAM allows',
      request({ action: 'kms:ListKeys', resource: '*', identityPolicies: [FULL_ACCESS] }),
      ['identityPolicies allows #1'],
    ],
    [
      'an operation without a key, for a service',
      request({ principal: LOGS, action: 'kms:ListKeys', resource: '*' }),
      ['identityPolicies silent'],
    ],
    [
      'a grant that is retired',
      request({
        action: 'kms:RetireGrant',
        grants: [{ granteePrincipal: USER, retiringPrincipal: ROLE, operations: ['Decrypt'] }],
      }),
      ['grants allows'],
    ],
    ['a service', request({ principal: LOGS, keyPolicy: policy(allow({ Service: LOGS })) }), ['keyPolicy allows #1']],
    ['a service that nothing allows', request({ principal: LOGS }), ['keyPolicy silent']],
    [
      'a service is of no account that could refuse',
      request({ principal: LOGS, action: 'kms:PutKeyPolicy' }),
      ['keyPolicy silent'],
    ],
    [
      'every statement that lets a foreign role in',
      request({
        principal: OTHER_ROLE,
        keyPolicy: policy(allow({ AWS: OTHER_ROOT }), allow({ AWS: OTHER_ROLE })),
        identityPolicies: [FULL_ACCESS],
      }),
      ['keyPolicy allows #1', 'keyPolicy allows #2', 'identityPolicies allows #1'],
    ],
    [
      'a guardrail that may allow',
      request({
        contextIsPartial: true,
        keyPolicy: policy(allow({ AWS: ROLE })),
        scps: [policy(may({ Condition: VPCE }))],
      }),
      ['scps unknown #1', 'keyPolicy allows #1'],
    ],
    ['grants that are not told', request({ grants: undefined }), ['keyPolicy silent', 'grants unknown']],
    ['a key policy that is not told', request({ keyPolicy: undefined }), ['keyPolicy unknown']],
    [
      'a Deny that may strike',
      request({ contextIsPartial: true, keyPolicy: policy(allow({ AWS: ROLE }), deny('*', { Condition: VPCE })) }),
      ['keyPolicy unknown #2', 'keyPolicy allows #1'],
    ],
    [
      'an Allow that may help',
      request({ contextIsPartial: true, keyPolicy: policy(allow({ AWS: ROLE }, { Condition: VPCE })) }),
      ['keyPolicy unknown #1'],
    ],
    [
      'an Allow whose condition fails',
      request({ keyPolicy: policy(allow({ AWS: ROLE }, { Condition: VPCE })) }),
      ['keyPolicy silent #1'],
    ],
    [
      'an SCP whose condition fails',
      request({ keyPolicy: FOR_ROLE, scps: [[policy(may({ Condition: VPCE }))]] }),
      ['scps silent #1', 'keyPolicy allows Use'],
    ],
    [
      'a Deny whose condition fails needs no word',
      request({ keyPolicy: policy(deny('*', { Condition: VPCE })) }),
      ['keyPolicy silent'],
    ],
    [
      'what is not told',
      request({ keyPolicy: FOR_ROLE, scps: undefined, boundary: undefined }),
      ['keyPolicy allows Use', 'boundary unknown', 'scps unknown'],
    ],
    [
      'a grant that may help',
      request({
        contextIsPartial: true,
        grants: [
          { granteePrincipal: ROLE, operations: ['Decrypt'], constraints: { encryptionContextEquals: { a: '1' } } },
        ],
      }),
      ['grants unknown'],
    ],
  ])('%s', (_, value, expected) => {
    expect(steps(value)).toEqual(expected);
  });

  it('tell which conditions decided', () => {
    const Condition = {
      StringEquals: { 'aws:PrincipalOrgID': 'o-a' },
      Bool: { 'aws:SecureTransport': 'true' },
      Null: { 'aws:SourceVpce': 'true' },
    };
    const [step] = verdictOf(
      request({
        context: { 'aws:PrincipalOrgID': 'o-a', 'aws:SecureTransport': 'false' },
        keyPolicy: policy(allow({ AWS: ROLE }, { Condition })),
      }),
    ).because;
    expect(step?.conditions?.map(({ operator, key, outcome }) => [operator, key, outcome])).toEqual([
      ['StringEquals', 'aws:PrincipalOrgID', 'met'],
      ['Bool', 'aws:SecureTransport', 'notMet'],
      ['Null', 'aws:SourceVpce', 'met'],
    ]);
    const [open] = verdictOf(
      request({ contextIsPartial: true, keyPolicy: policy(allow({ AWS: ROLE }, { Condition })) }),
    ).because;
    expect(open?.conditions?.map(({ outcome }) => outcome)).toEqual(['unknown', 'unknown', 'unknown']);
    expect(step?.policyName).toBe('key policy');
    expect(step?.span).toEqual(step?.statement?.span);
  });
});

describe('the texts of a proof', () => {
  it.each<[string, RequestValue, readonly string[]]>([
    ['an Allow', request({ keyPolicy: FOR_ROLE }), ['The statement "Use" of the key policy allows "kms:Decrypt".']],
    [
      'a Deny of a named policy',
      request({ scps: [{ name: 'Lockdown', policy: policy(mayNot()) }] }),
      ['The statement #1 of the Lockdown denies "kms:Decrypt".'],
    ],
    [
      'an Allow and a Deny that are open',
      request({
        contextIsPartial: true,
        keyPolicy: policy(allow('*', { Condition: VPCE }), deny('*', { Condition: VPCE })),
      }),
      [
        'Whether the statement #2 of the key policy denies "kms:Decrypt" is not known.',
        'Whether the statement #1 of the key policy allows "kms:Decrypt" is not known.',
      ],
    ],
    [
      'an Allow that fails',
      request({ keyPolicy: policy(allow('*', { Condition: VPCE })) }),
      ['The statement #1 of the key policy would allow "kms:Decrypt", but not all of its conditions are met.'],
    ],
    [
      'grants',
      request({ grants: [{ granteePrincipal: ROLE, operations: ['Decrypt'] }] }),
      [`A grant lets "${ROLE}" do "kms:Decrypt".`],
    ],
    [
      'an open grant',
      request({
        contextIsPartial: true,
        keyPolicy: policy(),
        grants: [
          { granteePrincipal: ROLE, operations: ['Decrypt'], constraints: { encryptionContextSubset: { a: '1' } } },
        ],
      }),
      [`Whether a grant lets "${ROLE}" do "kms:Decrypt" is not known.`],
    ],
    [
      'a state',
      request({ key: { state: 'Disabled' } }),
      ['KMS refuses "Decrypt" for a key in the state "Disabled".', 'Nothing in the key policy allows "kms:Decrypt".'],
    ],
    [
      'a type',
      request({ key: { spec: 'HMAC_256' } }),
      [
        'KMS refuses "Decrypt" for a key of this spec and usage (HMAC_256).',
        'Nothing in the key policy allows "kms:Decrypt".',
      ],
    ],
    [
      'a type by spec and usage',
      request({ key: { spec: 'RSA_2048', usage: 'SIGN_VERIFY' } }),
      [
        'KMS refuses "Decrypt" for a key of this spec and usage (RSA_2048, SIGN_VERIFY).',
        'Nothing in the key policy allows "kms:Decrypt".',
      ],
    ],
    [
      'an origin',
      request({ action: 'kms:ImportKeyMaterial', key: { origin: 'AWS_KMS' } }),
      [
        'KMS refuses "ImportKeyMaterial" for a key of the origin "AWS_KMS".',
        'Nothing in the key policy allows "kms:ImportKeyMaterial".',
      ],
    ],
    [
      'a single-Region key',
      request({ action: 'kms:ReplicateKey' }),
      [
        'KMS refuses "ReplicateKey" for a key that is no multi-Region key.',
        'Nothing in the key policy allows "kms:ReplicateKey".',
      ],
    ],
    [
      'a replica',
      request({ action: 'kms:ReplicateKey', resource: MULTI_REGION_KEY, key: { multiRegionKeyType: 'REPLICA' } }),
      [
        'KMS refuses "ReplicateKey" for a replica key: it works on the primary key.',
        'Nothing in the key policy allows "kms:ReplicateKey".',
      ],
    ],
    [
      'a key of AWS',
      request({ action: 'kms:PutKeyPolicy', key: { manager: 'AWS' } }),
      [
        'KMS refuses "PutKeyPolicy" for a key that AWS manages.',
        'Nothing in the key policy allows "kms:PutKeyPolicy".',
      ],
    ],
    [
      'another account',
      request({ principal: OTHER_ROLE, action: 'kms:PutKeyPolicy', keyPolicy: policy() }),
      [
        '"kms:PutKeyPolicy" does not work on a key of another account.',
        'Nothing in the key policy allows "kms:PutKeyPolicy".',
        'Nothing in the identity policies allows "kms:PutKeyPolicy".',
      ],
    ],
    [
      'what is not told',
      { principal: ROLE, action: 'kms:Decrypt', resource: KEY },
      [
        'key policy',
        'identity policies',
        'permissions boundary',
        'session policies',
        'service control policies',
        'resource control policies',
        'grants',
      ].map((name) => `Nothing is known of the ${name}.`),
    ],
    [
      'an endpoint policy',
      request({ keyPolicy: policy(allow('*')), endpointPolicy: policy() }),
      [
        'Nothing in the VPC endpoint policy allows "kms:Decrypt".',
        'The statement #1 of the key policy allows "kms:Decrypt".',
      ],
    ],
  ])('%s', (_, value, expected) => {
    expect(texts(value)).toEqual(expected);
  });
});

describe('what is missing', () => {
  it.each<[string, RequestValue, readonly string[]]>([
    ['nothing, for a definite answer', request(), []],
    ['nothing, for an explicit Deny', { principal: ROLE, action: 'kms:Decrypt', keyPolicy: policy(deny('*')) }, []],
    [
      'every member that is left out',
      { principal: ROLE, action: 'kms:Decrypt', resource: KEY },
      ['keyPolicy', 'identityPolicies', 'boundary', 'sessionPolicies', 'scps', 'rcps', 'grants'],
    ],
    [
      'not the grants, when access is certain',
      request({ keyPolicy: FOR_ROLE, grants: undefined, scps: undefined }),
      ['scps'],
    ],
    [
      'not the grants, when a guardrail stands in the way',
      request({ grants: undefined, rcps: undefined, scps: [policy()] }),
      ['rcps'],
    ],
    [
      'a condition key of an Allow',
      request({ contextIsPartial: true, keyPolicy: policy(allow('*', { Condition: VPCE })) }),
      ['aws:SourceVpce'],
    ],
    [
      'a condition key of a Deny',
      request({ contextIsPartial: true, keyPolicy: policy(allow('*'), deny('*', { Condition: VPCE })) }),
      ['aws:SourceVpce'],
    ],
    [
      'a condition key of a guardrail',
      request({ contextIsPartial: true, keyPolicy: policy(allow('*')), scps: [policy(may({ Condition: VPCE }))] }),
      ['aws:SourceVpce'],
    ],
    [
      'not the key of a guardrail when nothing is allowed anyway',
      request({ contextIsPartial: true, keyPolicy: NOBODY, rcps: undefined, scps: [policy(may({ Condition: VPCE }))] }),
      ['rcps'],
    ],
    [
      'not the key of an Allow when access is certain',
      request({
        contextIsPartial: true,
        rcps: undefined,
        keyPolicy: policy(allow('*'), allow('*', { Condition: VPCE })),
      }),
      ['rcps'],
    ],
    [
      'only the keys that are open',
      request({
        contextIsPartial: true,
        context: { 'aws:SecureTransport': 'true' },
        keyPolicy: policy(allow('*', { Condition: { ...VPCE, Bool: { 'aws:SecureTransport': 'true' } } })),
      }),
      ['aws:SourceVpce'],
    ],
    [
      'the key of a variable',
      request({
        contextIsPartial: true,
        context: { 'aws:SourceVpce': 'vpce-1' },
        keyPolicy: policy(
          allow('*', { Condition: { StringEquals: { 'aws:SourceVpce': '${*}${aws:PrincipalTag/vpce}' } } }),
        ),
      }),
      ['aws:PrincipalTag/vpce'],
    ],
    [
      'a fact of the key by its condition key',
      request({ keyPolicy: policy(allow('*', { Condition: { StringEquals: { 'kms:KeySpec': 'RSA_2048' } } })) }),
      ['kms:KeySpec'],
    ],
    [
      'the ARN of the key',
      request({
        resource: undefined,
        key: { account: ACCOUNT },
        keyPolicy: ACCOUNT_ONLY,
        identityPolicies: [policy(may({ Resource: KEY }))],
      }),
      ['key.arn'],
    ],
    ['the account of the key', request({ resource: undefined, keyPolicy: FOR_ROLE }), ['key.account']],
    [
      'the encryption context for a grant',
      request({
        contextIsPartial: true,
        grants: [
          { granteePrincipal: ROLE, operations: ['Decrypt'], constraints: { encryptionContextSubset: { a: '1' } } },
        ],
      }),
      ['kms:EncryptionContext'],
    ],
    [
      'the keys of the encryption context for a grant',
      request({
        contextIsPartial: true,
        grants: [
          { granteePrincipal: ROLE, operations: ['Decrypt'], constraints: { encryptionContextEquals: { a: '1' } } },
        ],
      }),
      ['kms:EncryptionContextKeys'],
    ],
    [
      'not the key of a guardrail that allows without it',
      request({
        contextIsPartial: true,
        keyPolicy: FOR_ROLE,
        identityPolicies: undefined,
        scps: [policy(may(), may({ Condition: VPCE }))],
      }),
      ['identityPolicies'],
    ],
    [
      'a condition key of a resource control policy',
      request({
        contextIsPartial: true,
        keyPolicy: policy(allow('*')),
        rcps: [policy(allow('*', { Condition: VPCE }))],
      }),
      ['aws:SourceVpce'],
    ],
    [
      'a condition key of an endpoint policy',
      request({
        contextIsPartial: true,
        keyPolicy: policy(allow('*')),
        endpointPolicy: policy(allow('*', { Condition: VPCE })),
      }),
      ['aws:SourceVpce'],
    ],
    [
      'not the encryption context for a grant, when access is certain',
      request({
        contextIsPartial: true,
        keyPolicy: FOR_ROLE,
        scps: undefined,
        grants: [
          { granteePrincipal: ROLE, operations: ['Decrypt'], constraints: { encryptionContextSubset: { a: '1' } } },
        ],
      }),
      ['scps'],
    ],
    [
      'not the grants of a caller who can have none',
      request({
        principal: '*',
        contextIsPartial: true,
        grants: undefined,
        keyPolicy: policy(allow('*', { Condition: VPCE })),
      }),
      ['aws:SourceVpce'],
    ],
    [
      'nothing for a foreign grantee, whose grant is certain',
      request({ principal: OTHER_ROLE, grants: [{ granteePrincipal: OTHER_ROLE, operations: ['Decrypt'] }] }),
      [],
    ],
    [
      'not the variable of a condition that holds without it',
      request({
        contextIsPartial: true,
        context: { 'aws:SourceVpce': 'vpce-1' },
        keyPolicy: policy(
          allow('*', {
            Condition: {
              StringEquals: {
                'aws:SourceVpce': ['${aws:PrincipalTag/vpce}', 'vpce-1'],
                'aws:SourceAccount': ACCOUNT,
              },
            },
          }),
        ),
      }),
      ['aws:SourceAccount'],
    ],
    [
      'identity policies in a delegation',
      request({ keyPolicy: ACCOUNT_ONLY, identityPolicies: undefined }),
      ['identityPolicies'],
    ],
  ])('%s', (_, value, expected) => {
    expect(missing(value)).toEqual(expected);
  });
});
