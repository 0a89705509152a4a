import { nobodyEncrypts } from '../../server/src/rules/nobody-encrypts.js';
import { ACCOUNT_STATEMENT, allow, keyPolicy, role } from '../support/adminPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const ADMIN = allow(role('Admin'), '["kms:Create*", "kms:Put*", "kms:Get*", "kms:DescribeKey"]');

ruleTest(nobodyEncrypts, {
  valid: {
    'a user': keyPolicy([ADMIN, allow(role('User'), '"kms:Decrypt"')]),
    'a signer': keyPolicy([ADMIN, allow(role('User'), '"kms:Sign"')]),
    'the account': keyPolicy([ACCOUNT_STATEMENT, ADMIN]),
    'an administrator who may do all': keyPolicy([allow(role('A'))]),
    'somebody who may create grants': keyPolicy([ADMIN, allow(role('User'), '"kms:CreateGrant"')]),
    'nobody at all, of which lockout-no-putkeypolicy speaks': keyPolicy([allow(role('A'), '"kms:DescribeKey"')]),
    'a half-typed policy': `{ "Version": "2012-10-17", "Statement": [${ADMIN}, {`,
  },
  invalid: {
    'administrators alone': {
      text: keyPolicy([ADMIN, ADMIN], '«"Statement"»'),
      fixed: keyPolicy([ACCOUNT_STATEMENT, ADMIN, ADMIN]),
    },
    'a Deny for users': keyPolicy(
      [ADMIN, allow(role('User'), '"kms:Decrypt"').replace('Allow', 'Deny')],
      '«"Statement"»',
    ),
  },
});
