import {
  ACCOUNT,
  ACCOUNT_ONLY,
  allow,
  deny,
  FEDERATED,
  KEY,
  LOGS,
  MULTI_REGION_KEY,
  may,
  OTHER_ACCOUNT,
  policy,
  ROLE,
  ROOT,
  request,
  SESSION,
  USER,
} from '../../../support/simulations.js';
import type { RequestCase } from './requestCase.js';

/** A key policy with an Allow for everyone under conditions. */
const when = (Condition: object, more: object = {}) =>
  request({ keyPolicy: policy(allow('*', { Condition })), ...more });
/** An identity policy under conditions, which the key policy leaves the decision to. */
const iam = (Condition: object, more: object = {}) =>
  request({ keyPolicy: ACCOUNT_ONLY, identityPolicies: [policy(may({ Condition }))], ...more });

const GROUP = `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:/app/web`;
const EC = 'kms:EncryptionContext:aws:logs:arn';
const ENCLAVE = 'kms:RecipientAttestation:ImageSha384';

/** Condition keys of KMS and global ones: those in the request, and those that follow from the caller and the key. */
export const conditionKeyCases: readonly RequestCase[] = [
  // Properties of the caller
  ['aws:PrincipalArn of a role', '9: aws:PrincipalArn', when({ ArnEquals: { 'aws:PrincipalArn': ROLE } }), 'allowed'],
  [
    'aws:PrincipalArn of a session is the role',
    '9: aws:PrincipalArn',
    when({ ArnEquals: { 'aws:PrincipalArn': ROLE } }, { principal: SESSION }),
    'allowed',
  ],
  [
    'aws:PrincipalArn takes wildcards under ArnLike',
    '2.a: wildcard inside an ARN',
    when({ ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${ACCOUNT}:role/*` } }),
    'allowed',
  ],
  [
    'aws:PrincipalArn of a user',
    '9: aws:PrincipalArn',
    when({ StringEquals: { 'aws:PrincipalArn': USER } }, { principal: USER }),
    'allowed',
  ],
  [
    'aws:PrincipalArn of another',
    '9: aws:PrincipalArn',
    when({ ArnEquals: { 'aws:PrincipalArn': USER } }),
    'implicitDeny',
  ],
  [
    'a service has no aws:PrincipalArn',
    '9: aws:PrincipalArn',
    when({ Null: { 'aws:PrincipalArn': 'true' } }, { principal: LOGS }),
    'allowed',
  ],
  [
    'aws:PrincipalAccount',
    '9: aws:PrincipalAccount',
    when({ StringEquals: { 'aws:PrincipalAccount': ACCOUNT } }),
    'allowed',
  ],
  [
    'aws:PrincipalAccount of another account',
    '9: aws:PrincipalAccount',
    when({ StringEquals: { 'aws:PrincipalAccount': OTHER_ACCOUNT } }),
    'implicitDeny',
  ],
  ['kms:CallerAccount', '8: kms:CallerAccount', when({ StringEquals: { 'kms:CallerAccount': ACCOUNT } }), 'allowed'],
  [
    'kms:CallerAccount of the root user',
    '8: kms:CallerAccount',
    when({ StringEquals: { 'kms:CallerAccount': ACCOUNT } }, { principal: ROOT }),
    'allowed',
  ],
  [
    'aws:PrincipalType of a role',
    'iam: aws:PrincipalType',
    when({ StringEquals: { 'aws:PrincipalType': 'AssumedRole' } }),
    'allowed',
  ],
  [
    'aws:PrincipalType of a session',
    'iam: aws:PrincipalType',
    when({ StringEquals: { 'aws:PrincipalType': 'AssumedRole' } }, { principal: SESSION }),
    'allowed',
  ],
  [
    'aws:PrincipalType of a user',
    'iam: aws:PrincipalType',
    when({ StringEquals: { 'aws:PrincipalType': 'User' } }, { principal: USER }),
    'allowed',
  ],
  [
    'aws:PrincipalType of the root user',
    'iam: aws:PrincipalType',
    when({ StringEquals: { 'aws:PrincipalType': 'Account' } }, { principal: ROOT }),
    'allowed',
  ],
  [
    'aws:PrincipalType of a federated user',
    'iam: aws:PrincipalType',
    when({ StringEquals: { 'aws:PrincipalType': 'FederatedUser' } }, { principal: FEDERATED }),
    'allowed',
  ],
  [
    'aws:PrincipalType of an anonymous caller',
    'iam: aws:PrincipalType',
    when({ StringEquals: { 'aws:PrincipalType': 'Anonymous' } }, { principal: '*' }),
    'allowed',
  ],
  [
    'aws:PrincipalIsAWSService of a service',
    'Annex C: C34',
    when({ Bool: { 'aws:PrincipalIsAWSService': 'true' } }, { principal: LOGS }),
    'allowed',
  ],
  [
    'aws:PrincipalIsAWSService of a role',
    'Annex C: C34',
    when({ Bool: { 'aws:PrincipalIsAWSService': 'false' } }),
    'allowed',
  ],
  [
    'aws:PrincipalServiceName',
    'iam: aws:PrincipalServiceName',
    when({ StringLike: { 'aws:PrincipalServiceName': 'logs.*' } }, { principal: LOGS }),
    'allowed',
  ],
  [
    'a role has no aws:PrincipalServiceName',
    'iam: aws:PrincipalServiceName',
    when({ StringLike: { 'aws:PrincipalServiceName': '*' } }),
    'implicitDeny',
  ],
  [
    'aws:username of a user',
    '9: aws:username',
    when({ StringEquals: { 'aws:username': 'kim' } }, { principal: USER }),
    'allowed',
  ],
  [
    'aws:username of a user with a path',
    '9: aws:username',
    when({ StringEquals: { 'aws:username': 'kim' } }, { principal: USER.replace('user/', 'user/team/') }),
    'allowed',
  ],
  ['a role has no aws:username', '9: aws:username', when({ Null: { 'aws:username': 'true' } }), 'allowed'],
  [
    'aws:userid of the root user is its account',
    'iam: aws:userid',
    when({ StringEquals: { 'aws:userid': ACCOUNT } }, { principal: ROOT }),
    'allowed',
  ],
  [
    'tags of the caller',
    '9: aws:PrincipalTag',
    when({ StringEquals: { 'aws:PrincipalTag/team': 'red' } }, { principal: { arn: ROLE, tags: { team: 'red' } } }),
    'allowed',
  ],
  [
    'tags of the caller as AWS lists them',
    '9: aws:PrincipalTag',
    when(
      { StringEquals: { 'aws:PrincipalTag/team': 'red' } },
      { principal: { AWS: ROLE, tags: [{ Key: 'team', Value: 'red' }] } },
    ),
    'allowed',
  ],
  [
    'what the request says of the caller wins',
    '9: global keys',
    when(
      { StringEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/Other' } },
      { context: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/Other' } },
    ),
    'allowed',
  ],
  [
    'aws:PrincipalOrgID in the request',
    '9: aws:PrincipalOrgID',
    when({ StringEquals: { 'aws:PrincipalOrgID': 'o-abc' } }, { context: { 'aws:PrincipalOrgID': 'o-abc' } }),
    'allowed',
  ],
  ...['aws:PrincipalAccount', 'aws:PrincipalType', 'kms:CallerAccount', 'aws:userid', 'aws:username'].map(
    (name): RequestCase => [
      `a service has no ${name}`,
      '9: principal keys',
      when({ Null: { [name]: 'true' } }, { principal: LOGS }),
      'allowed',
    ],
  ),
  ...['aws:userid', 'aws:PrincipalServiceName'].map(
    (name): RequestCase => [
      `a user has no ${name} that follows from its ARN`,
      '9: principal keys',
      when({ Null: { [name]: 'true' } }, { principal: USER }),
      'allowed',
    ],
  ),
  ...['aws:PrincipalArn', 'aws:PrincipalAccount', 'kms:CallerAccount'].map(
    (name): RequestCase => [
      `an anonymous caller has no ${name}`,
      '9: principal keys',
      when({ Null: { [name]: 'true' } }, { principal: '*' }),
      'allowed',
    ],
  ),
  // Properties of the key
  [
    'kms:KeySpec',
    '8: kms:KeySpec',
    when({ StringEquals: { 'kms:KeySpec': 'SYMMETRIC_DEFAULT' } }, { key: { spec: 'SYMMETRIC_DEFAULT' } }),
    'allowed',
  ],
  [
    'kms:KeySpec of another spec',
    '8: kms:KeySpec',
    when(
      { StringEquals: { 'kms:KeySpec': 'SYMMETRIC_DEFAULT' } },
      { key: { keySpec: 'RSA_2048', keyUsage: 'ENCRYPT_DECRYPT' } },
    ),
    'implicitDeny',
  ],
  [
    'a spec that is not told is not absent',
    '8: kms:KeySpec',
    when({ StringEquals: { 'kms:KeySpec': 'SYMMETRIC_DEFAULT' } }),
    'unknown',
  ],
  [
    'the deprecated name of kms:KeySpec',
    '8: kms:CustomerMasterKeySpec',
    when(
      { StringEquals: { 'kms:CustomerMasterKeySpec': 'SYMMETRIC_DEFAULT' } },
      { key: { KeySpec: 'SYMMETRIC_DEFAULT' } },
    ),
    'allowed',
  ],
  [
    'kms:KeyUsage',
    '8: kms:KeyUsage',
    when({ StringEquals: { 'kms:KeyUsage': 'ENCRYPT_DECRYPT' } }, { key: { usage: 'ENCRYPT_DECRYPT' } }),
    'allowed',
  ],
  [
    'kms:KeyUsage follows from a spec with one usage',
    '19: one usage',
    when({ StringEquals: { 'kms:KeyUsage': 'ENCRYPT_DECRYPT' } }, { key: { spec: 'SYMMETRIC_DEFAULT' } }),
    'allowed',
  ],
  [
    'kms:KeyUsage does not follow from a spec with two',
    '19: two usages',
    when({ StringEquals: { 'kms:KeyUsage': 'ENCRYPT_DECRYPT' } }, { key: { spec: 'RSA_2048' } }),
    'unknown',
  ],
  [
    'the deprecated name of kms:KeyUsage',
    '8: kms:CustomerMasterKeyUsage',
    when({ StringEquals: { 'kms:CustomerMasterKeyUsage': 'ENCRYPT_DECRYPT' } }, { key: { usage: 'ENCRYPT_DECRYPT' } }),
    'allowed',
  ],
  [
    'kms:KeyOrigin',
    '8: kms:KeyOrigin',
    when({ StringEquals: { 'kms:KeyOrigin': 'AWS_KMS' } }, { key: { origin: 'AWS_KMS' } }),
    'allowed',
  ],
  [
    'kms:MultiRegion',
    '8: kms:MultiRegion',
    when({ Bool: { 'kms:MultiRegion': 'true' } }, { key: { multiRegion: true }, resource: MULTI_REGION_KEY }),
    'allowed',
  ],
  [
    'kms:MultiRegion follows from the id',
    '22: mrk-',
    when({ Bool: { 'kms:MultiRegion': 'true' } }, { resource: MULTI_REGION_KEY }),
    'allowed',
  ],
  ['kms:MultiRegion is false for any other id', '22: mrk-', when({ Bool: { 'kms:MultiRegion': 'false' } }), 'allowed'],
  [
    'kms:MultiRegionKeyType',
    '8: kms:MultiRegionKeyType',
    when(
      { StringEquals: { 'kms:MultiRegionKeyType': 'PRIMARY' } },
      { resource: MULTI_REGION_KEY, key: { multiRegionKeyType: 'PRIMARY' } },
    ),
    'allowed',
  ],
  [
    'kms:MultiRegionKeyType is absent on a single-Region key',
    '8: kms:MultiRegionKeyType',
    when({ Null: { 'kms:MultiRegionKeyType': 'true' } }),
    'allowed',
  ],
  [
    'kms:MultiRegionKeyType that is not told',
    '8: kms:MultiRegionKeyType',
    when({ StringEquals: { 'kms:MultiRegionKeyType': 'PRIMARY' } }, { resource: MULTI_REGION_KEY }),
    'unknown',
  ],
  [
    'aws:ResourceAccount',
    'iam: aws:ResourceAccount',
    when({ StringEquals: { 'aws:ResourceAccount': ACCOUNT } }),
    'allowed',
  ],
  [
    'aws:RequestedRegion',
    '9: aws:RequestedRegion',
    when({ StringEquals: { 'aws:RequestedRegion': 'us-east-1' } }),
    'allowed',
  ],
  [
    'aws:RequestedRegion of another Region',
    '9: aws:RequestedRegion',
    when({ StringNotEquals: { 'aws:RequestedRegion': 'us-east-1' } }),
    'implicitDeny',
  ],
  [
    'what the request says of the key wins',
    '8: kms:KeySpec',
    when(
      { StringEquals: { 'kms:KeySpec': 'RSA_2048' } },
      { context: { 'kms:KeySpec': 'RSA_2048' }, key: { spec: 'SYMMETRIC_DEFAULT' } },
    ),
    'allowed',
  ],
  [
    'an operation without a key has no property of one',
    '7: key properties',
    iam(
      { StringEquals: { 'kms:KeySpec': 'SYMMETRIC_DEFAULT' } },
      { action: 'kms:ListKeys', resource: '*', key: { spec: 'SYMMETRIC_DEFAULT' } },
    ),
    'implicitDeny',
  ],
  [
    'aws:RequestedRegion from what is told of the key',
    '9: aws:RequestedRegion',
    when(
      { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
      { resource: undefined, key: { region: 'eu-west-1', account: ACCOUNT } },
    ),
    'allowed',
  ],
  [
    'aws:ResourceAccount from what is told of the key',
    'iam: aws:ResourceAccount',
    when({ StringEquals: { 'aws:ResourceAccount': ACCOUNT } }, { resource: undefined, key: { account: ACCOUNT } }),
    'allowed',
  ],
  [
    'aws:ResourceAccount that is not told',
    'iam: aws:ResourceAccount',
    request({
      principal: LOGS,
      resource: undefined,
      keyPolicy: policy(allow('*', { Condition: { StringEquals: { 'aws:ResourceAccount': ACCOUNT } } })),
    }),
    'unknown',
  ],
  [
    'kms:MultiRegion of a key that is not told',
    '8: kms:MultiRegion',
    request({
      principal: LOGS,
      resource: undefined,
      keyPolicy: policy(allow('*', { Condition: { Bool: { 'kms:MultiRegion': 'true' } } })),
    }),
    'unknown',
  ],
  [
    'kms:ResourceAliases of a key without aliases are absent',
    '8: kms:ResourceAliases',
    iam({ Null: { 'kms:ResourceAliases': 'true' } }, { key: { aliases: [] } }),
    'allowed',
  ],
  [
    'kms:ResourceAliases of a key with one alias',
    '8: kms:ResourceAliases',
    iam({ Null: { 'kms:ResourceAliases': 'false' } }, { key: { aliases: ['alias/a'] } }),
    'allowed',
  ],
  [
    'an operation without a key has no tag of one',
    '7: key properties',
    iam(
      { StringEquals: { 'aws:ResourceTag/a': 'b' } },
      { action: 'kms:ListKeys', resource: '*', key: { tags: { a: 'b' } } },
    ),
    'implicitDeny',
  ],
  // Tags and aliases: IAM only
  [
    'aws:ResourceTag in IAM',
    '14: ABAC',
    iam({ StringEquals: { 'aws:ResourceTag/Project': 'Alpha' } }, { key: { tags: { Project: 'Alpha' } } }),
    'allowed',
  ],
  [
    'aws:ResourceTag in IAM, as AWS lists tags',
    '14: ABAC',
    iam(
      { StringEquals: { 'aws:ResourceTag/Project': 'Alpha' } },
      { key: { tags: [{ TagKey: 'Project', TagValue: 'Alpha' }] } },
    ),
    'allowed',
  ],
  [
    'aws:ResourceTag in IAM of another value',
    '14: ABAC',
    iam({ StringEquals: { 'aws:ResourceTag/Project': 'Alpha' } }, { key: { tags: { Project: 'alpha' } } }),
    'implicitDeny',
  ],
  [
    'a tag that the key does not have',
    '14: ABAC',
    iam({ Null: { 'aws:ResourceTag/Project': 'true' } }, { key: { tags: {} } }),
    'allowed',
  ],
  ['tags that are not told', '14: ABAC', iam({ StringEquals: { 'aws:ResourceTag/Project': 'Alpha' } }), 'unknown'],
  [
    'aws:ResourceTag in a key policy is never there',
    '14: ABAC',
    when({ StringEquals: { 'aws:ResourceTag/Project': 'Alpha' } }, { key: { tags: { Project: 'Alpha' } } }),
    'implicitDeny',
  ],
  [
    'kms:ResourceAliases in IAM',
    '8: kms:ResourceAliases',
    iam(
      { 'ForAnyValue:StringLike': { 'kms:ResourceAliases': 'alias/finance-*' } },
      { key: { aliases: ['alias/app', 'alias/finance-1'] } },
    ),
    'allowed',
  ],
  [
    'kms:ResourceAliases of a key without aliases',
    '8: kms:ResourceAliases',
    iam({ 'ForAnyValue:StringLike': { 'kms:ResourceAliases': 'alias/*' } }, { key: { aliases: [] } }),
    'implicitDeny',
  ],
  [
    'kms:ResourceAliases that are not told',
    '8: kms:ResourceAliases',
    iam({ 'ForAnyValue:StringLike': { 'kms:ResourceAliases': 'alias/*' } }),
    'unknown',
  ],
  [
    'kms:ResourceAliases in a key policy are never there',
    '8: kms:ResourceAliases',
    when({ 'ForAnyValue:StringLike': { 'kms:ResourceAliases': 'alias/*' } }, { key: { aliases: ['alias/app'] } }),
    'implicitDeny',
  ],
  [
    'kms:RequestAlias from the resource',
    '8: kms:RequestAlias',
    when(
      { StringEquals: { 'kms:RequestAlias': 'alias/app' } },
      { resource: `arn:aws:kms:us-east-1:${ACCOUNT}:alias/app`, key: { arn: KEY } },
    ),
    'allowed',
  ],
  [
    'kms:RequestAlias from an alias name',
    '8: kms:RequestAlias',
    when({ StringEquals: { 'kms:RequestAlias': 'alias/app' } }, { resource: 'alias/app', key: { arn: KEY } }),
    'allowed',
  ],
  [
    'kms:RequestAlias is absent when the key is named by its ARN',
    '8: kms:RequestAlias',
    when({ StringEquals: { 'kms:RequestAlias': 'alias/app' } }, { key: { aliases: ['alias/app'] } }),
    'implicitDeny',
  ],
  // Encryption context
  [
    'one pair',
    '8.b: a pair',
    when(
      { StringEquals: { 'kms:EncryptionContext:AppName': 'Billing' } },
      { context: { 'kms:EncryptionContext:AppName': 'Billing' } },
    ),
    'allowed',
  ],
  [
    'extra pairs do no harm',
    '8.b: extra pairs',
    when(
      { StringEquals: { 'kms:EncryptionContext:AppName': 'Billing' } },
      { context: { 'kms:EncryptionContext:AppName': 'Billing', 'kms:EncryptionContext:x': 'y' } },
    ),
    'allowed',
  ],
  [
    'the case of a value counts',
    '8.b: case',
    when(
      { StringEquals: { 'kms:EncryptionContext:AppName': 'Billing' } },
      { context: { 'kms:EncryptionContext:AppName': 'billing' } },
    ),
    'implicitDeny',
  ],
  [
    'the case of a context key does not',
    '8.b: case',
    when(
      { StringEquals: { 'kms:EncryptionContext:appname': 'Billing' } },
      { context: { 'kms:EncryptionContext:AppName': 'Billing' } },
    ),
    'allowed',
  ],
  [
    'the case of a context key counts in kms:EncryptionContextKeys',
    '8.b: case',
    when(
      { 'ForAnyValue:StringEquals': { 'kms:EncryptionContextKeys': 'appname' } },
      { context: { 'kms:EncryptionContext:AppName': 'Billing' } },
    ),
    'implicitDeny',
  ],
  [
    'kms:EncryptionContextKeys follow from the pairs',
    '8.b: keys',
    when(
      { 'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': ['AppName', 'x'] } },
      { context: { 'kms:EncryptionContext:AppName': 'Billing' } },
    ),
    'allowed',
  ],
  [
    'exactly one pair: another one is there',
    'Annex C: C18',
    when(
      {
        StringEquals: { 'kms:EncryptionContext:AppName': 'Billing' },
        'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': ['AppName'] },
      },
      { context: { 'kms:EncryptionContext:AppName': 'Billing', 'kms:EncryptionContext:x': 'y' } },
    ),
    'implicitDeny',
  ],
  [
    'a mandatory context is missing',
    'Annex C: C19',
    request({
      action: 'kms:Encrypt',
      keyPolicy: policy(
        allow({ AWS: ROLE }),
        deny('*', {
          Action: ['kms:Encrypt', 'kms:GenerateDataKey*'],
          Condition: { Null: { 'kms:EncryptionContextKeys': 'true' } },
        }),
      ),
    }),
    'explicitDeny',
  ],
  [
    'a mandatory context is there',
    'Annex C: C19',
    request({
      action: 'kms:Encrypt',
      context: { 'kms:EncryptionContext:a': 'b' },
      keyPolicy: policy(
        allow({ AWS: ROLE }),
        deny('*', {
          Action: ['kms:Encrypt', 'kms:GenerateDataKey*'],
          Condition: { Null: { 'kms:EncryptionContextKeys': 'true' } },
        }),
      ),
    }),
    'allowed',
  ],
  [
    'DescribeKey carries no context',
    '8.b: DescribeKey',
    when({ StringEquals: { [EC]: GROUP } }, { action: 'kms:DescribeKey' }),
    'implicitDeny',
  ],
  [
    'a pair whose name alone is told',
    '8.b: keys',
    when(
      { StringEquals: { 'kms:EncryptionContext:AppName': 'Billing' } },
      { context: { 'kms:EncryptionContextKeys': ['AppName'] } },
    ),
    'unknown',
  ],
  [
    'a pair that the names rule out',
    '8.b: keys',
    when(
      { StringEquals: { 'kms:EncryptionContext:AppName': 'Billing' } },
      { context: { 'kms:EncryptionContextKeys': ['other'] }, contextIsPartial: true },
    ),
    'implicitDeny',
  ],
  // Services
  [
    'the canonical statement for one log group',
    'Annex C: C11',
    request({
      principal: LOGS,
      context: { [EC]: GROUP },
      keyPolicy: policy(
        allow(
          { Service: LOGS },
          { Action: ['kms:Encrypt*', 'kms:Decrypt*'], Condition: { ArnEquals: { [EC]: GROUP } } },
        ),
      ),
    }),
    'allowed',
  ],
  [
    'it does not serve another log group',
    'Annex C: C11',
    request({
      principal: LOGS,
      context: { [EC]: `${GROUP}2` },
      keyPolicy: policy(allow({ Service: LOGS }, { Condition: { ArnEquals: { [EC]: GROUP } } })),
    }),
    'implicitDeny',
  ],
  [
    'the trap of the trailing star',
    '26: trap',
    request({
      principal: LOGS,
      context: { [EC]: GROUP },
      keyPolicy: policy(allow({ Service: LOGS }, { Condition: { ArnLike: { [EC]: `${GROUP}:*` } } })),
    }),
    'implicitDeny',
  ],
  [
    'every log group of the account',
    'Annex C: C12',
    request({
      principal: LOGS,
      context: { [EC]: GROUP },
      keyPolicy: policy(
        allow({ Service: LOGS }, { Condition: { ArnLike: { [EC]: `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:*` } } }),
      ),
    }),
    'allowed',
  ],
  [
    'query results by source',
    'Annex C: C13',
    request({
      principal: LOGS,
      context: { 'aws:SourceArn': `arn:aws:logs:us-east-1:${ACCOUNT}:query-result:7`, 'aws:SourceAccount': ACCOUNT },
      keyPolicy: policy(
        allow(
          { Service: LOGS },
          {
            Condition: {
              ArnEquals: { 'aws:SourceArn': `arn:aws:logs:us-east-1:${ACCOUNT}:query-result:*` },
              StringEquals: { 'aws:SourceAccount': ACCOUNT },
            },
          },
        ),
      ),
    }),
    'allowed',
  ],
  [
    'kms:ViaService does not match a service that calls for itself',
    '10: service principals',
    request({
      principal: LOGS,
      keyPolicy: policy(allow({ Service: LOGS }, { Condition: { StringEquals: { 'kms:ViaService': LOGS } } })),
    }),
    'implicitDeny',
  ],
  [
    'everyone of the account through one service',
    'Annex C: C17',
    when(
      { StringEquals: { 'kms:CallerAccount': ACCOUNT, 'kms:ViaService': 's3.us-east-1.amazonaws.com' } },
      { context: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } },
    ),
    'allowed',
  ],
  [
    'everyone of the account, but not directly',
    'Annex C: C17',
    when({ StringEquals: { 'kms:CallerAccount': ACCOUNT, 'kms:ViaService': 's3.us-east-1.amazonaws.com' } }),
    'implicitDeny',
  ],
  [
    'an enclave by its measurement, in any case',
    'Annex C: C31',
    when({ StringEqualsIgnoreCase: { [ENCLAVE]: 'ABCDEF' } }, { context: { [ENCLAVE]: 'abcdef' } }),
    'allowed',
  ],
  [
    'the bypass of the safety check that is not told is absent',
    '7: defaults',
    request({
      action: 'kms:PutKeyPolicy',
      keyPolicy: policy(
        allow({ AWS: ROLE }),
        deny('*', {
          Action: 'kms:PutKeyPolicy',
          Condition: { Bool: { 'kms:BypassPolicyLockoutSafetyCheck': 'true' } },
        }),
      ),
    }),
    'allowed',
  ],
  [
    'the bypass of the safety check is denied',
    'Annex C: C23',
    request({
      action: 'kms:PutKeyPolicy',
      context: { 'kms:BypassPolicyLockoutSafetyCheck': 'true' },
      keyPolicy: policy(
        allow({ AWS: ROLE }),
        deny('*', {
          Action: 'kms:PutKeyPolicy',
          Condition: { Bool: { 'kms:BypassPolicyLockoutSafetyCheck': 'true' } },
        }),
      ),
    }),
    'explicitDeny',
  ],
  [
    'grants for services only: a direct call',
    '8.c: kms:GrantIsForAWSResource',
    when(
      { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
      { action: 'kms:CreateGrant', context: { 'kms:GrantIsForAWSResource': 'false' } },
    ),
    'implicitDeny',
  ],
  [
    'limited delegation: an operation too many',
    'Annex C: C24',
    when(
      { 'ForAllValues:StringEquals': { 'kms:GrantOperations': ['Encrypt', 'DescribeKey'] } },
      { action: 'kms:CreateGrant', context: { 'kms:GrantOperations': ['Encrypt', 'Decrypt'] } },
    ),
    'implicitDeny',
  ],
  [
    'limited delegation within its bounds',
    'Annex C: C24',
    when(
      { 'ForAllValues:StringEquals': { 'kms:GrantOperations': ['Encrypt', 'DescribeKey'] } },
      { action: 'kms:CreateGrant', context: { 'kms:GrantOperations': ['Encrypt'] } },
    ),
    'allowed',
  ],
  [
    'use from one endpoint, services excepted: a service',
    'Annex C: C34',
    request({
      principal: LOGS,
      keyPolicy: policy(
        allow({ Service: LOGS }),
        deny('*', {
          Condition: {
            StringNotEquals: { 'aws:SourceVpce': 'vpce-1' },
            Bool: { 'aws:ViaAWSService': 'false', 'aws:PrincipalIsAWSService': 'false' },
          },
        }),
      ),
    }),
    'allowed',
  ],
  [
    'use from one endpoint: a role from elsewhere',
    'Annex C: C34',
    request({
      context: { 'aws:SourceVpce': 'vpce-2', 'aws:ViaAWSService': 'false' },
      keyPolicy: policy(
        allow({ AWS: ROLE }),
        deny('*', {
          Condition: {
            StringNotEquals: { 'aws:SourceVpce': 'vpce-1' },
            Bool: { 'aws:ViaAWSService': 'false', 'aws:PrincipalIsAWSService': 'false' },
          },
        }),
      ),
    }),
    'explicitDeny',
  ],
];
