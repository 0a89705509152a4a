import { condSseKeyValue } from '../../server/src/rules/cond-sse-key-value.js';
import { ruleTest } from '../support/ruleTest.js';

const KEY = 's3:x-amz-server-side-encryption-aws-kms-key-id';
const ARN = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const policy = (value: string, operator = 'StringNotEquals', key = KEY) =>
  `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Deny", "Principal": "*", "Action": "s3:PutObject", ` +
  `"Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*", "Condition": { "${operator}": { "${key}": ${value} } } }] }`;

ruleTest(condSseKeyValue, {
  valid: {
    'the ARN of a key': policy(`"${ARN}"`),
    'the ARN of a multi-Region key in China': policy(
      '"arn:aws-cn:kms:cn-north-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab"',
    ),
    'all keys of an account': policy('"arn:aws:kms:*:111122223333:key/*"', 'ArnNotLikeIfExists'),
    'a pattern without the head of an ARN': policy('"*:key/1234abcd-12ab-34cd-56ef-1234567890ab"', 'StringNotLike'),
    'a test for presence': policy('"true"', 'Null'),
    'a value that a tool completes': policy('"${var.key_id}"'),
    'a text under an ARN operator, which cond-value-type reports': policy('"alias/app"', 'ArnNotEquals'),
    'another condition key': policy('"aws:kms"', 'StringNotEquals', 's3:x-amz-server-side-encryption'),
    'a half-typed value': `{ "Statement": [{ "Effect": "Deny", "Principal": "*", "Action": "s3:PutObject", "Condition": { "StringNotEquals": { "${KEY}": "alias/a`,
  },
  invalid: {
    'an alias': { text: policy('«"alias/app"»'), message: 'always passed' },
    'the ARN of an alias': policy('«"arn:aws:kms:us-east-1:111122223333:alias/app"»'),
    'a bare id, in any letter case of the key': {
      text: policy('«"1234abcd-12ab-34cd-56ef-1234567890ab"»', 'stringequals', KEY.toUpperCase()),
      message: 'never met',
    },
    'the id of a multi-Region key, and aliases by a pattern': policy(
      `["${ARN}", «"mrk-1234abcd12ab34cd56ef1234567890ab"», «"alias/*"»]`,
      'StringNotLike',
    ),
    'an IAM policy': `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:PutObject", "Resource": "*", "Condition": { "StringEquals": { "${KEY}": «"alias/app"» } } }] }`,
  },
});
