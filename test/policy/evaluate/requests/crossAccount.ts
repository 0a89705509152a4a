import {
  allow,
  deny,
  FULL_ACCESS,
  may,
  mayNot,
  OTHER_ACCOUNT,
  OTHER_ROLE,
  OTHER_ROOT,
  policy,
  ROOT,
  request,
} from '../../../support/simulations.js';
import type { RequestCase } from './requestCase.js';

const foreign = (statement: object, more: object = {}) =>
  request({
    principal: OTHER_ROLE,
    keyPolicy: policy(statement as Readonly<Record<string, unknown>>),
    identityPolicies: [FULL_ACCESS],
    ...more,
  });
const FOR_ACCOUNT = allow({ AWS: OTHER_ROOT });
const FOR_ROLE = allow({ AWS: OTHER_ROLE });

const CROSS_ACCOUNT = [
  'CreateGrant',
  'Decrypt',
  'DeriveSharedSecret',
  'DescribeKey',
  'Encrypt',
  'GenerateDataKey',
  'GenerateDataKeyPair',
  'GenerateDataKeyPairWithoutPlaintext',
  'GenerateDataKeyWithoutPlaintext',
  'GenerateMac',
  'GetKeyRotationStatus',
  'GetPublicKey',
  'ListGrants',
  'ReEncryptFrom',
  'ReEncryptTo',
  'RevokeGrant',
  'Sign',
  'Verify',
  'VerifyMac',
];
const OWN_ACCOUNT_ONLY = [
  'CancelKeyDeletion',
  'DisableKey',
  'EnableKey',
  'EnableKeyRotation',
  'GetKeyPolicy',
  'ImportKeyMaterial',
  'ListKeyPolicies',
  'ListResourceTags',
  'PutKeyPolicy',
  'ReplicateKey',
  'RotateKeyOnDemand',
  'ScheduleKeyDeletion',
  'TagResource',
  'UntagResource',
  'UpdateKeyDescription',
  'UpdatePrimaryRegion',
];

/** Callers of another account. */
export const crossAccountCases: readonly RequestCase[] = [
  ['the account is allowed, and IAM there allows', '15: two policies', foreign(FOR_ACCOUNT), 'allowed'],
  ['the twelve digits do as well', '2.a: account', foreign(allow({ AWS: OTHER_ACCOUNT })), 'allowed'],
  ['the role is allowed, and IAM there allows', '15: two policies', foreign(FOR_ROLE), 'allowed'],
  [
    'the account is allowed, and IAM there does not',
    '15: two policies',
    foreign(FOR_ACCOUNT, { identityPolicies: [] }),
    'implicitDeny',
  ],
  [
    'the role is allowed, and IAM there does not',
    '1.a: step 6',
    foreign(FOR_ROLE, { identityPolicies: [] }),
    'implicitDeny',
  ],
  ['only IAM there allows', '15: two policies', foreign(allow({ AWS: ROOT })), 'implicitDeny'],
  [
    'IAM there allows another action',
    '1.a: step 6',
    foreign(FOR_ROLE, { identityPolicies: [policy(may({ Action: 'kms:Encrypt' }))] }),
    'implicitDeny',
  ],
  [
    'IAM there allows its own keys only',
    '5: Resource',
    foreign(FOR_ROLE, { identityPolicies: [policy(may({ Resource: `arn:aws:kms:*:${OTHER_ACCOUNT}:key/*` }))] }),
    'implicitDeny',
  ],
  [
    'IAM there denies',
    '1.a: step 1',
    foreign(FOR_ROLE, { identityPolicies: [FULL_ACCESS, policy(mayNot())] }),
    'explicitDeny',
  ],
  [
    'the key policy denies the account',
    '1.a: step 1',
    request({
      principal: OTHER_ROLE,
      identityPolicies: [FULL_ACCESS],
      keyPolicy: policy(FOR_ROLE, deny({ AWS: OTHER_ROOT })),
    }),
    'explicitDeny',
  ],
  [
    'the key policy is the ceiling',
    '15: ceiling',
    foreign(allow({ AWS: OTHER_ROOT }, { Action: 'kms:Encrypt' })),
    'implicitDeny',
  ],
  ['everyone, and IAM there allows', '15: two policies', foreign(allow('*')), 'allowed'],
  ['everyone, and IAM there does not', '1.a: step 6', foreign(allow('*'), { identityPolicies: [] }), 'implicitDeny'],
  [
    'a boundary there cuts',
    'iam: boundaries',
    foreign(FOR_ROLE, { boundary: policy(may({ Action: 's3:*' })) }),
    'implicitDeny',
  ],
  [
    'a session policy there cuts',
    'iam: session policies',
    foreign(FOR_ROLE, { sessionPolicies: [policy(may({ Action: 's3:*' }))] }),
    'implicitDeny',
  ],
  ['an SCP there cuts', '1.a: step 2', foreign(FOR_ROLE, { scps: [policy(may({ Action: 's3:*' }))] }), 'implicitDeny'],
  [
    'an RCP of the key cuts',
    '1.a: step 1',
    foreign(FOR_ROLE, {
      rcps: [policy(allow('*'), deny('*', { Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-abc' } } }))],
    }),
    'explicitDeny',
  ],
  [
    'an RCP of the key lets the organization in',
    '1.a: step 2',
    foreign(FOR_ROLE, {
      context: { 'aws:PrincipalOrgID': 'o-abc' },
      rcps: [policy(allow('*'), deny('*', { Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-abc' } } }))],
    }),
    'allowed',
  ],
  [
    'a session of a foreign role',
    '15: two policies',
    foreign(FOR_ROLE, { principal: `arn:aws:sts::${OTHER_ACCOUNT}:assumed-role/Partner/x` }),
    'allowed',
  ],
  [
    'kms:CallerAccount of a foreign caller',
    '8: kms:CallerAccount',
    foreign(allow('*', { Condition: { StringEquals: { 'kms:CallerAccount': OTHER_ACCOUNT } } })),
    'allowed',
  ],
  [
    'a bare key id is looked up in the caller’s account',
    '15: bare id',
    request({
      principal: OTHER_ROLE,
      resource: '1234abcd-12ab-34cd-56ef-1234567890ab',
      key: { region: 'us-east-1' },
      keyPolicy: policy(FOR_ROLE),
    }),
    'allowed',
  ],
  ...CROSS_ACCOUNT.map(
    (name): RequestCase => [
      `${name} needs IAM there too`,
      '15: two policies',
      foreign(FOR_ACCOUNT, { action: `kms:${name}`, identityPolicies: [] }),
      'implicitDeny',
    ],
  ),
  ...CROSS_ACCOUNT.map(
    (name): RequestCase => [
      `${name} works across accounts`,
      '6: cross-account set',
      foreign(FOR_ACCOUNT, { action: `kms:${name}` }),
      'allowed',
    ],
  ),
  ...OWN_ACCOUNT_ONLY.map(
    (name): RequestCase => [
      `${name} does not work across accounts`,
      '6: cross-account set',
      foreign(FOR_ACCOUNT, {
        action: `kms:${name}`,
        resource: 'arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab',
      }),
      'implicitDeny',
    ],
  ),
];
