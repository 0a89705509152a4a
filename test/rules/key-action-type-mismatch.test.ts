import { keyActionTypeMismatch } from '../../server/src/rules/key-action-type-mismatch.js';
import { allow, keyPolicy, role } from '../support/adminPolicy.js';
import { identityWithCondition, withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const keyOf = (key: string, value: string, operator = 'StringEquals') => `{ "${operator}": { "${key}": ${value} } }`;
const RSA_SIGNING = { keySpec: 'RSA_2048', keyUsage: 'SIGN_VERIFY' };
const plain = (action: string) => keyPolicy([allow(role('App'), action)]);

ruleTest(keyActionTypeMismatch, {
  valid: {
    'a key of which nothing is known': plain('["kms:Sign", "kms:Encrypt", "kms:GenerateMac"]'),
    'actions that fit': { text: plain('["kms:Sign", "kms:Verify", "kms:GetPublicKey"]'), facts: RSA_SIGNING },
    'management, which every key takes': { text: plain('["kms:PutKeyPolicy", "kms:TagResource"]'), facts: RSA_SIGNING },
    'patterns, which stand for whatever the key can do': {
      text: plain('["kms:*", "kms:Encrypt*", "kms:GenerateDataKey*"]'),
      facts: RSA_SIGNING,
    },
    'a usage that leaves two types': withCondition(keyOf('kms:KeySpec', '"RSA_2048"'), {
      action: '["kms:Encrypt", "kms:Sign"]',
    }),
    'several specs, of which one can do it': withCondition(keyOf('kms:KeySpec', '["RSA_2048", "SYMMETRIC_DEFAULT"]'), {
      action: '"kms:GenerateDataKey"',
    }),
    'a pattern of specs': withCondition(keyOf('kms:KeySpec', '"RSA_*"', 'StringLike'), {
      action: '"kms:GenerateDataKey"',
    }),
    'a spec that may be absent': withCondition(keyOf('kms:KeySpec', '"RSA_2048"', 'StringEqualsIfExists'), {
      action: '"kms:GenerateDataKey"',
    }),
    'every spec but one': withCondition(keyOf('kms:KeySpec', '"SYMMETRIC_DEFAULT"', 'StringNotEquals'), {
      action: '"kms:GenerateDataKey"',
    }),
    'a condition that contradicts the key, so that nothing applies': {
      text: withCondition(keyOf('kms:KeySpec', '"SYMMETRIC_DEFAULT"'), { action: '"kms:Sign"' }),
      facts: RSA_SIGNING,
    },
    'a spec that nobody knows': { text: plain('"kms:Sign"'), facts: { keySpec: 'FUTURE_9' } },
    'a Deny': withCondition(keyOf('kms:KeyUsage', '"SIGN_VERIFY"'), { effect: 'Deny', action: '"kms:Encrypt"' }),
    'an IAM policy, whose keys are others': {
      text: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "kms:Encrypt", "Resource": "arn:aws:kms:us-east-1:111122223333:key/*" }] }',
      facts: RSA_SIGNING,
    },
    'replication of a multi-Region key': { text: plain('"kms:ReplicateKey"'), facts: { multiRegion: true } },
    'import of an imported key': { text: plain('"kms:ImportKeyMaterial"'), facts: { keyOrigin: 'EXTERNAL' } },
  },
  invalid: {
    'encryption with a signing key': {
      text: plain('["kms:Sign", «"kms:Encrypt"»]'),
      facts: RSA_SIGNING,
      message: '"RSA_2048, SIGN_VERIFY"',
      fixed: plain('["kms:Sign"]'),
    },
    'one action': { text: plain('«"kms:Decrypt"»'), facts: RSA_SIGNING, fixed: null },
    'signing and MACs with a symmetric key, in other letter case': {
      text: plain('[«"KMS:sign"», «"kms:GenerateMac"», "kms:Decrypt"]'),
      facts: { keySpec: 'SYMMETRIC_DEFAULT' },
    },
    'data keys from RSA': { text: plain('["kms:Decrypt", «"kms:GenerateDataKey"»]'), facts: { keySpec: 'RSA_4096' } },
    'a shared secret from a signing key': { text: plain('«"kms:DeriveSharedSecret"»'), facts: RSA_SIGNING },
    'what the condition says': withCondition(keyOf('kms:KeyUsage', '"GENERATE_VERIFY_MAC"'), {
      action: '["kms:GenerateMac", «"kms:Encrypt"»]',
    }),
    'the deprecated name of the condition key, in an IAM policy': identityWithCondition(
      keyOf('KMS:customerMasterKeySpec', '["HMAC_256", "HMAC_512"]'),
      '["kms:VerifyMac", «"kms:Decrypt"»]',
    ),
    'a single-Region key': {
      text: plain('["kms:DescribeKey", «"kms:ReplicateKey"», «"kms:UpdatePrimaryRegion"»]'),
      facts: { multiRegion: false },
    },
    'a single-Region key by its condition': withCondition('{ "Bool": { "kms:MultiRegion": "false" } }', {
      action: '«"kms:ReplicateKey"»',
    }),
    'key material of KMS': {
      text: plain('[«"kms:ImportKeyMaterial"», "kms:EnableKeyRotation"]'),
      facts: { keyOrigin: 'AWS_KMS' },
      message: '"AWS_KMS"',
    },
    'imported key material': {
      text: plain('["kms:ImportKeyMaterial", «"kms:EnableKeyRotation"»]'),
      facts: { keyOrigin: 'EXTERNAL' },
      message: '"EXTERNAL"',
    },
    'two statements': {
      text: keyPolicy([allow(role('A'), '«"kms:Encrypt"»'), allow(role('B'), '«"kms:Decrypt"»')]),
      facts: RSA_SIGNING,
    },
  },
});
