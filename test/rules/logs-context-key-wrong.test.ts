import { logsContextKeyWrong } from '../../server/src/rules/logs-context-key-wrong.js';
import { ruleTest } from '../support/ruleTest.js';
import { keyPolicyOf, logsContext, serviceStatement } from '../support/serviceStatement.js';

const LOGS = '"logs.us-east-1.amazonaws.com"';
const GROUP = '"arn:aws:logs:us-east-1:111122223333:log-group:/app"';
const policy = (key: string, value = GROUP, operator = 'ArnEquals', services = LOGS) =>
  keyPolicyOf(serviceStatement(services, { condition: logsContext(value, operator, key) }));
const RIGHT = '"kms:EncryptionContext:aws:logs:arn"';

ruleTest(logsContextKeyWrong, {
  valid: {
    'the key of CloudWatch Logs': policy(RIGHT),
    'another letter case, which AWS ignores in names': policy('"KMS:encryptioncontext:AWS:Logs:Arn"'),
    'the second key of anomaly detectors': policy('"kms:EncryptionContext:aws-crypto-ec:aws:logs:arn"'),
    'the key of S3, for exports': policy('"kms:EncryptionContext:aws:s3:arn"', '"arn:aws:s3:::amzn-s3-demo-bucket"'),
    'a source key': policy('"aws:SourceArn"'),
    'a misspelt condition key, which cond-key-unknown reports': policy('"kms:EncryptionContxt:aws:logs:arn"'),
    'a key with a policy variable, which enc-context-key-variable reports': policy(
      '"kms:EncryptionContext:${aws:username}"',
    ),
    'a key that a tool completes': policy('"kms:EncryptionContext:{{ key }}"'),
    'a test that a missing key passes': policy('"kms:EncryptionContext:aws:log:arn"', GROUP, 'ArnLikeIfExists'),
    'people, who may send what they like':
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "kms:Decrypt", "Resource": "*", "Condition": { "StringEquals": { "kms:EncryptionContext:app": "a" } } }] }',
    'another service': policy(
      '"kms:EncryptionContext:aws:cloudtrail:arn"',
      '"arn:aws:cloudtrail:*:111122223333:trail/*"',
      'StringLike',
      '"cloudtrail.amazonaws.com"',
    ),
    'a half-typed key':
      '{ "Statement": [{ "Effect": "Allow", "Principal": { "Service": "logs.us-east-1.amazonaws.com" }, "Action": "kms:Decrypt", "Condition": { "ArnLike": { "kms:EncryptionContext:aws:log": ',
  },
  invalid: {
    'one letter less': {
      text: policy('«"kms:EncryptionContext:aws:log:arn"»'),
      fixed: policy(RIGHT),
      message: '"aws:log:arn" to be "aws:logs:arn"',
    },
    'the key of another service with ARNs of log groups': {
      text: policy('«"kms:EncryptionContext:aws:cloudtrail:arn"»', `[${GROUP}]`),
      fixed: policy(RIGHT, `[${GROUP}]`),
    },
    'a key of its own, more quietly': {
      text: policy('«"kms:EncryptionContext:LogGroup"»', '"/app"', 'StringEquals'),
      level: 'warning',
      fixed: null,
    },
    'a test for presence': {
      text: policy('«"kms:EncryptionContext:aws:logs:arns"»', '"false"', 'Null'),
      fixed: policy(RIGHT, '"false"', 'Null'),
    },
    'two statements': keyPolicyOf(
      serviceStatement(LOGS, { condition: logsContext(GROUP, 'ArnLike', '«"kms:EncryptionContext:aws:log:arn"»') }),
      serviceStatement(LOGS, { condition: logsContext(GROUP, 'ArnLike', '«"kms:EncryptionContext:aws:logs:ar"»') }),
    ),
  },
});
