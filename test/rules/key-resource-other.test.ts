import { keyResourceOther } from '../../server/src/rules/key-resource-other.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (resource: string) => `{ "Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "kms:Decrypt", "Resource": ${resource} }] }`;

ruleTest(keyResourceOther, {
  valid: {
    'the key of the policy': policy('"*"'),
    'the ARN of a key, which key-resource-not-star reports': policy(
      '["arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab", "arn:aws-cn:kms:*:*:key/*"]',
    ),
    'patterns that keys match': {
      text: policy('["arn:aws:kms:*:111122223333:*", "arn:aws:*:*:*:k*", "arn:aws:kms:us-east-1:111122223333:???/*"]'),
      kind: 'key-policy',
    },
    'a template': policy('["arn:aws:kms:us-east-1:${AWS::AccountId}:alias/app", "${var.arn}"]'),
    'a policy variable, which variable-in-key-policy-resource reports': policy('"arn:aws:s3:::${aws:username}"'),
    NotResource: policy('"arn:aws:s3:::b"').replace('"Resource"', '"NotResource"'),
    'an identity policy':
      '{ "Statement": { "Effect": "Allow", "Action": "kms:CreateAlias", "Resource": "arn:aws:kms:us-east-1:111122223333:alias/app" } }',
    'a resource that is still being typed': `{ "Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "kms:Decrypt", "Resource": "arn:`,
  },
  invalid: {
    'an alias': {
      text: policy('«"arn:aws:kms:us-east-1:111122223333:alias/app"»'),
      fixed: policy('"*"'),
      message: 'never applies to its key',
    },
    'other services, beside the key': {
      text: policy('["*", «"arn:aws:s3:::b/*"», «"arn:aws-us-gov:logs:us-gov-west-1:111122223333:log-group:로그"»]'),
      fixed: policy('"*"'),
      message: 'its own key only',
    },
    'a key store, and a pattern of aliases': policy(
      '[«"arn:aws:kms:us-east-1:111122223333:custom-key-store/x"», «"arn:aws:kms:*:*:alias/*"»]',
    ),
    'a bare key id, a bare alias and nothing': {
      text: policy('[«"1234abcd-12ab-34cd-56ef-1234567890ab"», «"alias/app"», «""»]'),
      message: 'stands for the key',
    },
  },
});
