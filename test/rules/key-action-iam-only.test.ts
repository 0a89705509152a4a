import { keyActionIamOnly } from '../../server/src/rules/key-action-iam-only.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (action: string) => `{ "Version": "2012-10-17", "Statement": [{ "Sid": "관리",
  "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": ${action}, "Resource": "*" }] }`;

ruleTest(keyActionIamOnly, {
  valid: {
    'actions on a key': policy('["kms:Decrypt", "kms:CreateAlias", "kms:CreateGrant"]'),
    'the patterns of the statement that the console writes for administrators': policy(
      '["kms:Create*", "kms:Describe*", "kms:List*", "kms:Update*", "kms:Delete*"]',
    ),
    everything: policy('"kms:*"'),
    'RetireGrant, which key-action-retiregrant reports': policy('"kms:RetireGrant"'),
    exceptions: policy('["kms:ListKeys"]').replace('"Action"', '"NotAction"'),
    'an identity policy':
      '{ "Statement": { "Effect": "Allow", "Action": ["kms:ListKeys", "kms:CreateKey"], "Resource": "*" } }',
    'a template': policy('"kms:List${what}"'),
  },
  invalid: {
    'an action without a key': { text: policy('«"kms:ListKeys"»'), fixed: null, message: 'no effect in a key policy' },
    'several among others, in any letter case': {
      text: policy('[«"kms:CreateKey"», "kms:Decrypt", «"KMS:listaliases"», «"kms:GenerateRandom"»]'),
      fixed: policy('["kms:Decrypt"]'),
    },
    'custom key stores': policy(
      '[«"kms:CreateCustomKeyStore"», «"kms:ConnectCustomKeyStore"», «"kms:ListRetirableGrants"»]',
    ),
    'a Deny, which is as void': policy('«"kms:CreateKey"»').replace('Allow', 'Deny'),
  },
});
