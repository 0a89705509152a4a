import { bucketLockout } from '../../server/src/rules/bucket-lockout.js';
import { ruleTest } from '../support/ruleTest.js';

const BUCKET = '["arn:aws:s3:::amzn-s3-demo-bucket", "arn:aws:s3:::amzn-s3-demo-bucket/*"]';
const deny = (
  action: string,
  { principal = '"Principal": "*"', resource = BUCKET, rest = '', element = '"Action"' } = {},
) => ({
  kind: 'bucket-policy' as const,
  text: `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Deny", ${principal}, ${element}: ${action}, "Resource": ${resource}${rest} }] }`,
});

ruleTest(bucketLockout, {
  valid: {
    'a condition': deny('"s3:*"', { rest: ', "Condition": { "Bool": { "aws:SecureTransport": "false" } }' }),
    'objects only': deny('"s3:*"', { resource: '"arn:aws:s3:::amzn-s3-demo-bucket/*"' }),
    'another action': deny('["s3:DeleteBucket", "s3:PutObject"]'),
    'all but the change of the policy': deny('"s3:PutBucketPolicy"', { element: '"NotAction"' }),
    'one role': deny('"s3:*"', { principal: '"Principal": { "AWS": "arn:aws:iam::111122223333:role/App" }' }),
    'all but a role': deny('"s3:*"', { principal: '"NotPrincipal": { "AWS": "*" }' }),
    'an Allow': { ...deny('"s3:*"'), text: deny('"s3:*"').text.replace('Deny', 'Allow') },
    'a half-typed statement': {
      kind: 'bucket-policy',
      text: '{ "Statement": [{ "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::b", "Con',
    },
  },
  invalid: {
    'the one action among others': {
      ...deny('["s3:GetObject", «"s3:PutBucketPolicy"»]'),
      fixed: deny('["s3:GetObject"]').text,
    },
    'a single statement, with a caller declared': {
      ...deny('«"s3:*"»'),
      facts: { caller: 'arn:aws:iam::111122223333:role/Admin' },
      fixed: deny('"s3:*"', {
        rest: ', "Condition": { "ArnNotEquals": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/Admin" } }',
      }).text,
    },
    'a single statement': { ...deny('«"s3:*"»'), fixed: null },
    'all of S3': { ...deny('«"s3:*"»'), message: 'only the root user' },
    'the one action, in another case': deny('["s3:GetObject", «"S3:putbucketpolicy"»]', {
      resource: '"arn:aws-cn:s3:::amzn-s3-demo-bucket"',
      principal: '"Principal": { "AWS": ["*"] }',
    }),
    'all but a list': deny('"s3:GetObject"', { element: '«"NotAction"»', resource: '"*"' }),
  },
});
