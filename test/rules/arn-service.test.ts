import { arnService } from '../../server/src/rules/arn-service.js';
import { withCondition } from '../support/conditionPolicy.js';
import { identityPolicy } from '../support/identityPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const decrypt = (resource: string) => identityPolicy('"kms:Decrypt"', resource);

ruleTest(arnService, {
  valid: {
    'small letters': decrypt('"arn:aws:kms:us-east-1:111122223333:key/*"'),
    'a hyphen and a digit': identityPolicy('"*"', '["arn:aws:s3-object-lambda:*:*:*", "arn:aws:route53:::*"]'),
    'a wildcard in a condition': withCondition(
      '{ "ArnLike": { "aws:SourceArn": "arn:aws:*:us-east-1:111122223333:*" } }',
    ),
    'a variable': identityPolicy('"*"', '"arn:aws:${aws:PrincipalTag/service}:::*"'),
    'capitals elsewhere': identityPolicy('"iam:PassRole"', '"arn:aws:iam::111122223333:role/App"'),
    'the resource of a key policy, which key-resource-other reports': withCondition('{}').replace(
      '"*"',
      '"arn:aws:KMS:us-east-1:111122223333:key/*"',
    ),
  },
  invalid: {
    'capitals in a resource': {
      text: decrypt('«"arn:aws:KMS:us-east-1:111122223333:key/*"»'),
      fixed: decrypt('"arn:aws:kms:us-east-1:111122223333:key/*"'),
      message: 'Expected the service "KMS" to be "kms"',
    },
    'capitals in a condition': {
      text: withCondition('{ "ArnEquals": { "aws:SourceArn": «"arn:aws:S3:::app"» } }'),
      fixed: withCondition('{ "ArnEquals": { "aws:SourceArn": "arn:aws:s3:::app" } }'),
    },
    'capitals in an encryption context': {
      text: withCondition(
        '{ "StringEquals": { "kms:EncryptionContext:aws:logs:arn": «"arn:aws:Logs:us-east-1:111122223333:log-group:a"» } }',
      ),
    },
    'a wildcard': {
      text: decrypt('["*", «"arn:aws:k*:us-east-1:111122223333:key/*"»]'),
      level: 'warning',
      fixed: null,
    },
    'a star alone': { text: decrypt('«"arn:aws:*:*:*:*"»'), level: 'warning', fixed: null },
  },
});
