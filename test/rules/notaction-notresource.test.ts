import { notactionNotresource } from '../../server/src/rules/notaction-notresource.js';
import { KEY, policyOn } from '../support/identityPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const both = (effect: string, action = '"NotAction"', rest = '') =>
  policyOn(`{ "Effect": "${effect}", ${rest}${action}: "iam:*", "NotResource": ${KEY} }`);

ruleTest(notactionNotresource, {
  valid: {
    'a Deny': { kind: 'identity-policy', text: both('Deny') },
    'NotAction alone': policyOn('{ "Effect": "Allow", "NotAction": "iam:*", "Resource": "*" }'),
    'NotResource alone': both('Allow', '"Action"'),
    'a guardrail': { kind: 'scp', text: both('Allow') },
    'a half-typed statement': '{ "Statement": [{ "Effect": "Allow", "NotAction": "iam:*", "NotResource": "arn:aws:kms',
  },
  invalid: {
    'an IAM policy': { kind: 'identity-policy', text: both('Allow', '«"NotAction"»'), message: 'every other resource' },
    'a bucket policy': {
      kind: 'bucket-policy',
      text: both('Allow', '«"NotAction"»', '"Principal": { "AWS": "111122223333" }, '),
    },
  },
});
