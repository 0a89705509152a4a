import {
  ACCOUNT,
  allow,
  FEDERATED,
  FULL_ACCESS,
  LOGS,
  mayNot,
  OTHER_ROLE,
  policy,
  ROLE,
  ROOT,
  request,
  SESSION,
  USER,
} from '../../../support/simulations.js';
import type { RequestCase } from './requestCase.js';

const granted = (grant: object, more: object = {}) =>
  request({
    grants: [{ GranteePrincipal: ROLE, Operations: ['Decrypt', 'DescribeKey', 'CreateGrant'], ...grant }],
    ...more,
  });
const equals = (pairs: object) => ({ Constraints: { EncryptionContextEquals: pairs } });
const subset = (pairs: object) => ({ Constraints: { EncryptionContextSubset: pairs } });
const A = { 'kms:EncryptionContext:a': '1' };
const AB = { ...A, 'kms:EncryptionContext:b': '2' };

/** Grants: grantee, operations, constraints, and what they are worth. */
export const grantCases: readonly RequestCase[] = [
  ['grantee and operation fit', '12: grants', granted({}), 'allowed'],
  ['another grantee', '12: grants', granted({ GranteePrincipal: USER }), 'implicitDeny'],
  ['another operation', '12: grants', granted({}, { action: 'kms:Encrypt' }), 'implicitDeny'],
  [
    'one of several grants',
    '12: grants',
    request({
      grants: [
        { granteePrincipal: USER, operations: ['Decrypt'] },
        { granteePrincipal: ROLE, operations: ['Decrypt'] },
      ],
    }),
    'allowed',
  ],
  [
    'the second of two grants has the operation',
    '12: grants',
    request({
      action: 'kms:Sign',
      grants: [
        { granteePrincipal: ROLE, operations: ['Decrypt'] },
        { granteePrincipal: ROLE, operations: ['Sign'] },
      ],
    }),
    'allowed',
  ],
  ['operations with the prefix', '12: operations', granted({ Operations: ['kms:Decrypt'] }), 'allowed'],
  ['no grant at all', '1.a: step 7', request({ grants: [] }), 'implicitDeny'],
  ['a session by its role', '12: grantee', granted({}, { principal: SESSION }), 'allowed'],
  [
    'a session by its own ARN',
    '12: grantee',
    granted({ GranteePrincipal: SESSION }, { principal: SESSION }),
    'allowed',
  ],
  [
    'another session',
    '12: grantee',
    granted({ GranteePrincipal: `${SESSION}0` }, { principal: SESSION }),
    'implicitDeny',
  ],
  ['a service', '12: service grantee', granted({ GranteePrincipal: LOGS }, { principal: LOGS }), 'allowed'],
  [
    'a service in its own member',
    '12: service grantee',
    request({ principal: LOGS, grants: [{ GranteeServicePrincipal: LOGS, Operations: ['Decrypt'] }] }),
    'allowed',
  ],
  [
    'another service',
    '12: service grantee',
    granted({ GranteePrincipal: 'dynamodb.us-east-1.amazonaws.com' }, { principal: LOGS }),
    'implicitDeny',
  ],
  ['the root user by its account', '12: grantee', granted({ GranteePrincipal: ROOT }, { principal: ROOT }), 'allowed'],
  [
    'the account leaves it to IAM, which allows',
    '12: grantee',
    granted({ GranteePrincipal: ROOT }, { identityPolicies: [FULL_ACCESS] }),
    'allowed',
  ],
  [
    'the account leaves it to IAM, which does not',
    '12: grantee',
    granted({ GranteePrincipal: ACCOUNT }),
    'implicitDeny',
  ],
  [
    'an operation that cannot be granted',
    '12: operations',
    granted({ Operations: ['PutKeyPolicy'] }, { action: 'kms:PutKeyPolicy' }),
    'implicitDeny',
  ],
  [
    'anonymous callers have no grants',
    '12: grantee',
    granted({ GranteePrincipal: '*' }, { principal: '*' }),
    'implicitDeny',
  ],
  // Constraints
  ['Equals: exactly the pairs', '12: constraints', granted(equals({ a: '1' }), { context: A }), 'allowed'],
  ['Equals: a pair too many', '12: constraints', granted(equals({ a: '1' }), { context: AB }), 'implicitDeny'],
  ['Equals: a pair is missing', '12: constraints', granted(equals({ a: '1', b: '2' }), { context: A }), 'implicitDeny'],
  ['Equals: another value', '12: constraints', granted(equals({ a: '2' }), { context: A }), 'implicitDeny'],
  ['Equals: no context', '12: constraints', granted(equals({ a: '1' })), 'implicitDeny'],
  [
    'Equals: the case of a value counts',
    '12: constraints',
    granted(equals({ a: 'X' }), { context: { 'kms:EncryptionContext:a': 'x' } }),
    'implicitDeny',
  ],
  ['Equals: the case of a key does not', '12: constraints', granted(equals({ A: '1' }), { context: A }), 'allowed'],
  ['Subset: exactly the pairs', '12: constraints', granted(subset({ a: '1' }), { context: A }), 'allowed'],
  ['Subset: a pair more', '12: constraints', granted(subset({ a: '1' }), { context: AB }), 'allowed'],
  ['Subset: a pair is missing', '12: constraints', granted(subset({ a: '1', b: '2' }), { context: A }), 'implicitDeny'],
  [
    'camel case',
    '12: constraints',
    request({
      context: AB,
      grants: [
        { granteePrincipal: ROLE, operations: ['Decrypt'], constraints: { encryptionContextSubset: { b: '2' } } },
      ],
    }),
    'allowed',
  ],
  [
    'DescribeKey is not bound by the context',
    '12: constraints',
    granted(equals({ a: '1' }), { action: 'kms:DescribeKey' }),
    'allowed',
  ],
  [
    'SourceArn',
    '12: SourceArn',
    granted({ Constraints: { SourceArn: 'arn:aws:s3:::logs' } }, { context: { 'aws:SourceArn': 'arn:aws:s3:::logs' } }),
    'allowed',
  ],
  [
    'another SourceArn',
    '12: SourceArn',
    granted(
      { Constraints: { SourceArn: 'arn:aws:s3:::logs' } },
      { context: { 'aws:SourceArn': 'arn:aws:s3:::other' } },
    ),
    'implicitDeny',
  ],
  [
    'SourceArn binds DescribeKey too',
    '12: SourceArn',
    granted({ Constraints: { SourceArn: 'arn:aws:s3:::logs' } }, { action: 'kms:DescribeKey' }),
    'implicitDeny',
  ],
  // Grants that make grants
  [
    'a child grant of the same operations',
    '12: child grants',
    granted({}, { action: 'kms:CreateGrant', context: { 'kms:GrantOperations': ['Decrypt'] } }),
    'allowed',
  ],
  [
    'a child grant of an operation more',
    '12: child grants',
    granted({}, { action: 'kms:CreateGrant', context: { 'kms:GrantOperations': ['Decrypt', 'Encrypt'] } }),
    'implicitDeny',
  ],
  [
    'an exact constraint may not become a part',
    '12: child grants',
    granted(equals({ a: '1' }), {
      action: 'kms:CreateGrant',
      context: { ...A, 'kms:GrantConstraintType': 'EncryptionContextSubset' },
    }),
    'implicitDeny',
  ],
  [
    'an exact constraint stays exact',
    '12: child grants',
    granted(equals({ a: '1' }), {
      action: 'kms:CreateGrant',
      context: { ...A, 'kms:GrantConstraintType': 'EncryptionContextEquals' },
    }),
    'allowed',
  ],
  [
    'a part may become exact',
    '12: child grants',
    granted(subset({ a: '1' }), {
      action: 'kms:CreateGrant',
      context: { ...A, 'kms:GrantConstraintType': 'EncryptionContextEquals' },
    }),
    'allowed',
  ],
  // Weight
  ['a boundary does not cut a grant', '1.a: step 3', granted({}, { boundary: policy() }), 'allowed'],
  ['a Deny of an SCP cuts a grant', '1.a: step 1', granted({}, { scps: [policy(mayNot())] }), 'explicitDeny'],
  [
    'a grantee of another account with an IAM Allow',
    '1.a: notes',
    granted({ GranteePrincipal: OTHER_ROLE }, { principal: OTHER_ROLE, identityPolicies: [FULL_ACCESS] }),
    'allowed',
  ],
  [
    'a grantee of another account without one',
    '1.a: notes',
    granted({ GranteePrincipal: OTHER_ROLE }, { principal: OTHER_ROLE }),
    'unknown',
  ],
  // RetireGrant
  [
    'the retiring principal retires',
    '12: RetireGrant',
    request({
      action: 'kms:RetireGrant',
      grants: [{ granteePrincipal: USER, retiringPrincipal: ROLE, operations: ['Decrypt'] }],
    }),
    'allowed',
  ],
  [
    'the grantee retires when the grant says so',
    '12: RetireGrant',
    granted({ Operations: ['Decrypt', 'RetireGrant'] }, { action: 'kms:RetireGrant' }),
    'allowed',
  ],
  [
    'the grantee does not retire otherwise',
    '12: RetireGrant',
    granted({}, { action: 'kms:RetireGrant' }),
    'implicitDeny',
  ],
  [
    'a Deny on RetireGrant works',
    '12: RetireGrant',
    granted(
      { Operations: ['RetireGrant'] },
      { action: 'kms:RetireGrant', identityPolicies: [policy(mayNot({ Action: 'kms:RetireGrant' }))] },
    ),
    'explicitDeny',
  ],
  [
    'RetireGrant in a key policy has no effect',
    '6: RetireGrant',
    request({ action: 'kms:RetireGrant', keyPolicy: policy(allow({ AWS: ROLE })) }),
    'implicitDeny',
  ],
  [
    'an IAM Allow for RetireGrant is not enough to tell',
    '12: RetireGrant',
    request({ action: 'kms:RetireGrant', identityPolicies: [FULL_ACCESS] }),
    'unknown',
  ],
  [
    'a context constraint does not bind RetireGrant',
    '12: constraints',
    granted({ Operations: ['RetireGrant'], ...equals({ a: '1' }) }, { action: 'kms:RetireGrant' }),
    'allowed',
  ],
  // Who is meant, and what stays open
  ['a user', '12: grantee', granted({ GranteePrincipal: USER }, { principal: USER }), 'allowed'],
  ['a federated user', '12: grantee', granted({ GranteePrincipal: FEDERATED }, { principal: FEDERATED }), 'allowed'],
  [
    'a grant to somebody else does not make IAM count',
    '12: grantee',
    granted({ GranteePrincipal: USER }, { identityPolicies: [FULL_ACCESS] }),
    'implicitDeny',
  ],
  [
    'anonymous callers have no grants, told or not',
    '12: grantee',
    request({ principal: '*', grants: undefined }),
    'implicitDeny',
  ],
  [
    'a grant to a foreign role that may exist does not settle it',
    '1.a: notes',
    request({ principal: OTHER_ROLE, grants: undefined, identityPolicies: [FULL_ACCESS] }),
    'unknown',
  ],
  [
    'the root user retires a grant to its account',
    '12: RetireGrant',
    granted({ GranteePrincipal: ROOT, Operations: ['RetireGrant'] }, { principal: ROOT, action: 'kms:RetireGrant' }),
    'allowed',
  ],
  [
    'Equals: the case of a key in the request does not count either',
    '12: constraints',
    granted(equals({ a: '1' }), { context: { 'kms:EncryptionContext:A': '1' } }),
    'allowed',
  ],
  [
    'SourceArn is not told',
    '12: SourceArn',
    granted({ Constraints: { SourceArn: 'arn:aws:s3:::logs' } }, { contextIsPartial: true }),
    'unknown',
  ],
  [
    'the operations of a child grant are not told',
    '12: child grants',
    granted({}, { action: 'kms:CreateGrant', contextIsPartial: true }),
    'unknown',
  ],
  [
    'the kind of constraint of a child grant is not told',
    '12: child grants',
    granted(equals({ a: '1' }), {
      action: 'kms:CreateGrant',
      contextIsPartial: true,
      context: { ...A, 'kms:EncryptionContextKeys': ['a'], 'kms:GrantOperations': ['Decrypt'] },
    }),
    'unknown',
  ],
  [
    'a child grant whose context shows a constraint, of no kind that is told',
    '12: child grants',
    granted(equals({ a: '1' }), { action: 'kms:CreateGrant', context: A }),
    'allowed',
  ],
  [
    'a part may stay a part',
    '12: child grants',
    granted(subset({ a: '1' }), {
      action: 'kms:CreateGrant',
      context: { ...A, 'kms:GrantConstraintType': 'EncryptionContextSubset' },
    }),
    'allowed',
  ],
];
