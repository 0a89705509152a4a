import { actionRedundant } from '../../server/src/rules/action-redundant.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (action: string) => `{ "Version": "2012-10-17", "Statement": [{ "Sid": "관리",
  "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": ${action}, "Resource": "*" }] }`;

ruleTest(actionRedundant, {
  valid: {
    'actions that cover each other in no way': policy('["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*"]'),
    'the statement that AWS publishes for CloudWatch Logs': policy(
      '["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"]',
    ),
    'a single value': policy('"kms:*"'),
    'a question mark, which covers no star': policy('["kms:Encryp?", "kms:Encryp*t"]'),
    'patterns that say the same in two ways': policy('["kms:*", "kms:**"]'),
    'a template': policy('["kms:*", "${action}"]'),
    'the same action in two statements': `{ "Statement": [
      { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "kms:*", "Resource": "*" },
      { "Effect": "Allow", "Principal": { "AWS": "444455556666" }, "Action": "kms:Decrypt", "Resource": "*" }] }`,
  },
  invalid: {
    'an action that everything covers': {
      text: policy('[«"kms:Decrypt"», "kms:*"]'),
      fixed: policy('["kms:*"]'),
      message: 'covered by "kms:*"',
    },
    'a pattern that a wider one covers': {
      text: policy('["kms:G*", «"kms:Get*"», «"kms:GenerateDataKey*"»]'),
      fixed: policy('["kms:G*"]'),
    },
    'an action that is listed twice, in other letter case': {
      text: policy('["kms:Decrypt", «"KMS:decrypt"»]'),
      fixed: policy('["kms:Decrypt"]'),
      message: 'twice',
    },
    'a star for everything': { text: policy('["*", «"kms:*"»]'), fixed: policy('["*"]') },
    exceptions: policy('["kms:D*", «"kms:Decrypt"»]').replace('"Action"', '"NotAction"'),
  },
});
