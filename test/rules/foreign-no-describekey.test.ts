import { foreignNoDescribekey } from '../../server/src/rules/foreign-no-describekey.js';
import { ACCOUNT_STATEMENT, allow, keyPolicy, role } from '../support/adminPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const OTHER = '{ "AWS": "arn:aws:iam::444455556666:root" }';

ruleTest(foreignNoDescribekey, {
  valid: {
    'DescribeKey in the statement': keyPolicy([ACCOUNT_STATEMENT, allow(OTHER, '["kms:Decrypt", "kms:DescribeKey"]')]),
    'DescribeKey in another statement': keyPolicy([
      ACCOUNT_STATEMENT,
      allow(OTHER, '"kms:Decrypt"'),
      allow('{ "AWS": "444455556666" }', '"kms:Describe*"'),
    ]),
    'DescribeKey for everyone': keyPolicy([
      ACCOUNT_STATEMENT,
      allow(OTHER, '"kms:Decrypt"'),
      allow('"*"', '"kms:DescribeKey"'),
    ]),
    'the own account': keyPolicy([ACCOUNT_STATEMENT, allow(role('App'), '"kms:Decrypt"')]),
    'no use of the key': keyPolicy([ACCOUNT_STATEMENT, allow(OTHER, '"kms:GetPublicKey"')]),
    'an owner who is not known': keyPolicy([allow(OTHER, '"kms:Decrypt"')]),
  },
  invalid: {
    'Decrypt alone': {
      text: keyPolicy([ACCOUNT_STATEMENT, allow('{ "AWS": «"arn:aws:iam::444455556666:root"» }', '"kms:Decrypt"')]),
      fixed: keyPolicy([ACCOUNT_STATEMENT, allow(OTHER, '["kms:Decrypt", "kms:DescribeKey"]')]),
    },
    'one of two accounts': keyPolicy([
      ACCOUNT_STATEMENT,
      allow('{ "AWS": ["arn:aws:iam::444455556666:root", «"777788889999"»] }', '["kms:Encrypt"]'),
      allow(OTHER, '"kms:DescribeKey"'),
    ]),
    'a statement with conditions': {
      text: keyPolicy([
        ACCOUNT_STATEMENT,
        allow('{ "AWS": «"444455556666"» }', '"kms:Decrypt"').replace(
          / \}$/,
          ', "Condition": { "StringEquals": { "kms:EncryptionContext:App": "x" } } }',
        ),
      ]),
      fixed: null,
    },
    'with the account known': {
      text: keyPolicy([allow('{ "AWS": «"444455556666"» }', '"kms:Decrypt"')]),
      facts: { account: '111122223333' },
    },
  },
});
