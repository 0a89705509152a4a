import { privilegeEscalationCombo } from '../../server/src/rules/privilege-escalation-combo.js';
import { allowing, policyOn, WITH_MFA } from '../support/identityPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const identity = (...statements: readonly string[]) => ({
  kind: 'identity-policy' as const,
  text: policyOn(...statements),
});

ruleTest(privilegeEscalationCombo, {
  valid: {
    'one role that may be passed': identity(
      allowing('"iam:PassRole"', '"arn:aws:iam::111122223333:role/app"'),
      allowing('"lambda:*"'),
    ),
    'a role that is passed on a condition': identity(
      allowing('"iam:PassRole"', '"*"', WITH_MFA),
      allowing('"lambda:*"'),
    ),
    'functions without a way to run them': identity(allowing('["iam:PassRole", "lambda:CreateFunction"]')),
    'no role to pass': identity(allowing('["lambda:CreateFunction", "lambda:InvokeFunction"]')),
    "one's own access keys, as AWS publishes it": identity(
      allowing('"iam:CreateAccessKey"', '"arn:aws:iam::*:user/${aws:username}"'),
    ),
    'reading of IAM': identity(allowing('["iam:Get*", "iam:List*"]')),
    'everything, of which full-admin speaks': identity(allowing('"*"')),
    'a Deny': identity('{ "Effect": "Deny", "Action": "iam:CreatePolicyVersion", "Resource": "*" }'),
    'a half-typed statement': '{ "Statement": [{ "Effect": "Allow", "Action": "iam:PutUserPolicy", "Resource": "*", "C',
  },
  invalid: {
    'an action that is enough by itself': {
      ...identity(allowing('«"iam:CreatePolicyVersion"»')),
      message: 'any other permission',
    },
    'a pattern': { ...identity(allowing('["iam:Get*", «"iam:*"»]')), message: 'iam:AddUserToGroup' },
    'a role and a function in two statements': {
      ...identity(allowing('"iam:PassRole"'), allowing('«"lambda:*"»', '"arn:aws:lambda:*:*:function:app"')),
      message: 'under any role',
    },
    'a role and an instance in one statement': identity(allowing('["iam:PassRole", «"ec2:RunInstances"»]')),
    'two of them': identity(allowing('[«"iam:PutRolePolicy"», «"iam:UpdateLoginProfile"»]')),
    'letters in another case': identity(allowing('«"IAM:attachrolepolicy"»')),
  },
});
