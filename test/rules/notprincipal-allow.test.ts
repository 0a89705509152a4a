import { notprincipalAllow } from '../../server/src/rules/notprincipal-allow.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (statement: string) => `{ "Version": "2012-10-17", "Statement": [{ ${statement},
  "Action": "kms:Decrypt", "Resource": "*" }] }`;

ruleTest(notprincipalAllow, {
  valid: {
    'a Deny, which notprincipal-deny reports': policy('"Effect": "Deny", "NotPrincipal": { "AWS": "111122223333" }'),
    'named principals': policy('"Effect": "Allow", "Principal": { "AWS": "111122223333" }'),
    'both elements, which element-conflict reports': policy('"Effect": "Allow", "Principal": "*", "NotPrincipal": "*"'),
    'an effect that is not typed yet':
      '{ "Statement": [{ "NotPrincipal": { "AWS": "111122223333" }, "Action": "kms:*", "Effect": ',
  },
  invalid: {
    'an Allow': {
      text: policy('"Effect": "Allow", «"NotPrincipal"»: { "AWS": "111122223333" }'),
      fixed: null,
      message: 'everyone of every account',
    },
    'a single statement that excepts a service':
      '{ "Statement": { "Effect": "Allow", «"NotPrincipal"»: { "Service": "s3.amazonaws.com" }, "Action": "kms:*", "Resource": "*" } }',
    'an Allow whose condition says nothing of the caller': policy(
      '"Effect": "Allow", «"NotPrincipal"»: { "AWS": "111122223333" }, "Condition": { "Bool": { "aws:SecureTransport": "true" } }',
    ),
    'an Allow for one organization, more quietly': {
      text: policy(
        '"Effect": "Allow", «"NotPrincipal"»: { "AWS": "111122223333" }, "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }',
      ),
      level: 'warning',
      message: 'only the conditions',
    },
    'a bucket policy, in two statements': `{ "Statement": [
      { "Effect": "Allow", «"NotPrincipal"»: { "AWS": "111122223333" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*" },
      { "Effect": "Allow", «"NotPrincipal"»: { "AWS": "444455556666" }, "Action": "s3:PutObject", "Resource": "arn:aws:s3:::b/*" }] }`,
  },
});
