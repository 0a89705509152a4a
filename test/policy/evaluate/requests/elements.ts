import {
  ACCOUNT,
  ACCOUNT_ONLY,
  allow,
  deny,
  KEY,
  LOGS,
  MULTI_REGION_KEY,
  may,
  mayNot,
  OTHER_ACCOUNT,
  OTHER_ROLE,
  policy,
  ROLE,
  request,
} from '../../../support/simulations.js';
import type { RequestCase } from './requestCase.js';

const byKeyPolicy = (action: string, statement: object, more = {}) =>
  request({ action, keyPolicy: policy(allow({ AWS: ROLE }, { ...statement })), ...more });
const byIam = (statement: object, more = {}) =>
  request({ keyPolicy: ACCOUNT_ONLY, identityPolicies: [policy(may({ ...statement }))], ...more });
const without = (member: string, statement: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(statement).filter(([name]) => name !== member));

/** Action, Resource, Effect, and their negations. */
export const elementCases: readonly RequestCase[] = [
  ['an action by its name', '2: Action', byKeyPolicy('kms:Decrypt', { Action: 'kms:Decrypt' }), 'allowed'],
  [
    'an action in a list',
    '2: Action',
    byKeyPolicy('kms:Decrypt', { Action: ['kms:Encrypt', 'kms:Decrypt'] }),
    'allowed',
  ],
  ['another action', '2: Action', byKeyPolicy('kms:Decrypt', { Action: 'kms:Encrypt' }), 'implicitDeny'],
  ['action names ignore case', 'README: 4', byKeyPolicy('kms:Decrypt', { Action: 'KMS:decrypt' }), 'allowed'],
  [
    'the case of the request does not count either',
    'README: 4',
    byKeyPolicy('kms:DECRYPT', { Action: 'kms:Decrypt' }),
    'allowed',
  ],
  ['a bare star', 'iam: wildcards', byKeyPolicy('kms:Decrypt', { Action: '*' }), 'allowed'],
  ['kms:*', 'iam: wildcards', byKeyPolicy('kms:Decrypt', { Action: 'kms:*' }), 'allowed'],
  ['all of another service', 'iam: wildcards', byKeyPolicy('kms:Decrypt', { Action: 's3:*' }), 'implicitDeny'],
  ['a prefix with a star', 'iam: wildcards', byKeyPolicy('kms:Decrypt', { Action: 'kms:De*' }), 'allowed'],
  [
    'a star in the middle',
    'iam: wildcards',
    byKeyPolicy('kms:GenerateDataKeyPair', { Action: 'kms:Generate*Pair' }),
    'allowed',
  ],
  [
    'a star in the middle that needs its end',
    'iam: wildcards',
    byKeyPolicy('kms:GenerateDataKey', { Action: 'kms:Generate*Pair' }),
    'implicitDeny',
  ],
  ['a question mark is one character', 'iam: wildcards', byKeyPolicy('kms:Sign', { Action: 'kms:Sig?' }), 'allowed'],
  ['a question mark is not none', 'iam: wildcards', byKeyPolicy('kms:Sign', { Action: 'kms:Sign?' }), 'implicitDeny'],
  [
    'ReEncrypt* covers ReEncryptFrom',
    '3: patterns',
    byKeyPolicy('kms:ReEncryptFrom', { Action: 'kms:ReEncrypt*' }),
    'allowed',
  ],
  [
    'ReEncrypt* covers ReEncryptTo',
    '3: patterns',
    byKeyPolicy('kms:ReEncryptTo', { Action: 'kms:ReEncrypt*' }),
    'allowed',
  ],
  [
    'ReEncrypt is no permission',
    '6: ReEncrypt',
    byKeyPolicy('kms:ReEncryptFrom', { Action: 'kms:ReEncrypt' }),
    'implicitDeny',
  ],
  [
    'Delete* does not cover ScheduleKeyDeletion',
    '3: verbs',
    byKeyPolicy('kms:ScheduleKeyDeletion', { Action: 'kms:Delete*' }),
    'implicitDeny',
  ],
  [
    'Delete* covers DeleteAlias on the key',
    '3: verbs',
    byKeyPolicy('kms:DeleteAlias', { Action: 'kms:Delete*' }),
    'allowed',
  ],
  [
    'Disable* does not cover EnableKey',
    '3: verbs',
    byKeyPolicy('kms:EnableKey', { Action: 'kms:Disable*' }),
    'implicitDeny',
  ],
  [
    'GenerateDataKey* covers the pairs',
    '3: patterns',
    byKeyPolicy('kms:GenerateDataKeyPairWithoutPlaintext', { Action: 'kms:GenerateDataKey*' }),
    'allowed',
  ],
  ['Describe* covers DescribeKey', '3: verbs', byKeyPolicy('kms:DescribeKey', { Action: 'kms:Describe*' }), 'allowed'],
  ['an action without a prefix', '2: Action', byKeyPolicy('kms:Decrypt', { Action: 'Decrypt' }), 'implicitDeny'],
  // NotAction
  [
    'all actions but one: another one',
    'iam: NotAction',
    byKeyPolicy('kms:Decrypt', { Action: undefined, NotAction: 'kms:PutKeyPolicy' }),
    'allowed',
  ],
  [
    'all actions but one: this one',
    'iam: NotAction',
    byKeyPolicy('kms:PutKeyPolicy', { Action: undefined, NotAction: 'kms:PutKeyPolicy' }),
    'implicitDeny',
  ],
  [
    'all actions but a pattern',
    'iam: NotAction',
    byKeyPolicy('kms:Decrypt', { Action: undefined, NotAction: ['kms:Put*', 'kms:De*'] }),
    'implicitDeny',
  ],
  [
    'a Deny of all actions but one',
    'iam: NotAction',
    request({ keyPolicy: policy(allow({ AWS: ROLE }), deny('*', { Action: undefined, NotAction: 'kms:Decrypt' })) }),
    'allowed',
  ],
  [
    'a Deny of all actions but another one',
    'iam: NotAction',
    request({ keyPolicy: policy(allow({ AWS: ROLE }), deny('*', { Action: undefined, NotAction: 'kms:Encrypt' })) }),
    'explicitDeny',
  ],
  // Statements without effect
  ['no Action', 'README: 1', request({ keyPolicy: policy(without('Action', allow({ AWS: ROLE }))) }), 'implicitDeny'],
  [
    'no Resource',
    'README: 1',
    request({ keyPolicy: policy(without('Resource', allow({ AWS: ROLE }))) }),
    'implicitDeny',
  ],
  [
    'a Deny without Resource',
    'README: 1',
    request({ keyPolicy: policy(allow({ AWS: ROLE }), without('Resource', deny('*'))) }),
    'allowed',
  ],
  [
    'a Deny without Action',
    'README: 1',
    request({ keyPolicy: policy(allow({ AWS: ROLE }), without('Action', deny('*'))) }),
    'allowed',
  ],
  ['no Effect', '2: Effect', request({ keyPolicy: policy(without('Effect', allow({ AWS: ROLE }))) }), 'implicitDeny'],
  [
    'Effect is case-sensitive',
    '2: Effect',
    request({ keyPolicy: policy({ ...allow({ AWS: ROLE }), Effect: 'allow' }) }),
    'implicitDeny',
  ],
  [
    'one statement that is no list',
    '2: Statement',
    request({ keyPolicy: { Version: '2012-10-17', Statement: allow({ AWS: ROLE }) } }),
    'allowed',
  ],
  [
    'element names are case-sensitive',
    'README: 4',
    request({ keyPolicy: policy({ effect: 'Allow', principal: '*', action: '*', resource: '*' }) }),
    'implicitDeny',
  ],
  // Resource in a key policy
  ['the ARN of the key itself', '2: Resource', byKeyPolicy('kms:Decrypt', { Resource: KEY }), 'allowed'],
  ['the ARN of another key', '2: Resource', byKeyPolicy('kms:Decrypt', { Resource: `${KEY}0` }), 'implicitDeny'],
  [
    'the ARN of an alias',
    '2: Resource',
    byKeyPolicy('kms:Decrypt', { Resource: `arn:aws:kms:us-east-1:${ACCOUNT}:alias/app` }),
    'implicitDeny',
  ],
  ['the star in a list', '2: Resource', byKeyPolicy('kms:Decrypt', { Resource: ['*'] }), 'allowed'],
  [
    'all resources but another key',
    'iam: NotResource',
    byKeyPolicy('kms:Decrypt', { Resource: undefined, NotResource: `${KEY}0` }),
    'allowed',
  ],
  [
    'all resources but the key',
    'iam: NotResource',
    byKeyPolicy('kms:Decrypt', { Resource: undefined, NotResource: KEY }),
    'implicitDeny',
  ],
  // Resource in an identity policy
  ['IAM: the key ARN', '5: Resource', byIam({ Resource: KEY }), 'allowed'],
  [
    'IAM: every key of account and Region',
    '5: Resource',
    byIam({ Resource: `arn:aws:kms:us-east-1:${ACCOUNT}:key/*` }),
    'allowed',
  ],
  ['IAM: every key in any Region', '5: Resource', byIam({ Resource: `arn:aws:kms:*:${ACCOUNT}:key/*` }), 'allowed'],
  [
    'IAM: keys of another Region',
    '5: Resource',
    byIam({ Resource: `arn:aws:kms:eu-west-1:${ACCOUNT}:key/*` }),
    'implicitDeny',
  ],
  [
    'IAM: keys of another account',
    '5: Resource',
    byIam({ Resource: 'arn:aws:kms:us-east-1:444455556666:key/*' }),
    'implicitDeny',
  ],
  [
    'IAM: an alias identifies no key',
    '5: Resource',
    byIam({ Resource: `arn:aws:kms:us-east-1:${ACCOUNT}:alias/app` }),
    'implicitDeny',
  ],
  [
    'IAM: any alias identifies no key',
    '5: Resource',
    byIam({ Resource: `arn:aws:kms:us-east-1:${ACCOUNT}:alias/*` }),
    'implicitDeny',
  ],
  [
    'IAM: a bare key id identifies no key',
    '5: Resource',
    byIam({ Resource: '1234abcd-12ab-34cd-56ef-1234567890ab' }),
    'implicitDeny',
  ],
  ['IAM: everything of the service', '5: Resource', byIam({ Resource: 'arn:aws:kms:*:*:*' }), 'allowed'],
  [
    'IAM: a wildcard within the key id',
    '5: Resource',
    byIam({ Resource: `arn:aws:kms:us-east-1:${ACCOUNT}:key/1234*` }),
    'allowed',
  ],
  [
    'IAM: wildcards stay within their part of the ARN',
    'iam: ARN wildcards',
    byIam({ Resource: `arn:aws:kms:*:key/*` }),
    'implicitDeny',
  ],
  [
    'IAM: all resources but this key',
    'iam: NotResource',
    byIam({ Resource: undefined, NotResource: KEY }),
    'implicitDeny',
  ],
  [
    'IAM: all resources but another key',
    'iam: NotResource',
    byIam({ Resource: undefined, NotResource: `${KEY}0` }),
    'allowed',
  ],
  [
    'IAM: a request by alias is about the key',
    '13: aliases in policies',
    byIam({ Resource: KEY }, { resource: `arn:aws:kms:us-east-1:${ACCOUNT}:alias/app`, key: { arn: KEY } }),
    'allowed',
  ],
  [
    'IAM: a request by alias is not about the alias',
    '13: aliases in policies',
    byIam(
      { Resource: `arn:aws:kms:us-east-1:${ACCOUNT}:alias/app` },
      { resource: `arn:aws:kms:us-east-1:${ACCOUNT}:alias/app`, key: { arn: KEY } },
    ),
    'implicitDeny',
  ],
  [
    'IAM: a key by its bare id',
    '15: bare id',
    byIam({ Resource: KEY }, { resource: '1234abcd-12ab-34cd-56ef-1234567890ab', key: { region: 'us-east-1' } }),
    'allowed',
  ],
  // Operations without a key
  [
    'ListKeys is IAM only: the key policy gives it in vain',
    '6: I actions',
    byKeyPolicy('kms:ListKeys', {}),
    'implicitDeny',
  ],
  [
    'ListKeys by IAM on everything',
    '5: star resources',
    byIam({ Action: 'kms:ListKeys' }, { action: 'kms:ListKeys', resource: '*' }),
    'allowed',
  ],
  [
    'ListKeys by IAM needs no account statement',
    '6: I actions',
    byIam({ Action: 'kms:ListKeys' }, { action: 'kms:ListKeys', resource: '*', keyPolicy: policy() }),
    'allowed',
  ],
  [
    'ListKeys by IAM on a key',
    '5: star resources',
    byIam({ Action: 'kms:ListKeys', Resource: KEY }, { action: 'kms:ListKeys', resource: '*' }),
    'implicitDeny',
  ],
  [
    'ListAliases by the account-wide form',
    '5: star resources',
    byIam(
      { Action: 'kms:ListAliases', Resource: `arn:aws:kms:us-east-1:${ACCOUNT}:*` },
      { action: 'kms:ListAliases', resource: '*', key: { region: 'us-east-1' } },
    ),
    'allowed',
  ],
  [
    'CreateKey by IAM',
    '6: CreateKey',
    byIam({ Action: 'kms:CreateKey' }, { action: 'kms:CreateKey', resource: '*' }),
    'allowed',
  ],
  [
    'CreateKey denied for other specs',
    'Annex C: C32',
    byIam(
      {},
      {
        action: 'kms:CreateKey',
        resource: '*',
        context: { 'kms:KeySpec': 'RSA_2048' },
        scps: [
          policy(
            may({ Action: '*' }),
            mayNot({ Action: 'kms:CreateKey', Condition: { StringNotEquals: { 'kms:KeySpec': 'SYMMETRIC_DEFAULT' } } }),
          ),
        ],
      },
    ),
    'explicitDeny',
  ],
  [
    'CreateKey of the spec that is left in',
    'Annex C: C32',
    byIam(
      {},
      {
        action: 'kms:CreateKey',
        resource: '*',
        context: { 'kms:KeySpec': 'SYMMETRIC_DEFAULT' },
        scps: [
          policy(
            may({ Action: '*' }),
            mayNot({ Action: 'kms:CreateKey', Condition: { StringNotEquals: { 'kms:KeySpec': 'SYMMETRIC_DEFAULT' } } }),
          ),
        ],
      },
    ),
    'allowed',
  ],
  [
    'GenerateRandom within its boundary',
    '6: I actions',
    byIam({}, { action: 'kms:GenerateRandom', resource: '*', boundary: policy(may({ Action: 'kms:Encrypt' })) }),
    'implicitDeny',
  ],
  [
    'the root user lists keys',
    '1.a: root user',
    request({ principal: ACCOUNT, action: 'kms:ListKeys', resource: '*', keyPolicy: policy() }),
    'allowed',
  ],
  [
    'a service lists no keys',
    '6: I actions',
    request({
      principal: 'logs.us-east-1.amazonaws.com',
      action: 'kms:ListKeys',
      resource: '*',
      keyPolicy: policy(allow('*')),
    }),
    'implicitDeny',
  ],
  [
    'CreateAlias on the alias is IAM only',
    '6: alias actions',
    request({
      action: 'kms:CreateAlias',
      resource: `arn:aws:kms:us-east-1:${ACCOUNT}:alias/app-1`,
      keyPolicy: policy(allow({ AWS: ROLE })),
    }),
    'implicitDeny',
  ],
  [
    'CreateAlias on the alias by IAM',
    'Annex C: C28',
    byIam(
      { Action: 'kms:CreateAlias', Resource: `arn:aws:kms:us-east-1:${ACCOUNT}:alias/app-*` },
      { action: 'kms:CreateAlias', resource: `arn:aws:kms:us-east-1:${ACCOUNT}:alias/app-1`, keyPolicy: policy() },
    ),
    'allowed',
  ],
  [
    'CreateAlias on an alias of another account',
    '13: same account',
    byIam(
      { Action: 'kms:CreateAlias' },
      { action: 'kms:CreateAlias', principal: OTHER_ROLE, resource: `arn:aws:kms:us-east-1:${ACCOUNT}:alias/app-1` },
    ),
    'implicitDeny',
  ],
  ['CreateAlias on the key by the key policy', '6: alias actions', byKeyPolicy('kms:CreateAlias', {}), 'allowed'],
  [
    'SynchronizeMultiRegionKey is for a service-linked role alone',
    '6: SynchronizeMultiRegionKey',
    byKeyPolicy('kms:SynchronizeMultiRegionKey', {}),
    'implicitDeny',
  ],
  ['IAM: a principal in an identity policy is passed over', '2: Principal', byIam({ Principal: '*' }), 'allowed'],
  // Names that are no KMS action, and operations that only IAM decides
  [
    'an operation that KMS may get one day',
    'iam: wildcards',
    byKeyPolicy('kms:FoldKey', { Action: 'kms:*' }),
    'allowed',
  ],
  [
    'the actions of KMS are not those of another service',
    'iam: wildcards',
    byKeyPolicy('s3:GetObject', { Action: 'kms:*' }),
    'implicitDeny',
  ],
  ['a bare star is any service', 'iam: wildcards', byKeyPolicy('s3:GetObject', { Action: '*' }), 'allowed'],
  [
    'a Deny in a key policy does not reach an operation without a key',
    '6: I actions',
    request({
      action: 'kms:ListKeys',
      resource: '*',
      keyPolicy: policy(deny('*')),
      identityPolicies: [policy(may())],
    }),
    'allowed',
  ],
  [
    'a key policy has no say in what a service-linked role does',
    '6: internal actions',
    byKeyPolicy('kms:SynchronizeMultiRegionKey', { Action: 'kms:*' }, { resource: MULTI_REGION_KEY }),
    'implicitDeny',
  ],
  [
    'an operation without a key is not asked for on things that begin with a letter',
    '5: Resource',
    byIam({ Resource: `arn:aws:kms:us-east-1:${ACCOUNT}:k*` }, { action: 'kms:ListKeys', resource: '*' }),
    'implicitDeny',
  ],
  // Resource of a key that is known in parts
  [
    'any Region, which is not told',
    '5: Resource',
    byIam({ Resource: `arn:aws:kms:*:${ACCOUNT}:key/*` }, { resource: undefined, key: { account: ACCOUNT } }),
    'allowed',
  ],
  [
    'one Region, which is not told',
    '5: Resource',
    byIam({ Resource: `arn:aws:kms:us-east-1:${ACCOUNT}:key/*` }, { resource: undefined, key: { account: ACCOUNT } }),
    'unknown',
  ],
  [
    'a Resource that is no ARN',
    '5: Resource',
    byIam({ Resource: 'key/*' }, { resource: undefined, key: { account: ACCOUNT } }),
    'implicitDeny',
  ],
  [
    'the account of a key is not the caller’s',
    '5: Resource',
    request({
      principal: OTHER_ROLE,
      resource: undefined,
      key: { account: ACCOUNT },
      keyPolicy: policy(allow({ AWS: OTHER_ROLE })),
      identityPolicies: [policy(may({ Resource: `arn:aws:kms:*:${OTHER_ACCOUNT}:key/*` }))],
    }),
    'implicitDeny',
  ],
  [
    'a star for a resource names no key',
    '5: Resource',
    byIam({ Resource: KEY }, { resource: '*', key: { account: ACCOUNT, region: 'us-east-1' } }),
    'unknown',
  ],
  [
    'nor does an empty text',
    '5: Resource',
    byIam({ Resource: KEY }, { resource: '', key: { account: ACCOUNT, region: 'us-east-1' } }),
    'unknown',
  ],
  [
    'a service by a bare key id',
    '15: key id',
    request({
      principal: LOGS,
      resource: KEY.slice(-36),
      key: { account: ACCOUNT, region: 'us-east-1' },
      keyPolicy: policy(allow({ Service: LOGS }, { Resource: KEY })),
    }),
    'allowed',
  ],
  [
    'a bare key id in China',
    '15: key id',
    request({
      principal: ROLE.replace('arn:aws:', 'arn:aws-cn:'),
      resource: KEY.slice(-36),
      key: { region: 'cn-north-1' },
      keyPolicy: policy(allow({ AWS: ACCOUNT })),
      identityPolicies: [policy(may({ Resource: `arn:aws-cn:kms:cn-north-1:${ACCOUNT}:key/${KEY.slice(-36)}` }))],
    }),
    'allowed',
  ],
  [
    'a bare key id of a key whose ARN is of another account',
    '15: two policies',
    request({
      principal: OTHER_ROLE,
      resource: KEY.slice(-36),
      key: { arn: KEY },
      keyPolicy: policy(allow({ AWS: OTHER_ROLE })),
    }),
    'implicitDeny',
  ],
];
