import { keyRootOtherAccount } from '../../server/src/rules/key-root-other-account.js';
import { ACCOUNT_STATEMENT, allow, keyPolicy, role } from '../support/adminPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

ruleTest(keyRootOtherAccount, {
  valid: {
    'nothing known of the account': keyPolicy([ACCOUNT_STATEMENT]),
    'the own account': { text: keyPolicy([ACCOUNT_STATEMENT]), facts: { account: '111122223333' } },
    'another account beside the own one': {
      text: keyPolicy([ACCOUNT_STATEMENT, allow('{ "AWS": "444455556666" }')]),
      facts: { account: '444455556666' },
    },
    'an administrator of the own account': {
      text: keyPolicy([ACCOUNT_STATEMENT, allow('{ "AWS": "arn:aws:iam::444455556666:role/Admin" }')]),
      facts: { account: '444455556666' },
    },
    'everyone under a condition': {
      text: keyPolicy([
        ACCOUNT_STATEMENT,
        '{ "Effect": "Allow", "Principal": "*", "Action": "kms:*", "Resource": "*", "Condition": { "StringEquals": { "kms:CallerAccount": "444455556666" } } }',
      ]),
      facts: { account: '444455556666' },
    },
    'the use of the key': {
      text: keyPolicy([allow('{ "AWS": "111122223333" }', '"kms:Decrypt"')]),
      facts: { account: '444455556666' },
    },
    'a role of another account, of which lockout-caller may speak': {
      text: keyPolicy([allow(role('A'))]),
      facts: { account: '444455556666' },
    },
    'something known at deployment': {
      text: keyPolicy([ACCOUNT_STATEMENT, allow('{ "AWS": "{{ account }}" }')]),
      facts: { account: '444455556666' },
    },
    'a half-typed policy': {
      text: `{ "Version": "2012-10-17", "Statement": [${ACCOUNT_STATEMENT}, { "Effect": "Allow"`,
      facts: { account: '444455556666' },
    },
  },
  invalid: {
    'the account of an example': {
      text: keyPolicy([allow('{ "AWS": «"arn:aws:iam::111122223333:root"» }')]),
      facts: { account: '444455556666' },
      message: 'the key belongs to account 444455556666',
      fixed: keyPolicy([allow('{ "AWS": "arn:aws:iam::444455556666:root" }')]),
    },
    'digits, and another partition': {
      text: keyPolicy([
        allow('{ "AWS": [«"111122223333"», «"arn:aws-cn:iam::123456789012:root"»] }'),
        allow(role('A')),
      ]),
      facts: { account: '444455556666' },
      fixed: keyPolicy([allow('{ "AWS": ["444455556666", "arn:aws-cn:iam::123456789012:root"] }'), allow(role('A'))]),
    },
  },
});
