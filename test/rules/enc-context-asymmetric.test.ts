import { encContextAsymmetric } from '../../server/src/rules/enc-context-asymmetric.js';
import { identityWithCondition, withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const APP = '{ "StringEquals": { "kms:EncryptionContext:App": "x" } }';
const RSA = { keySpec: 'RSA_2048', keyUsage: 'ENCRYPT_DECRYPT' };

ruleTest(encContextAsymmetric, {
  valid: {
    'a key of which nothing is known': withCondition(APP),
    'a symmetric key': { text: withCondition(APP), facts: { keySpec: 'SYMMETRIC_DEFAULT' } },
    'usage for encryption, which leaves both': withCondition(
      '{ "StringEquals": { "kms:KeyUsage": "ENCRYPT_DECRYPT", "kms:EncryptionContext:App": "x" } }',
    ),
    'another condition': { text: withCondition('{ "StringEquals": { "kms:RequestAlias": "alias/a" } }'), facts: RSA },
    'IfExists, which the absent key passes': {
      text: withCondition('{ "StringEqualsIfExists": { "kms:EncryptionContext:App": "x" } }'),
      facts: RSA,
    },
    'a test for absence': {
      text: withCondition('{ "Null": { "kms:EncryptionContextKeys": "true" } }'),
      facts: RSA,
    },
    'actions without a context, of which another rule speaks': {
      text: withCondition(APP, { action: '["kms:Sign", "kms:DescribeKey"]' }),
      facts: { keySpec: 'RSA_2048', keyUsage: 'SIGN_VERIFY' },
    },
    'an IAM policy, whose keys are others': { text: identityWithCondition(APP), facts: RSA },
    'a half-typed condition': {
      text: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": "*", "Action": "kms:Decrypt", "Condition": { "StringEquals": { "kms:EncryptionContext:App": ',
      facts: RSA,
    },
  },
  invalid: {
    'an RSA key': {
      text: withCondition(
        '{ "StringEquals": { «"kms:EncryptionContext:App"»: "x", "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }',
      ),
      facts: RSA,
      message: '"RSA_2048, ENCRYPT_DECRYPT"',
      fixed: withCondition('{ "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }'),
    },
    'an HMAC key, everything, a Deny': {
      text: withCondition('{ "Null": { «"KMS:EncryptionContextKeys"»: "false" } }', {
        effect: 'Deny',
        action: '"kms:*"',
      }),
      facts: { keySpec: 'HMAC_256' },
    },
    'by a condition of the statement': withCondition(
      '{ "StringEquals": { "kms:KeySpec": ["RSA_2048", "RSA_4096"] }, "StringLike": { «"kms:EncryptionContext:App"»: "*" } }',
    ),
    'by a condition in an IAM policy': identityWithCondition(
      '{ "StringEquals": { "kms:KeySpec": "SM2", «"kms:EncryptionContext:App"»: "x" } }',
    ),
    'two pairs': {
      text: withCondition(
        '{ "StringEquals": { «"kms:EncryptionContext:App"»: "x", «"kms:EncryptionContext:Stage"»: "prod" } }',
      ),
      facts: RSA,
      fixed:
        '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "kms:Decrypt", "Resource": "*" }] }',
    },
  },
});
