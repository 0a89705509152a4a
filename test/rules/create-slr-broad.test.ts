import { createSlrBroad } from '../../server/src/rules/create-slr-broad.js';
import { allowing, policyOn } from '../support/identityPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const identity = (statement: string) => ({ kind: 'identity-policy' as const, text: policyOn(statement) });

ruleTest(createSlrBroad, {
  valid: {
    'the role of one service': identity(
      allowing('"iam:CreateServiceLinkedRole"', '"arn:aws:iam::*:role/aws-service-role/mrk.kms.amazonaws.com/*"'),
    ),
    'one service by a condition, as AWS publishes it': identity(
      allowing(
        '"iam:CreateServiceLinkedRole"',
        '"*"',
        ', "Condition": { "StringLike": { "iam:AWSServiceName": "mrk.kms.amazonaws.com" } }',
      ),
    ),
    'deleting such roles': identity(allowing('"iam:DeleteServiceLinkedRole"')),
    'a pattern that passes roles too, of which passrole-broad speaks': identity(
      allowing('"iam:*Role"', '"arn:aws:iam::111122223333:role/*"'),
    ),
    'a half-typed statement':
      '{ "Statement": [{ "Effect": "Allow", "Action": "iam:CreateServiceLinkedRole", "Resource": "*",',
  },
  invalid: {
    'every service': {
      ...identity(allowing('«"iam:CreateServiceLinkedRole"»')),
      message: 'iam:AWSServiceName',
    },
    'all roles but one': identity(
      '{ "Effect": "Allow", "Action": [«"iam:CreateServiceLinkedRole"»], "NotResource": "arn:aws:iam::111122223333:role/x" }',
    ),
  },
});
