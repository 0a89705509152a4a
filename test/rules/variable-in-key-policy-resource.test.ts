import { variableInKeyPolicyResource } from '../../server/src/rules/variable-in-key-policy-resource.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (resource: string) =>
  `{ "Version": "2012-10-17", "Statement": [{ "Sid": "키", "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "kms:Decrypt", "Resource": ${resource} }] }`;

ruleTest(variableInKeyPolicyResource, {
  valid: {
    'the key itself': policy('"*"'),
    'an ARN, of which key-resource-not-star speaks': policy('"arn:aws:kms:us-east-1:111122223333:key/1"'),
    'a variable of a tool': policy('"arn:aws:kms:us-east-1:${AWS::AccountId}:key/*"'),
    'an IAM policy': { text: policy('"arn:aws:kms:*:${aws:PrincipalAccount}:key/*"'), kind: 'identity-policy' },
    'resources that are left out': policy('"arn:aws:kms:*:*:key/${aws:username}"').replace(
      '"Resource"',
      '"NotResource"',
    ),
  },
  invalid: {
    'a variable': {
      text: policy('«"arn:aws:kms:us-east-1:111122223333:key/${aws:PrincipalTag/key}"»'),
      fixed: policy('"*"'),
      message: 'to be "*"',
    },
    'a variable in a list': {
      text: policy('["*", «"arn:aws:kms:*:${aws:PrincipalAccount}:key/*"»]'),
      fixed: policy('"*"'),
    },
  },
});
