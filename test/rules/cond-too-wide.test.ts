import { condTooWide } from '../../server/src/rules/cond-too-wide.js';
import { withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';
import { keyPolicyOf, serviceStatement } from '../support/serviceStatement.js';

const sns = (condition: string) => serviceStatement('"sns.amazonaws.com"', { condition });

ruleTest(condTooWide, {
  valid: {
    'a source of one account': keyPolicyOf(sns('{ "ArnLike": { "aws:SourceArn": "arn:aws:sns:*:111122223333:*" } }')),
    'a wide source with an account beside it': keyPolicyOf(
      sns(
        '{ "ArnLike": { "aws:SourceArn": "arn:aws:sns:*:*:*" }, "StringEquals": { "aws:SourceAccount": "111122223333" } }',
      ),
    ),
    'a bucket, whose ARN has no account': keyPolicyOf(
      sns('{ "ArnLike": { "aws:SourceArn": "arn:aws:s3:::bucket*" } }'),
    ),
    'a star that is no wildcard': keyPolicyOf(sns('{ "StringEquals": { "aws:SourceAccount": "*" } }')),
    'a variable': keyPolicyOf(sns('{ "StringLike": { "aws:SourceAccount": "${aws:PrincipalTag/x}" } }')),
    'a Deny': keyPolicyOf(sns('{ "StringLike": { "aws:SourceOrgID": "o-*" } }').replace('Allow', 'Deny')),
    'everyone, of whom public-weak-condition speaks': withCondition(
      '{ "StringLike": { "aws:PrincipalOrgID": "o-*" } }',
      { principal: '"*"' },
    ),
    'a role of the named account': withCondition('{ "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::*:role/Admin" } }'),
    'a condition of another kind beside it': keyPolicyOf(
      sns(
        '{ "StringLike": { "aws:SourceOrgID": "o-a1b2c3d4e5" }, "ArnLike": { "aws:SourceArn": "arn:aws:sns:*:*:*" } }',
      ),
    ),
    'a service that nothing guards, of which confused-deputy speaks': keyPolicyOf(
      sns('{ "StringLike": { "aws:SourceAccount": "*" } }'),
    ),
    'a negated test': keyPolicyOf(sns('{ "ArnNotLike": { "aws:SourceArn": "arn:aws:sns:*:*:*" } }')),
    NotPrincipal: withCondition('{ "StringLike": { "aws:PrincipalOrgID": "o-*" } }').replace(
      '"Principal"',
      '"NotPrincipal"',
    ),
  },
  invalid: {
    'a source of every account': {
      text: keyPolicyOf(sns('{ "ArnLike": { "aws:SourceArn": «"arn:aws:sns:us-east-1:*:*"» } }')),
      message: '"aws:SourceArn" keeps nobody out',
    },
    'one wide value among others': keyPolicyOf(
      sns('{ "arnequals": { "AWS:sourcearn": ["arn:aws:sns:us-east-1:111122223333:*", «"arn:aws-cn:*:*:*:*"»] } }'),
    ),
    'an encryption context of every account': keyPolicyOf(
      serviceStatement('"logs.us-east-1.amazonaws.com"', {
        condition: '{ "ArnLike": { "kms:EncryptionContext:aws:logs:arn": «"arn:aws:logs:us-east-1:*:*"» } }',
      }),
    ),
    'every organization': withCondition('{ "StringLike": { "aws:PrincipalOrgID": «"o-*"» } }'),
    'every caller': withCondition('{ "ArnLike": { "aws:PrincipalArn": «"arn:aws:*:*:*:*"» } }'),
    'two guards that are none': withCondition(
      '{ "StringLike": { "aws:PrincipalOrgID": «"*"», "aws:SourceVpce": «"vpce-*"» } }',
    ),
  },
});
