import { actionStar } from '../../server/src/rules/action-star.js';
import { allowing, KEY, policyOn, WITH_MFA } from '../support/identityPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const bucket = (action: string, rest = '') =>
  policyOn(
    `{ "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": ${action}, "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"${rest} }`,
  );

ruleTest(actionStar, {
  valid: {
    'every action of one service': bucket('"s3:*"'),
    'a condition': { kind: 'bucket-policy', text: bucket('"*"', WITH_MFA) },
    'everything on everything, of which full-admin speaks': {
      kind: 'identity-policy',
      text: policyOn(allowing('"*"')),
    },
    'a key policy, of which others speak': { kind: 'key-policy', text: bucket('"*"') },
    'a VPC endpoint policy': { kind: 'vpc-endpoint-policy', text: bucket('"*"') },
    'a Deny': { kind: 'bucket-policy', text: bucket('"*"').replace('Allow', 'Deny') },
    'a half-typed statement': '{ "Statement": [{ "Effect": "Allow", "Action": "*", "Resource": "arn:aws:s3:::b", "Con',
  },
  invalid: {
    'an IAM policy about one key': { kind: 'identity-policy', text: policyOn(allowing('«"*"»', KEY)) },
    'a bucket policy': { kind: 'bucket-policy', text: bucket('["s3:GetObject", «"*"»]'), message: 'every action' },
    'everything in a bucket policy': {
      kind: 'bucket-policy',
      text: bucket('«"*"»').replace('"arn:aws:s3:::amzn-s3-demo-bucket/*"', '"*"'),
    },
    'a policy of log groups': { kind: 'logs-resource-policy', text: bucket('«"*"»') },
  },
});
