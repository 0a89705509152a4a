import { s3PolicyEscalation } from '../../server/src/rules/s3-policy-escalation.js';
import { allowing, policyOn, WITH_MFA } from '../support/identityPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const BUCKET = '"arn:aws:s3:::amzn-s3-demo-bucket"';

ruleTest(s3PolicyEscalation, {
  valid: {
    'objects are allowed anyway': policyOn(allowing('"s3:PutBucketPolicy"', BUCKET), allowing('"s3:Get*"')),
    'all of S3': policyOn(allowing('"s3:*"')),
    'reading the policy': policyOn(allowing('"s3:GetBucketPolicy"', BUCKET)),
    'a condition': policyOn(allowing('"s3:PutBucketPolicy"', BUCKET, WITH_MFA)),
    'everything but a list, which may hold objects': policyOn(
      allowing('"s3:PutBucketPolicy"', BUCKET),
      '{ "Effect": "Allow", "NotAction": "iam:*", "Resource": "*" }',
    ),
    'a half-typed statement':
      '{ "Statement": [{ "Effect": "Allow", "Action": "s3:PutBucketPolicy", "Resource": "*", "C',
  },
  invalid: {
    'one bucket': { text: policyOn(allowing('«"s3:PutBucketPolicy"»', BUCKET)), message: 'changing the policy' },
    'the ACL, with objects denied': policyOn(
      allowing('["s3:ListBucket", «"s3:PutBucketAcl"»]', BUCKET),
      '{ "Effect": "Deny", "Action": "s3:GetObject", "Resource": "*" }',
    ),
    'a pattern': policyOn(allowing('«"s3:PutBucket*"»')),
  },
});
