import { keyResourceNotStar } from '../../server/src/rules/key-resource-not-star.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (resource: string) => `{ "Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "kms:Decrypt", "Resource": ${resource} }] }`;

const KEY = '"arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"';

ruleTest(keyResourceNotStar, {
  valid: {
    'a star': policy('"*"'),
    'a star in a list': policy('["*"]'),
    'another resource, which key-resource-other reports': policy('"arn:aws:kms:us-east-1:111122223333:alias/app"'),
    'a template': policy('"arn:aws:kms:${AWS::Region}:${AWS::AccountId}:key/*"'),
    NotResource: policy(KEY).replace('"Resource"', '"NotResource"'),
    'an identity policy': `{ "Statement": { "Effect": "Allow", "Action": "kms:Decrypt", "Resource": ${KEY} } }`,
    'a VPC endpoint policy': {
      text: `{ "Statement": { "Effect": "Allow", "Principal": "*", "Action": "kms:Decrypt", "Resource": ${KEY} } }`,
      kind: 'vpc-endpoint-policy',
    },
  },
  invalid: {
    'the ARN of a key': { text: policy(`«${KEY}»`), fixed: policy('"*"'), message: 'to be "*"' },
    'patterns of keys, also in China': {
      text: policy(
        '[«"arn:aws:kms:*:111122223333:key/*"», «"arn:aws-cn:kms:cn-north-1:111122223333:key/mrk-*"», «"arn:aws:kms:*:*:*"»]',
      ),
      kind: 'key-policy',
      fixed: policy('"*"'),
    },
    'a key beside the star': { text: policy(`["*", «${KEY}»]`), fixed: policy('"*"') },
    'two statements': `{ "Statement": [
      { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "kms:Decrypt", "Resource": «${KEY}» },
      { "Effect": "Deny", "Principal": "*", "Action": "kms:Decrypt", "Resource": [«${KEY}»] }] }`,
  },
});
