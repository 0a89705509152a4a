import { keyActionCrossAccountVoid } from '../../server/src/rules/key-action-cross-account-void.js';
import { ACCOUNT_STATEMENT, allow, keyPolicy, role } from '../support/adminPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const OTHER = '{ "AWS": "arn:aws:iam::444455556666:root" }';

ruleTest(keyActionCrossAccountVoid, {
  valid: {
    'actions that work across accounts': keyPolicy([
      ACCOUNT_STATEMENT,
      allow(
        OTHER,
        '["kms:Decrypt", "kms:CreateGrant", "kms:DescribeKey", "kms:GetPublicKey", "kms:GetKeyRotationStatus"]',
      ),
    ]),
    'a pattern that covers some of them': keyPolicy([ACCOUNT_STATEMENT, allow(OTHER, '"kms:Get*"')]),
    'management for the own account': keyPolicy([ACCOUNT_STATEMENT, allow(role('Admin'), '"kms:ScheduleKeyDeletion"')]),
    'both accounts in one statement': keyPolicy([
      ACCOUNT_STATEMENT,
      allow('{ "AWS": ["111122223333", "444455556666"] }', '"kms:ScheduleKeyDeletion"'),
    ]),
    'two accounts that may change the policy, so that the owner is not known': keyPolicy([
      ACCOUNT_STATEMENT,
      allow(OTHER, '["kms:PutKeyPolicy", "kms:EnableKey"]'),
    ]),
    'everyone beside, so that the owner is not known': keyPolicy([
      ACCOUNT_STATEMENT,
      allow('"*"'),
      allow(OTHER, '"kms:EnableKey"'),
    ]),
    'a Deny': keyPolicy([ACCOUNT_STATEMENT, allow(OTHER, '"kms:EnableKey"').replace('Allow', 'Deny')]),
    'actions for IAM policies, which key-action-iam-only reports': keyPolicy([
      ACCOUNT_STATEMENT,
      allow(OTHER, '["kms:ListKeys", "kms:RetireGrant"]'),
    ]),
    'a service': keyPolicy([ACCOUNT_STATEMENT, allow('{ "Service": "sns.amazonaws.com" }', '"kms:EnableKey"')]),
    'the account of an example, which key-root-other-account reports': {
      text: keyPolicy([ACCOUNT_STATEMENT]),
      facts: { account: '444455556666' },
    },
  },
  invalid: {
    'management for another account': {
      text: keyPolicy([
        ACCOUNT_STATEMENT,
        allow(OTHER, '["kms:Decrypt", «"kms:ScheduleKeyDeletion"», «"KMS:disable*"»]'),
      ]),
      message: 'another account than 111122223333',
      fixed: keyPolicy([ACCOUNT_STATEMENT, allow(OTHER, '["kms:Decrypt"]')]),
    },
    'the only action': {
      text: keyPolicy([
        ACCOUNT_STATEMENT,
        allow('{ "AWS": "arn:aws:iam::444455556666:role/Ops" }', '«"kms:TagResource"»'),
      ]),
      fixed: null,
    },
    'the change of the policy, with the account known': {
      text: keyPolicy([ACCOUNT_STATEMENT, allow(OTHER, '["kms:Decrypt", «"kms:PutKeyPolicy"»]')]),
      facts: { account: '111122223333' },
    },
  },
});
