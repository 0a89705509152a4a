import { condKeyWrongInResourcePolicy } from '../../server/src/rules/cond-key-wrong-in-resource-policy.js';
import { identityWithCondition, withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const bucket = (condition: string) =>
  `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*", "Condition": ${condition} }] }`;

ruleTest(condKeyWrongInResourcePolicy, {
  valid: {
    'a variable of the caller': withCondition(
      '{ "StringEquals": { "aws:ResourceAccount": "${aws:PrincipalAccount}" } }',
    ),
    'an IAM policy': identityWithCondition('{ "StringEquals": { "aws:ResourceAccount": "111122223333" } }'),
    'an endpoint policy': {
      text: withCondition('{ "StringEquals": { "aws:ResourceOrgID": "o-a1b2c3d4e5" } }'),
      kind: 'vpc-endpoint-policy',
    },
    'a resource control policy': {
      text: withCondition('{ "StringEquals": { "aws:ResourceOrgID": "o-a1b2c3d4e5" } }', { effect: 'Deny' }),
      kind: 'rcp',
    },
    'everyone, of whom public-weak-condition speaks': withCondition(
      '{ "StringEquals": { "aws:ResourceAccount": "111122223333" } }',
      { principal: '"*"' },
    ),
    'an empty list, which cond-empty reports': withCondition('{ "StringEquals": { "aws:ResourceAccount": [] } }'),
    'another key': withCondition('{ "StringEquals": { "aws:PrincipalAccount": "111122223333" } }'),
  },
  invalid: {
    'a bucket policy': {
      text: bucket('{ "StringEquals": { «"s3:ResourceAccount"»: "111122223333" } }'),
      kind: 'bucket-policy',
    },
    'a key policy': {
      text: withCondition(
        '{ "StringEquals": { «"AWS:resourceaccount"»: "111122223333", "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }',
      ),
      fixed: withCondition('{ "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }'),
    },
    'a Deny for everyone': {
      text: bucket('{ "StringNotEqualsIfExists": { «"aws:ResourceOrgID"»: "o-a1b2c3d4e5" } }').replace('Allow', 'Deny'),
      kind: 'bucket-policy',
    },
  },
});
