import { actionReencryptName } from '../../server/src/rules/action-reencrypt-name.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (action: string) => `{ "Version": "2012-10-17", "Statement": [{ "Sid": "관리",
  "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": ${action}, "Resource": "*" }] }`;

ruleTest(actionReencryptName, {
  valid: {
    'the permissions': policy('["kms:ReEncryptFrom", "kms:ReEncryptTo"]'),
    'the pattern': policy('"kms:ReEncrypt*"'),
    'a template': policy('"kms:ReEncrypt${suffix}"'),
  },
  invalid: {
    'the API operation': {
      text: policy('«"kms:ReEncrypt"»'),
      fixed: policy('"kms:ReEncrypt*"'),
      message: '"kms:ReEncryptFrom"',
    },
    'the API operation beside the pattern that covers both': {
      text: policy('["kms:reencrypt*", «"KMS:reencrypt"»]'),
      fixed: policy('["kms:reencrypt*"]'),
    },
    'an identity policy, twice':
      '{ "Statement": [{ "Effect": "Allow", "Action": «"kms:ReEncrypt"», "Resource": "*" }, { "Effect": "Deny", "NotAction": [«"kms:ReEncrypt"»], "Resource": "*" }] }',
  },
});
