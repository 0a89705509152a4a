import { condNegatedAllow } from '../../server/src/rules/cond-negated-allow.js';
import { identityWithCondition, withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

ruleTest(condNegatedAllow, {
  valid: {
    'a Deny': withCondition('{ "StringNotEquals": { "aws:PrincipalTag/team": "x" } }', { effect: 'Deny' }),
    'a positive test beside it': withCondition(
      '{ "StringNotEquals": { "aws:PrincipalTag/team": "x" }, "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }',
    ),
    'Null beside it': withCondition(
      '{ "StringNotEquals": { "aws:PrincipalTag/team": "x" }, "Null": { "aws:PrincipalTag/team": "false" } }',
    ),
    'everyone, of whom public-weak-condition speaks': withCondition(
      '{ "StringNotEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }',
      { principal: '"*"' },
    ),
    'a key that every request of a caller carries': withCondition(
      '{ "ArnNotLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/Guest*" } }',
    ),
    'the path through a service, whose absence is meant': withCondition(
      '{ "StringNotEquals": { "kms:ViaService": "ec2.us-east-1.amazonaws.com" } }',
    ),
    'a tag of the resource': identityWithCondition('{ "StringNotEquals": { "aws:ResourceTag/env": "prod" } }'),
    'an encryption context beside an action that has none': withCondition(
      '{ "StringNotEquals": { "kms:EncryptionContext:App": "x" } }',
      { action: '"kms:*"' },
    ),
    'a condition with an unknown operator': withCondition(
      '{ "StringNotEquals": { "aws:PrincipalTag/team": "x" }, "StringSame": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }',
    ),
    'an empty list, which cond-empty reports': withCondition('{ "StringNotEquals": { "aws:PrincipalTag/team": [] } }'),
  },
  invalid: {
    'a tag of the caller': {
      text: withCondition('{ «"StringNotEquals"»: { "aws:PrincipalTag/team": "계약직" } }'),
      message: 'Unguarded "StringNotEquals" on "aws:PrincipalTag/team"',
    },
    'an address': withCondition('{ «"NotIpAddress"»: { "aws:SourceIp": "203.0.113.0/24" } }'),
    'an organization, with another negated test': withCondition(
      '{ «"StringNotLike"»: { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/*" }, "StringNotEquals": { "kms:ViaService": "s3.us-east-1.amazonaws.com" } }',
    ),
    'a service': withCondition('{ «"ArnNotEquals"»: { "aws:SourceArn": "arn:aws:sns:us-east-1:111122223333:x" } }', {
      principal: '{ "Service": "sns.amazonaws.com" }',
    }),
    'an encryption context where every action has one': withCondition(
      '{ «"StringNotEquals"»: { "kms:EncryptionContext:App": "x" } }',
      { action: '["kms:Decrypt"]' },
    ),
    'an IAM policy, mended': {
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*",
  "Condition": {
    «"NotIpAddress"»: { "aws:SourceIp": "203.0.113.0/24" }
  }
} }`,
      fixed: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*",
  "Condition": {
    "NotIpAddress": { "aws:SourceIp": "203.0.113.0/24" },
    "Null": {
      "aws:SourceIp": "false"
    }
  }
} }`,
    },
  },
});
