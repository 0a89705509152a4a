import { keyNoIamDelegation } from '../../server/src/rules/key-no-iam-delegation.js';
import { ACCOUNT_STATEMENT, allow, keyPolicy, role } from '../support/adminPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const ADMINS = [allow(role('Admin')), allow(role('BreakGlass'), '"kms:Put*"')];
const MARKED = '«"Statement"»';

ruleTest(keyNoIamDelegation, {
  valid: {
    'the account statement': keyPolicy([ACCOUNT_STATEMENT, ...ADMINS]),
    'an account with fewer actions': keyPolicy([allow('{ "AWS": "111122223333" }', '"kms:Decrypt"'), ...ADMINS]),
    everyone: keyPolicy([allow('"*"', '"kms:Decrypt"'), ...ADMINS]),
    'one administrator, which lockout-single-admin reports': keyPolicy([allow(role('Admin'))]),
    'nobody, which lockout-no-putkeypolicy reports': keyPolicy([allow(role('App'), '"kms:Decrypt"')]),
    'a principal that a template fills in': keyPolicy([
      allow('{ "AWS": "{{ account }}" }', '"kms:Decrypt"'),
      ...ADMINS,
    ]),
    'a half-typed document': `{ "Version": "2012-10-17", "Statement": [${ADMINS.join(', ')}, {`,
    'no statement': '{ "Version": "2012-10-17", "Statement": [] }',
  },
  invalid: {
    'roles only': {
      text: keyPolicy(ADMINS, MARKED),
      fixed: keyPolicy([ACCOUNT_STATEMENT, ...ADMINS]),
      message: 'IAM policies',
    },
    'an account that is only denied': keyPolicy(
      [...ADMINS, allow('{ "AWS": "111122223333" }').replace('Allow', 'Deny').replace('kms:*', 'kms:Decrypt')],
      MARKED,
    ),
    'roles of two accounts': {
      text: keyPolicy([allow(role('Admin')), allow('{ "AWS":\n "arn:aws:iam::444455556666:role/Admin" }')], MARKED),
      fixed: null,
    },
  },
});
