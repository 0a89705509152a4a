import { trailReaderNoContext } from '../../server/src/rules/trail-reader-no-context.js';
import { ACCOUNT_STATEMENT, allow, keyPolicy, role } from '../support/adminPolicy.js';
import { ruleTest } from '../support/ruleTest.js';
import { serviceStatement } from '../support/serviceStatement.js';

const TRAIL = serviceStatement('"cloudtrail.amazonaws.com"', {
  action: '"kms:GenerateDataKey*"',
  condition:
    '{ "StringLike": { "kms:EncryptionContext:aws:cloudtrail:arn": "arn:aws:cloudtrail:*:111122223333:trail/*" } }',
});
const ONLY_TRAILS = '"Condition": { "Null": { "kms:EncryptionContext:aws:cloudtrail:arn": "false" } } }';
const MARKED = '{ "AWS": «"arn:aws:iam::111122223333:role/Reader"» }';

const keyPolicyOf = (...statements: string[]) => keyPolicy([ACCOUNT_STATEMENT, ...statements]);

ruleTest(trailReaderNoContext, {
  valid: {
    "AWS's statement": keyPolicyOf(TRAIL, allow(role('Reader'), '"kms:Decrypt"').replace(/}$/, `, ${ONLY_TRAILS}`)),
    'a key without a trail': keyPolicyOf(allow(role('Reader'), '"kms:Decrypt"')),
    'an administrator': keyPolicyOf(TRAIL, allow(role('Admin'))),
    'no decryption': keyPolicyOf(TRAIL, allow(role('Writer'), '"kms:Encrypt"')),
    'a half-typed policy': keyPolicyOf(TRAIL, allow(role('Reader'), '"kms:Decrypt"')).slice(0, -3),
  },
  invalid: {
    'decryption alone': {
      text: keyPolicyOf(TRAIL, allow(MARKED, '"kms:Decrypt"')),
      fixed: keyPolicyOf(TRAIL, allow(role('Reader'), '"kms:Decrypt"').replace(/ }$/, `, ${ONLY_TRAILS}`)),
    },
    'beside an action without a context': {
      text: keyPolicyOf(TRAIL, allow(MARKED, '["kms:DescribeKey", "kms:Decrypt"]')),
      fixed: keyPolicyOf(
        TRAIL,
        allow(role('Reader'), '["kms:DescribeKey"]'),
        allow(role('Reader'), '"kms:Decrypt"').replace(/ }$/, `, ${ONLY_TRAILS}`),
      ),
    },
    'two readers, one by a pattern': keyPolicyOf(
      TRAIL,
      allow(MARKED, '"kms:Dec*"'),
      allow(MARKED.replace('Reader', 'Auditor'), '["kms:Decrypt"]'),
    ),
  },
});
