import { keyGrantCondOnCrypto } from '../../server/src/rules/key-grant-cond-on-crypto.js';
import { identityWithCondition, withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const BY_SERVICE = '{ "Bool": { "kms:GrantIsForAWSResource": "true" } }';
const test = (action: string, condition = BY_SERVICE) => withCondition(condition, { action });

ruleTest(keyGrantCondOnCrypto, {
  valid: {
    "the console's statement for grants": test('["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"]'),
    'delegation to a named role': test(
      '"kms:CreateGrant"',
      '{ "ForAllValues:StringEquals": { "kms:GrantOperations": ["Encrypt"] }, "StringEquals": { "kms:GranteePrincipal": "arn:aws:iam::111122223333:role/Worker" } }',
    ),
    everything: test('"kms:*"'),
    'a pattern that covers grants too': test('"kms:Create*"'),
    'decryption under another condition': test('"kms:Decrypt"', '{ "Bool": { "kms:MultiRegion": "true" } }'),
    'a condition on the encryption context': test(
      '["kms:CreateGrant", "kms:Decrypt"]',
      '{ "StringEquals": { "kms:EncryptionContext:App": "x" } }',
    ),
    'IfExists, which the absent key passes': test(
      '"kms:Decrypt"',
      '{ "BoolIfExists": { "kms:GrantIsForAWSResource": "true" } }',
    ),
    'ForAllValues, which the absent key passes': test(
      '"kms:Decrypt"',
      '{ "ForAllValues:StringEquals": { "kms:GrantOperations": "Decrypt" } }',
    ),
    'a Deny': withCondition(BY_SERVICE, { effect: 'Deny', action: '"kms:Decrypt"' }),
    'a half-typed action':
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": "*", "Condition": { "Bool": { "kms:GrantIsForAWSResource": "true" } }, "Action": ["kms:Decrypt',
  },
  invalid: {
    decryption: {
      text: test('["kms:CreateGrant", «"kms:Decrypt"»]'),
      fixed: test('["kms:CreateGrant"]').replace(
        '} }] }',
        '} }, { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "kms:Decrypt", "Resource": "*" }] }',
      ),
      message: '"kms:GrantIsForAWSResource"',
    },
    'patterns, in other letter case': test('["kms:CreateGrant", «"KMS:generatedatakey*"»,\n «"kms:ReEncrypt*"»]'),
    DescribeKey: test('["kms:CreateGrant", «"kms:DescribeKey"»]'),
    'one action': { text: test('«"kms:Encrypt"»'), fixed: null },
    'another key of grants in an IAM policy': identityWithCondition(
      '{ "StringEquals": { "KMS:GrantConstraintType": "EncryptionContextEquals" } }',
      '["kms:CreateGrant", «"kms:Sign"»]',
    ),
  },
});
