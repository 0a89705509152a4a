import { condNegatedDenyAbsent } from '../../server/src/rules/cond-negated-deny-absent.js';
import { identityWithCondition, withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const ALGORITHM = '{ "StringNotEquals": { "kms:EncryptionAlgorithm": "SYMMETRIC_DEFAULT" } }';
const VIA = '{ "StringNotEquals": { "kms:ViaService": "s3.us-east-1.amazonaws.com" } }';

/** A Deny for everyone alone could be an endpoint policy as well. */
const inKeyPolicy = (text: string) => ({ text, kind: 'key-policy' as const });

ruleTest(condNegatedDenyAbsent, {
  valid: {
    'an action that carries the key': withCondition(ALGORITHM, { effect: 'Deny', action: '"kms:Encrypt"' }),
    'an Allow': withCondition(ALGORITHM, { action: '"kms:DescribeKey"' }),
    'a positive test': withCondition('{ "StringEquals": { "kms:EncryptionAlgorithm": "SM2PKE" } }', {
      effect: 'Deny',
      action: '"kms:DescribeKey"',
    }),
    'Null on the same key': withCondition(
      '{ "StringNotEquals": { "kms:EncryptionAlgorithm": "SM2PKE" }, "Null": { "KMS:EncryptionAlgorithm": "false" } }',
      { effect: 'Deny', action: '"kms:DescribeKey"' },
    ),
    ForAnyValue: withCondition('{ "ForAnyValue:StringNotEquals": { "kms:GrantOperations": "Decrypt" } }', {
      effect: 'Deny',
      action: '"kms:DescribeKey"',
    }),
    'a role that may use the key through one service only': withCondition(VIA, {
      effect: 'Deny',
      action: '"kms:*"',
      principal: '{ "AWS": "arn:aws:iam::111122223333:role/App" }',
    }),
    'everyone but an administrator': inKeyPolicy(
      withCondition(
        '{ "StringNotEquals": { "kms:ViaService": "s3.us-east-1.amazonaws.com" }, "ArnNotLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/Admin" } }',
        { effect: 'Deny', action: '"kms:*"', principal: '"*"' },
      ),
    ),
    'the use of the key through one service only': inKeyPolicy(
      withCondition(VIA, { effect: 'Deny', action: '["kms:Decrypt", "kms:GenerateDataKey*"]', principal: '"*"' }),
    ),
    'a pattern in an IAM policy': identityWithCondition(VIA, '"kms:*"').replace('Allow', 'Deny'),
    'a pattern for everyone, all of which carries the key': inKeyPolicy(
      withCondition(ALGORITHM, { effect: 'Deny', action: '["kms:Encrypt*", "kms:ReEncrypt*"]', principal: '"*"' }),
    ),
    'a global key': inKeyPolicy(
      withCondition('{ "StringNotEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }', {
        effect: 'Deny',
        action: '"kms:*"',
        principal: '"*"',
      }),
    ),
    'an action that no key policy governs': withCondition(ALGORITHM, { effect: 'Deny', action: '"kms:ListKeys"' }),
  },
  invalid: {
    'an action that never carries the key': {
      text: withCondition(ALGORITHM, { effect: 'Deny', action: '["kms:Encrypt", «"kms:DescribeKey"»]' }),
      message: 'Unconditional Deny of "kms:DescribeKey": no request for it carries "kms:EncryptionAlgorithm"',
      fixed: withCondition(ALGORITHM, { effect: 'Deny', action: '["kms:Encrypt"]' }),
    },
    'IfExists, which changes nothing': withCondition(
      '{ "StringNotEqualsIfExists": { "kms:EncryptionAlgorithm": "SM2PKE" } }',
      { effect: 'Deny', action: '«"kms:DescribeKey"»' },
    ),
    'all actions through one service only, for everyone': {
      text: withCondition(VIA, { effect: 'Deny', action: '«"kms:*"»', principal: '"*"' }),
      kind: 'key-policy',
      message: '"kms:PutKeyPolicy"',
    },
    'all actions with one algorithm only, for everyone under AWS': {
      text: withCondition(ALGORITHM, { effect: 'Deny', action: '«"KMS:*"»', principal: '{ "AWS": "*" }' }),
      kind: 'key-policy',
    },
    'the change of the policy through one service only': withCondition(VIA, {
      effect: 'Deny',
      action: '["kms:Decrypt", «"kms:PutKeyPolicy"»]',
    }),
    'an IAM policy': identityWithCondition(ALGORITHM, '[«"kms:ListKeys"», "kms:Encrypt"]').replace('Allow', 'Deny'),
    'one finding a statement': withCondition(
      '{ "StringNotEquals": { "kms:EncryptionAlgorithm": "x", "kms:MessageType": "RAW" } }',
      { effect: 'Deny', action: '«"kms:DescribeKey"»' },
    ),
    'Null beside the only action': {
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Principal": "*", "Action": «"kms:DescribeKey"», "Resource": "*",
  "Condition": {
    "StringNotEquals": { "kms:EncryptionAlgorithm": "SM2PKE" }
  }
} }`,
      fixed: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Principal": "*", "Action": "kms:DescribeKey", "Resource": "*",
  "Condition": {
    "StringNotEquals": { "kms:EncryptionAlgorithm": "SM2PKE" },
    "Null": {
      "kms:EncryptionAlgorithm": "false"
    }
  }
} }`,
    },
  },
});
