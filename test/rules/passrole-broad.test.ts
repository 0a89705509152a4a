import { passroleBroad } from '../../server/src/rules/passrole-broad.js';
import { allowing, policyOn } from '../support/identityPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const identity = (statement: string) => ({ kind: 'identity-policy' as const, text: policyOn(statement) });

ruleTest(passroleBroad, {
  valid: {
    'one role': identity(allowing('"iam:PassRole"', '"arn:aws:iam::111122223333:role/app"')),
    'roles by the beginning of their name': identity(
      allowing('"iam:PassRole"', '"arn:aws:iam::111122223333:role/app-*"'),
    ),
    'one service': identity(
      allowing(
        '"iam:PassRole"',
        '"*"',
        ', "Condition": { "StringEquals": { "iam:PassedToService": "ec2.amazonaws.com" } }',
      ),
    ),
    'other actions of IAM': identity(allowing('"iam:GetRole"')),
    'every action of IAM, of which privilege-escalation-combo speaks': identity(allowing('"iam:*"')),
    'everything, of which full-admin speaks': identity(allowing('"*"')),
    'a Deny': identity('{ "Effect": "Deny", "Action": "iam:PassRole", "Resource": "*" }'),
    'a half-typed statement': '{ "Statement": [{ "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*", "C',
  },
  invalid: {
    'every resource': { ...identity(allowing('«"iam:PassRole"»')), message: 'iam:PassedToService' },
    'one service in the policy': {
      kind: 'identity-policy',
      text: policyOn(
        allowing('«"iam:PassRole"»'),
        allowing('["lambda:CreateFunction", "logs:*"]', '"arn:aws:lambda:*:*:function:a"'),
      ),
      fixed: policyOn(
        allowing(
          '"iam:PassRole"',
          '"*"',
          ', "Condition": { "StringEquals": { "iam:PassedToService": "lambda.amazonaws.com" } }',
        ),
        allowing('["lambda:CreateFunction", "logs:*"]', '"arn:aws:lambda:*:*:function:a"'),
      ),
    },
    'two services in the policy': {
      kind: 'identity-policy',
      text: policyOn(allowing('«"iam:PassRole"»'), allowing('["lambda:ListFunctions", "ecs:ListTasks"]')),
      fixed: null,
    },
    'every role of the account': identity(
      allowing('["kms:Decrypt", «"iam:PassRole"»]', '["arn:aws:iam::111122223333:role/*"]'),
    ),
    'all roles but one': identity(
      '{ "Effect": "Allow", "Action": «"iam:PassRole"», "NotResource": "arn:aws:iam::111122223333:role/Admin" }',
    ),
    'a pattern': identity(allowing('«"iam:pass*"»')),
    'every action on every role of the account': identity(allowing('«"iam:*"»', '"arn:aws:iam::111122223333:role/*"')),
    GovCloud: identity(allowing('«"iam:PassRole"»', '"arn:aws-us-gov:iam::111122223333:role/*"')),
  },
});
