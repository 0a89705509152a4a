import { orgIdForm } from '../../server/src/rules/org-id-form.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (condition: string) => `{ "Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "Principal": "*", "Action": "kms:Decrypt", "Resource": "*", "Condition": ${condition} }] }`;

ruleTest(orgIdForm, {
  valid: {
    'ids of ten and of thirty-two characters': policy(
      '{ "StringEquals": { "aws:PrincipalOrgID": ["o-a1b2c3d4e5", "o-0123456789abcdef0123456789abcdef"] } }',
    ),
    'a wildcard': policy('{ "StringLike": { "aws:PrincipalOrgID": "o-*" } }'),
    'a test for presence': policy('{ "Null": { "aws:SourceOrgID": "true" } }'),
    'a variable and a template': policy(
      '{ "StringEquals": { "aws:ResourceOrgID": ["${aws:PrincipalOrgID}", "${var.org}"] } }',
    ),
    'a path, which has another form': policy('{ "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-1/r-1/*" } }'),
    'an unknown operator, which cond-operator-unknown reports': policy(
      '{ "StringEqual": { "aws:PrincipalOrgID": "x" } }',
    ),
    'a value that is still being typed': `{ "Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "Principal": "*", "Action": "kms:Decrypt", "Resource": "*", "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-1`,
  },
  invalid: {
    'an id in capitals, in an ARN and in a path': {
      text: policy(
        '{ "StringEquals": { "aws:PrincipalOrgID": [«"O-A1B2C3D4E5"», «"arn:aws:organizations::111122223333:organization/o-a1b2c3d4e5"», «"o-a1b2c3d4e5/r-ab12/*"»] } }',
      ).replace('/*"', '/"'),
      fixed: policy('{ "StringEquals": { "aws:PrincipalOrgID": ["o-a1b2c3d4e5", "o-a1b2c3d4e5", "o-a1b2c3d4e5"] } }'),
    },
    'an id that is too short': {
      text: policy('{ "StringEquals": { "aws:PrincipalOrgID": «"o-123"» } }'),
      fixed: null,
      message: '"o-123"',
    },
    'capitals, and an account, under other keys and operators': policy(
      '{ "StringNotEqualsIfExists": { "AWS:sourceorgid": [«"o-A1B2C3D4E5"», "o-a1b2c3d4e5"], "aws:ResourceOrgID": «"111122223333"» } }',
    ),
    'an empty string and the id of a root': policy('{ "StringEquals": { "aws:PrincipalOrgID": [«""», «"r-조직1"»] } }'),
    'an identity policy':
      '{ "Statement": { "Effect": "Deny", "Action": "kms:*", "Resource": "*", "Condition": { "StringNotEquals": { "aws:ResourceOrgID": «"o-x"» } } } }',
  },
});
