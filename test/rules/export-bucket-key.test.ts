import { exportBucketKey } from '../../server/src/rules/export-bucket-key.js';
import { ruleTest } from '../support/ruleTest.js';
import { keyPolicyOf, serviceStatement } from '../support/serviceStatement.js';

const S3 = '{ "StringLike": { "kms:EncryptionContext:aws:s3:arn": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }';
const exporting = (action: string, condition = S3, service = 'logs.us-east-1.amazonaws.com') =>
  serviceStatement(`"${service}"`, { action, condition });
const marked = (statement: string) => statement.replace('"Action"', '«"Action"»');

ruleTest(exportBucketKey, {
  valid: {
    both: keyPolicyOf(exporting('["kms:GenerateDataKey", "kms:Decrypt"]')),
    'both by patterns': keyPolicyOf(exporting('["kms:GenerateDataKey*", "kms:De*"]')),
    'the other one by another statement': keyPolicyOf(exporting('"kms:GenerateDataKey"'), exporting('"kms:Decrypt"')),
    'log groups': keyPolicyOf(
      exporting(
        '"kms:GenerateDataKey"',
        '{ "ArnLike": { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:us-east-1:111122223333:log-group:*" } }',
      ),
    ),
    'another service': keyPolicyOf(exporting('"kms:GenerateDataKey"', S3, 'cloudtrail.amazonaws.com')),
    'a Deny': keyPolicyOf(exporting('"kms:GenerateDataKey"').replace('Allow', 'Deny')),
    'a half-typed policy': keyPolicyOf(exporting('"kms:GenerateDataKey"')).slice(0, -3),
  },
  invalid: {
    'data keys alone': {
      text: keyPolicyOf(marked(exporting('"kms:GenerateDataKey"'))),
      fixed: keyPolicyOf(exporting('["kms:GenerateDataKey", "kms:Decrypt"]')),
      message: '"kms:Decrypt"',
    },
    'neither, in China, the key in other letter case': {
      text: keyPolicyOf(
        marked(
          exporting(
            '["kms:Encrypt"]',
            '{ "StringEquals": { "KMS:encryptioncontext:AWS:s3:arn": "arn:aws-cn:s3:::amzn-s3-demo-bucket" } }',
            'logs.cn-north-1.amazonaws.com.cn',
          ),
        ),
      ),
      message: '"kms:GenerateDataKey", "kms:Decrypt"',
    },
  },
});
