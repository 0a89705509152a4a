import { enclaveWrongAction } from '../../server/src/rules/enclave-wrong-action.js';
import { identityWithCondition, withCondition } from '../support/conditionPolicy.js';
import { attested } from '../support/enclavePolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const test = (action: string, condition = attested()) => withCondition(condition, { action });

ruleTest(enclaveWrongAction, {
  valid: {
    'what takes a document': test(
      '["kms:Decrypt", "kms:DeriveSharedSecret", "kms:GenerateDataKey", "kms:GenerateDataKeyPair", "kms:GenerateRandom"]',
    ),
    'patterns that cover some of it': test('["kms:GenerateDataKey*", "kms:De*"]'),
    everything: test('"kms:*"'),
    'another condition': test('"kms:Encrypt"', '{ "StringEquals": { "kms:CallerAccount": "111122223333" } }'),
    'IfExists, which the absent key passes': test('"kms:Encrypt"', attested('StringEqualsIfExists')),
    'a Deny': withCondition(attested(), { effect: 'Deny', action: '"kms:Encrypt"' }),
    'a half-typed action':
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": "*", "Condition": { "StringEquals": { "kms:RecipientAttestation:PCR0": "x" } }, "Action": ["kms:Encrypt',
  },
  invalid: {
    encryption: {
      text: test('["kms:Decrypt", «"kms:Encrypt"»]'),
      fixed: test('["kms:Decrypt"]').replace(
        '} }] }',
        '} }, { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "kms:Encrypt", "Resource": "*" }] }',
      ),
      message: '"kms:RecipientAttestation:PCR0"',
    },
    'DescribeKey and a pattern, in other letter case': test(
      '["kms:Decrypt", «"KMS:describekey"»,\n «"kms:ReEncrypt*"»]',
    ),
    'one action in an IAM policy': {
      text: identityWithCondition(attested('StringEquals', 'ImageSha384'), '«"kms:Sign"»'),
      fixed: null,
    },
  },
});
