import { resourceForeignArn } from '../../server/src/rules/resource-foreign-arn.js';
import { ruleTest } from '../support/ruleTest.js';

const statement = (action: string, resource: string) =>
  `{ "Sid": "가", "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": ${action}, "Resource": ${resource} }`;
const policy = (...statements: readonly string[]) =>
  `{ "Version": "2012-10-17", "Statement": [${statements.join(', ')}] }`;
const bucket = (resource: string) => policy(statement('"s3:GetObject"', resource));
const KEY = '"arn:aws:kms:us-east-1:111122223333:key/*"';

ruleTest(resourceForeignArn, {
  valid: {
    'the bucket and its objects': bucket('["arn:aws:s3:::app", "arn:aws:s3:::app/*"]'),
    everything: bucket('"*"'),
    'an access point': bucket('"arn:aws:s3:us-east-1:111122223333:accesspoint/a/object/*"'),
    'a directory bucket': bucket('"arn:aws:s3express:us-east-1:111122223333:bucket/a--use1-az5--x-s3"'),
    'a pattern for buckets': bucket('["arn:aws:s3:::app-*", "arn:aws:s3:::app-1/*"]'),
    'a log group': policy(statement('"logs:PutLogEvents"', '"arn:aws:logs:us-east-1:111122223333:log-group:a:*"')),
    "two log groups, since the policy may be the account's": policy(
      statement(
        '"logs:PutLogEvents"',
        '["arn:aws:logs:us-east-1:111122223333:log-group:a:*", "arn:aws:logs:us-east-1:111122223333:log-group:b:*"]',
      ),
    ),
    'a wildcard in the service, which arn-service reports': bucket('"arn:aws:s*:::app"'),
    'an IAM policy': { text: bucket(`["arn:aws:s3:::a", "arn:aws:s3:::b", ${KEY}]`), kind: 'identity-policy' },
    'two buckets for everyone, as endpoint policies name them': bucket(
      '["arn:aws:s3:::a/*", "arn:aws:s3:::b/*"]',
    ).replace('{ "AWS": "111122223333" }', '"*"'),
    'a text that a tool fills in': bucket('"${aws_kms_key.a.arn}"'),
  },
  invalid: {
    'a key in a bucket policy': {
      text: bucket(`["arn:aws:s3:::app/*", «${KEY}»]`),
      fixed: bucket('["arn:aws:s3:::app/*"]'),
      message: 'attached to a resource of "s3"',
    },
    'the only resource': { text: bucket(`«${KEY}»`), fixed: null },
    'a bucket in a policy of CloudWatch Logs': policy(statement('"logs:PutLogEvents"', '«"arn:aws:s3:::app"»')),
    'another bucket, in another statement': {
      text: policy(
        statement('"s3:GetObject"', '"arn:aws:s3:::app/*"'),
        statement('"s3:PutObject"', '«"arn:aws:s3:::other/*"»'),
      ),
      fixed: null,
      level: 'warning',
      message: 'names "app" before',
    },
    'what is left out': bucket(`«${KEY}»`).replace('"Resource"', '"NotResource"'),
  },
});
