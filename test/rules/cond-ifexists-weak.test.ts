import { condIfexistsWeak } from '../../server/src/rules/cond-ifexists-weak.js';
import { identityWithCondition, withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const SERVICE = { principal: '{ "Service": "sns.amazonaws.com" }' };

ruleTest(condIfexistsWeak, {
  valid: {
    'the strict operator': withCondition('{ "StringEquals": { "aws:SourceAccount": "111122223333" } }', SERVICE),
    'a Deny': withCondition('{ "StringEqualsIfExists": { "aws:SourceAccount": "111122223333" } }', {
      ...SERVICE,
      effect: 'Deny',
    }),
    'another condition that demands its key': withCondition(
      '{ "StringEqualsIfExists": { "aws:SourceAccount": "111122223333" }, "ArnLike": { "aws:SourceArn": "arn:aws:sns:us-east-1:111122223333:*" } }',
      SERVICE,
    ),
    'everyone, of whom public-weak-condition speaks': withCondition(
      '{ "StringEqualsIfExists": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }',
      { principal: '"*"' },
    ),
    'everyone under AWS': withCondition('{ "StringEqualsIfExists": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }', {
      principal: '{ "AWS": "*" }',
    }),
    'an encryption context beside an action that has none': withCondition(
      '{ "StringEqualsIfExists": { "kms:EncryptionContext:App": "Billing" } }',
      { action: '["kms:Decrypt", "kms:DescribeKey"]' },
    ),
    'a key that every request carries': withCondition('{ "BoolIfExists": { "aws:SecureTransport": "true" } }'),
    'MFA, of which cond-mfa-antipattern speaks': withCondition(
      '{ "BoolIfExists": { "aws:MultiFactorAuthPresent": "true" } }',
    ),
    'the path through a service': withCondition(
      '{ "StringEqualsIfExists": { "kms:ViaService": "s3.us-east-1.amazonaws.com" } }',
    ),
    'an IAM policy': identityWithCondition('{ "StringEqualsIfExists": { "aws:PrincipalTag/team": "logs" } }'),
    'an empty list, which cond-empty reports': withCondition(
      '{ "StringEqualsIfExists": { "aws:SourceAccount": [] } }',
      SERVICE,
    ),
    'a condition that is half typed':
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": { "Service": "sns.amazonaws.com" }, "Action": "kms:Decrypt", "Resource": "*", "Condition": { "StringEqualsIfExists": { "aws:SourceAccount": "1111',
  },
  invalid: {
    'a source account': {
      text: withCondition('{ «"StringEqualsIfExists"»: { "aws:SourceAccount": "111122223333" } }', SERVICE),
      message: 'Expected "StringEqualsIfExists" to be "StringEquals"',
      fixed: withCondition('{ "StringEquals": { "aws:SourceAccount": "111122223333" } }', SERVICE),
    },
    'two of them, as one': withCondition(
      '{ «"stringequalsifexists"»: { "AWS:sourceaccount": "111122223333" }, "ArnLikeIfExists": { "aws:SourceArn": "arn:aws:sns:us-east-1:111122223333:*" } }',
      SERVICE,
    ),
    'a tag of the caller': withCondition('{ «"StringEqualsIfExists"»: { "aws:PrincipalTag/team": "팀" } }'),
    'a network of named callers': withCondition(
      '{ «"StringEqualsIfExists"»: { "aws:SourceVpce": "vpce-0a1b2c3d4e5f67890" } }',
    ),
    'an encryption context where every action has one': {
      text: withCondition('{ «"StringEqualsIfExists"»: { "kms:EncryptionContext:App": "Billing" } }', {
        action: '["kms:Decrypt", "kms:GenerateDataKey*"]',
      }),
    },
  },
});
