import { reencryptHalf } from '../../server/src/rules/reencrypt-half.js';
import { ACCOUNT_STATEMENT, allow, keyPolicy, role } from '../support/adminPolicy.js';
import { identityWithCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const app = (action: string) => keyPolicy([ACCOUNT_STATEMENT, allow(role('App'), action)]);

ruleTest(reencryptHalf, {
  valid: {
    'both by a pattern': app('["kms:Decrypt", "kms:ReEncrypt*"]'),
    'both by name': app('["kms:ReEncryptFrom", "kms:ReEncryptTo"]'),
    'both in two statements': keyPolicy([
      allow(role('A'), '"kms:ReEncryptFrom"'),
      allow(role('A'), '"kms:ReEncryptTo"'),
    ]),
    neither: app('"kms:Decrypt"'),
    everything: app('"kms:*"'),
    'a Deny': app('"kms:ReEncryptTo"').replace(
      /"Allow"(?=[^"]*"Principal": { "AWS": "arn:aws:iam::111122223333:role)/,
      '"Deny"',
    ),
    'a half-typed list': app('["kms:ReEncryptFrom"]').slice(0, -24),
  },
  invalid: {
    'the source alone': {
      text: app('["kms:Decrypt", «"kms:ReEncryptFrom"»]'),
      fixed: app('["kms:Decrypt", "kms:ReEncrypt*"]'),
    },
    'the target alone, in other letter case': {
      text: app('«"KMS:reencryptto"»'),
      fixed: app('"kms:ReEncrypt*"'),
    },
    'a pattern, in an IAM policy': {
      text: identityWithCondition('{ "Bool": { "aws:SecureTransport": "true" } }', '«"kms:ReEncryptF*"»'),
      fixed: null,
    },
  },
});
