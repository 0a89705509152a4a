import { arnRegion } from '../../server/src/rules/arn-region.js';
import { withCondition } from '../support/conditionPolicy.js';
import { identityPolicy } from '../support/identityPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const decrypt = (arn: string) => identityPolicy('"kms:Decrypt"', arn);

ruleTest(arnRegion, {
  valid: {
    'a Region': decrypt('"arn:aws:kms:eu-west-1:111122223333:key/*"'),
    'Regions of other partitions': decrypt(
      '["arn:aws-cn:kms:cn-north-1:111122223333:key/*", "arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/*"]',
    ),
    'a pattern': decrypt('["arn:aws:kms:*:111122223333:key/*", "arn:aws:kms:eu-*:111122223333:key/*"]'),
    'a variable': decrypt('"arn:aws:kms:${aws:RequestedRegion}:111122223333:key/*"'),
    'a pattern for partitions': decrypt('"arn:*:kms:cn-north-1:111122223333:key/*"'),
    'resources without a Region': identityPolicy(
      '"*"',
      '["arn:aws:s3:::app/*", "arn:aws:iam::111122223333:role/app", "arn:aws:iam:*:111122223333:role/app"]',
    ),
    'an access point, which has a Region': identityPolicy(
      '"s3:GetObject"',
      '"arn:aws:s3:us-east-1:111122223333:accesspoint/a"',
    ),
    'everything of S3': identityPolicy('"s3:*"', '"arn:aws:s3:us-east-1:111122223333:*"'),
    'foundation models, whose Region may be empty': identityPolicy(
      '"bedrock:InvokeModel"',
      '"arn:aws:bedrock:::foundation-model/x"',
    ),
    'events of AWS Health, whose Region may be a word': identityPolicy(
      '"health:DescribeEventDetails"',
      '"arn:aws:health:global::event/*/*/*"',
    ),
    'a service that nobody knows': identityPolicy('"*"', '"arn:aws:nothing:somewhere:111122223333:x"'),
    'the source of log delivery, which delivery-source-arn-form reports': withCondition(
      '{ "ArnLike": { "aws:SourceArn": "arn:aws:logs::111122223333:*" } }',
      { principal: '{ "Service": "delivery.logs.amazonaws.com" }' },
    ),
    'the context of a trail, which trail-context-form reports': withCondition(
      '{ "StringEquals": { "kms:EncryptionContext:aws:cloudtrail:arn": "arn:aws:cloudtrail::111122223333:trail/a" } }',
    ),
    'a colon too many, which arn-format reports': decrypt('"arn:aws:kms::us-east-1:111122223333:key/*"'),
  },
  invalid: {
    'a misspelt Region': {
      text: decrypt('«"arn:aws:kms:eu-wst-1:111122223333:key/*"»'),
      fixed: decrypt('"arn:aws:kms:eu-west-1:111122223333:key/*"'),
      message: 'Perhaps "eu-west-1"',
    },
    capitals: {
      text: decrypt('«"arn:aws:kms:US-EAST-1:111122223333:key/*"»'),
      fixed: decrypt('"arn:aws:kms:us-east-1:111122223333:key/*"'),
    },
    'a word': { text: decrypt('«"arn:aws:kms:frankfurt:111122223333:key/*"»'), fixed: null },
    'a Region that may be new': {
      text: decrypt('«"arn:aws:kms:eu-west-9:111122223333:key/*"»'),
      level: 'info',
      message: 'when this list was made',
    },
    'a Region of another partition': {
      text: decrypt('«"arn:aws:kms:cn-north-1:111122223333:key/*"»'),
      fixed: decrypt('"arn:aws-cn:kms:cn-north-1:111122223333:key/*"'),
      message: 'Expected the partition "aws" to be "aws-cn"',
    },
    'no Region': {
      text: decrypt('[«"arn:aws:kms::111122223333:key/*"», "arn:aws:kms:*:111122223333:key/*"]'),
      fixed: decrypt('["arn:aws:kms:*:111122223333:key/*", "arn:aws:kms:*:111122223333:key/*"]'),
    },
    'no Region in a condition of whole texts': {
      text: withCondition(
        '{ "StringEquals": { "kms:EncryptionContext:aws:logs:arn": «"arn:aws:logs::111122223333:log-group:a"» } }',
      ),
      fixed: null,
    },
    'no Region in a condition of patterns': {
      text: withCondition('{ "ArnLike": { "aws:SourceArn": «"arn:aws:sns::111122223333:topic"» } }'),
      fixed: withCondition('{ "ArnLike": { "aws:SourceArn": "arn:aws:sns:*:111122223333:topic" } }'),
    },
    'a Region in the ARN of a role': {
      text: identityPolicy('"iam:PassRole"', '«"arn:aws:iam:us-east-1:111122223333:role/app"»'),
      fixed: identityPolicy('"iam:PassRole"', '"arn:aws:iam::111122223333:role/app"'),
    },
    'a Region in the ARN of a bucket': {
      text: identityPolicy('"s3:GetObject"', '«"arn:aws:s3:us-east-1::app/*"»'),
      fixed: identityPolicy('"s3:GetObject"', '"arn:aws:s3:::app/*"'),
    },
    'a Region in the ARN of a session': withCondition(
      '{ "ArnLike": { "aws:PrincipalArn": «"arn:aws:sts:us-east-1:111122223333:assumed-role/a/b"» } }',
    ),
  },
});
