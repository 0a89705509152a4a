import { writeUnscoped } from '../../server/src/rules/write-unscoped.js';
import { allowing, KEY, policyOn, WITH_MFA } from '../support/identityPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

ruleTest(writeUnscoped, {
  valid: {
    'one key': policyOn(allowing('"kms:Encrypt"', KEY)),
    'a condition': policyOn(allowing('"kms:Encrypt"', '"*"', WITH_MFA)),
    'an action that takes no resource': policyOn(allowing('"kms:CreateKey"')),
    reading: policyOn(allowing('["kms:ListKeys", "logs:DescribeLogGroups"]')),
    'what other rules report': policyOn(
      allowing(
        '["kms:*", "kms:PutKeyPolicy", "kms:DisableKey", "iam:PassRole", "iam:PutRolePolicy", "sts:AssumeRole"]',
      ),
    ),
    'a half-typed statement': '{ "Statement": [{ "Effect": "Allow", "Action": "kms:Encrypt", "Resource": "*", "C',
  },
  invalid: {
    'every key': { text: policyOn(allowing('«"kms:Encrypt"»')), message: 'can be limited to resources' },
    'a pattern, with the first of its actions': {
      text: policyOn(allowing('["kms:ListKeys", «"logs:Put*"»]', '"arn:aws:logs:*:*:*"')),
      message: '…',
    },
  },
});
