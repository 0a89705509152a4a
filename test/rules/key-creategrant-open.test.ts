import { keyCreategrantOpen } from '../../server/src/rules/key-creategrant-open.js';
import { ACCOUNT_STATEMENT, allow, keyPolicy, role } from '../support/adminPolicy.js';
import { identityWithCondition, withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const BY_SERVICES = '{ "Bool": { "kms:GrantIsForAWSResource": "true" } }';
const APP = role('App');
const app = (action: string) => keyPolicy([ACCOUNT_STATEMENT, allow(APP, action)]);
const limited = (condition: string) => withCondition(condition, { principal: APP, action: '"kms:CreateGrant"' });

ruleTest(keyCreategrantOpen, {
  valid: {
    "the console's statement": limited(BY_SERVICES),
    'certain operations': limited('{ "ForAllValues:StringEquals": { "kms:GrantOperations": "Decrypt" } }'),
    'a certain grantee': limited('{ "StringEquals": { "kms:GranteePrincipal": "arn:aws:iam::111122223333:role/W" } }'),
    'through a service': limited('{ "StringEquals": { "KMS:viaservice": "ec2.us-east-1.amazonaws.com" } }'),
    'under an encryption context': limited('{ "StringEquals": { "kms:EncryptionContext:App": "x" } }'),
    'the account': keyPolicy([allow('{ "AWS": "111122223333" }', '"kms:CreateGrant"')]),
    'an administrator': app('["kms:Create*", "kms:Put*"]'),
    'an administrator by another statement': keyPolicy([
      allow(APP, '"kms:CreateGrant"'),
      allow(APP, '"kms:PutKeyPolicy"'),
    ]),
    everything: app('"kms:*"'),
    'no grants': app('["kms:CreateAlias", "kms:ListGrants"]'),
    'a Deny': app('"kms:CreateGrant"').replace(
      /"Allow"(?=[^"]*"Principal": { "AWS": "arn:aws:iam::111122223333:role)/,
      '"Deny"',
    ),
    'a Deny of all other grants': keyPolicy([
      allow(APP, '"kms:CreateGrant"'),
      '{ "Effect": "Deny", "Principal": "*", "Action": "kms:CreateGrant", "Resource": "*", "Condition": { "Bool": { "kms:GrantIsForAWSResource": "false" } } }',
    ]),
    'an IAM policy of an administrator':
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": ["kms:CreateGrant", "kms:PutKeyPolicy"], "Resource": "*" }] }',
    'a half-typed statement': app('"kms:CreateGrant"').slice(0, -3),
  },
  invalid: {
    'a statement about grants': {
      text: app('[«"kms:CreateGrant"», "kms:ListGrants", "kms:RevokeGrant"]'),
      fixed: keyPolicy([
        ACCOUNT_STATEMENT,
        allow(APP, '["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"]').replace(
          / }$/,
          `, "Condition": ${BY_SERVICES} }`,
        ),
      ]),
    },
    'beside the use of the key': {
      text: app('["kms:Decrypt", «"KMS:createGrant"»]'),
      fixed: keyPolicy([
        ACCOUNT_STATEMENT,
        allow(APP, '["kms:Decrypt"]'),
        allow(APP, '"KMS:createGrant"').replace(/ }$/, `, "Condition": ${BY_SERVICES} }`),
      ]),
    },
    'a pattern': { text: app('["kms:Decrypt", «"kms:Create*"»]'), fixed: null },
    'a condition that says nothing of the grant': withCondition('{ "Bool": { "aws:SecureTransport": "true" } }', {
      principal: APP,
      action: '«"kms:CreateGrant"»',
    }),
    'an IAM policy': identityWithCondition(
      '{ "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }',
      '["kms:Decrypt", «"kms:CreateGrant"»]',
    ),
    'two statements': keyPolicy([allow(role('A'), '«"kms:CreateGrant"»'), allow(role('B'), '«"kms:CreateGrant"»')]),
  },
});
