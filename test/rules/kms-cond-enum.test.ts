import { kmsCondEnum } from '../../server/src/rules/kms-cond-enum.js';
import { identityWithCondition, withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const test = (operator: string, key: string, value: string) =>
  withCondition(`{ "${operator}": { "${key}": ${value} } }`);

ruleTest(kmsCondEnum, {
  valid: {
    'a key spec': test('StringEquals', 'kms:KeySpec', '"SYMMETRIC_DEFAULT"'),
    'a pattern that some value meets': test('StringLike', 'kms:KeySpec', '"RSA_*"'),
    'another letter case under an operator that ignores it': test(
      'StringEqualsIgnoreCase',
      'kms:KeyUsage',
      '"encrypt_decrypt"',
    ),
    'grant operations': test(
      'ForAllValues:StringEquals',
      'kms:GrantOperations',
      '["Encrypt", "ReEncryptTo", "DescribeKey"]',
    ),
    'a grant constraint': test('StringEquals', 'kms:GrantConstraintType', '"EncryptionContextEquals"'),
    'an algorithm of China': test('StringEquals', 'kms:EncryptionAlgorithm', '"SM2PKE"'),
    'a key without enumeration': test('StringEquals', 'kms:ViaService', '"x"'),
    'a wildcard that is no wildcard, which cond-wildcard-needs-like reports': test(
      'StringEquals',
      'kms:KeySpec',
      '"RSA_*"',
    ),
    'a policy variable': test('StringEquals', 'kms:KeySpec', '"${aws:PrincipalTag/spec}"'),
    Null: test('Null', 'kms:KeySpec', '"true"'),
    'a half-typed value':
      '{ "Version": "2012-10-17", "Statement": [{ "Principal": "*", "Action": "kms:*", "Condition": { "StringEquals": { "kms:KeySpec": "SYM',
  },
  invalid: {
    'a misspelt key spec': {
      text: test('StringEquals', 'kms:KeySpec', '«"SYMETRIC_DEFAULT"»'),
      fixed: test('StringEquals', 'kms:KeySpec', '"SYMMETRIC_DEFAULT"'),
      message: 'to be "SYMMETRIC_DEFAULT"',
    },
    'a value in lower case': {
      text: test('StringNotEquals', 'KMS:keyusage', '«"encrypt_decrypt"»'),
      fixed: test('StringNotEquals', 'KMS:keyusage', '"ENCRYPT_DECRYPT"'),
    },
    'a blank for an underscore': {
      text: test('StringEquals', 'kms:KeyOrigin', '«"AWS KMS"»'),
      fixed: test('StringEquals', 'kms:KeyOrigin', '"AWS_KMS"'),
    },
    'a grant operation with prefix': {
      text: test('ForAnyValue:StringEquals', 'kms:GrantOperations', '["Decrypt", «"kms:Encrypt"»]'),
      fixed: test('ForAnyValue:StringEquals', 'kms:GrantOperations', '["Decrypt", "Encrypt"]'),
    },
    'an IAM policy': identityWithCondition('{ "StringEquals": { "kms:KeySpec": «"RSA_2084"» } }'),
    'two values': test('StringEquals', 'kms:MessageType', '[«"RAWS"»,\n «"DIGESTS"»]'),
  },
});

ruleTest(kmsCondEnum, {
  valid: {},
  invalid: {
    'a value that resembles none, more quietly': {
      text: test('StringEquals', 'kms:KeySpec', '«"키"»'),
      fixed: null,
      level: 'warning',
    },
    'a pattern that no value meets': {
      text: test('StringLike', 'kms:KeySpec', '«"DSA_*"»'),
      fixed: null,
      level: 'warning',
    },
  },
});
