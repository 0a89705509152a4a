import { condKeyNotForAction } from '../../server/src/rules/cond-key-not-for-action.js';
import { identityWithCondition, withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const ALGORITHM = '{ "StringEquals": { "kms:EncryptionAlgorithm": "SYMMETRIC_DEFAULT" } }';

ruleTest(condKeyNotForAction, {
  valid: {
    'a key that the action carries': withCondition(ALGORITHM),
    'a pattern beside what it is for, as AWS writes it for CloudWatch Logs': withCondition(ALGORITHM, {
      action: '["kms:Encrypt*", "kms:Decrypt*", "kms:Describe*"]',
    }),
    'a pattern of which some actions carry the key': withCondition(ALGORITHM, { action: '"kms:*"' }),
    IfExists: withCondition('{ "StringEqualsIfExists": { "kms:EncryptionAlgorithm": "SYMMETRIC_DEFAULT" } }', {
      action: '["kms:Decrypt", "kms:DescribeKey"]',
    }),
    'a negated operator': withCondition('{ "StringNotEquals": { "kms:EncryptionAlgorithm": "SM2PKE" } }', {
      action: '"kms:DescribeKey"',
    }),
    'that the key is absent': withCondition('{ "Null": { "kms:EncryptionAlgorithm": "true" } }', {
      action: '"kms:DescribeKey"',
    }),
    'an encryption context, of which enc-context-wrong-action speaks': withCondition(
      '{ "StringEquals": { "kms:EncryptionContext:App": "Billing" } }',
      { action: '"kms:DescribeKey"' },
    ),
    'a condition on grants, of which key-grant-cond-on-crypto speaks': withCondition(
      '{ "Bool": { "kms:GrantIsForAWSResource": "true" } }',
      { action: '["kms:CreateGrant", "kms:Decrypt"]' },
    ),
    'aliases in a key policy, which key-cond-iam-only reports': withCondition(
      '{ "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/app" } }',
      { action: '"kms:ListKeys"' },
    ),
    'tags of the resource, of which cond-tag-unsupported speaks': identityWithCondition(
      '{ "StringEquals": { "aws:ResourceTag/team": "logs" } }',
      '"kms:ListKeys"',
    ),
    'an action for IAM policies in a key policy, which key-action-iam-only reports': withCondition(
      '{ "StringEquals": { "kms:ViaService": "s3.us-east-1.amazonaws.com" } }',
      { action: '"kms:ListKeys"' },
    ),
    'an action whose keys AWS does not document in full': withCondition(
      '{ "StringEquals": { "kms:MessageType": "RAW" } }',
      { action: '"kms:Encapsulate"' },
    ),
    'a global key': withCondition('{ "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }', {
      action: '"kms:DescribeKey"',
    }),
    'an unknown key': withCondition('{ "StringEquals": { "kms:Nonsense": "x" } }', { action: '"kms:DescribeKey"' }),
    'an unknown action': withCondition(ALGORITHM, { action: '"kms:Nonsense"' }),
    NotAction: withCondition(ALGORITHM, { action: '"kms:DescribeKey"' }).replace('"Action"', '"NotAction"'),
    'a half-typed list of actions':
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Condition": { "StringEquals": { "kms:EncryptionAlgorithm": "x" } }, "Principal": "*", "Action": ["kms:DescribeKey',
  },
  invalid: {
    'an action that never carries the key': {
      text: withCondition(ALGORITHM, { action: '["kms:Decrypt", «"kms:DescribeKey"»]' }),
      message: 'Unreachable action "kms:DescribeKey": no request for it carries "kms:EncryptionAlgorithm"',
    },
    'a statement whose only action it is': {
      text: withCondition(ALGORITHM, { action: '«"kms:DescribeKey"»' }),
      fixed: null,
    },
    'several actions of one statement, as one': {
      text: withCondition(ALGORITHM, { action: '["kms:Decrypt", «"kms:DescribeKey"», "kms:GetKeyPolicy"]' }),
      message: '"kms:DescribeKey", "kms:GetKeyPolicy"',
      fixed: withCondition(ALGORITHM, { action: '["kms:Decrypt"]' }),
    },
    'a pattern that is alone': withCondition(ALGORITHM, { action: '«"kms:Describe*"»' }),
    'a Deny': {
      text: withCondition(ALGORITHM, { effect: 'Deny', action: '[«"KMS:scheduleKeyDeletion"», "kms:Encrypt"]' }),
      message: 'Unaffected action',
    },
    'an encryption context in a Deny': withCondition('{ "StringEquals": { "kms:EncryptionContext:App": "x" } }', {
      effect: 'Deny',
      action: '[«"kms:DescribeKey"», "kms:Encrypt"]',
    }),
    'that the key is present': withCondition('{ "Null": { "KMS:MESSAGETYPE": "false" } }', {
      action: '["kms:Sign", «"kms:Decrypt"»]',
    }),
    'request tags': withCondition('{ "StringEquals": { "aws:RequestTag/team": "팀" } }', {
      action: '["kms:TagResource", «"kms:Decrypt"»]',
    }),
    'a condition on grants with an action that is neither': withCondition(
      '{ "Bool": { "kms:GrantIsForAWSResource": "true" } }',
      { action: '["kms:CreateGrant", «"kms:PutKeyPolicy"»]' },
    ),
    'an IAM policy': identityWithCondition(
      '{ "NumericLessThan": { "kms:ScheduleKeyDeletionPendingWindowInDays": "14" } }',
      '["kms:ScheduleKeyDeletion", «"kms:Decrypt"»]',
    ),
    'a statement of its own for it': {
      text: `{ "Version": "2012-10-17", "Statement": [
  {
    "Effect": "Allow",
    "Principal": { "AWS": "111122223333" },
    "Action": [
      "kms:Decrypt",
      «"kms:DescribeKey"»
    ],
    "Resource": "*",
    "Condition": ${ALGORITHM}
  }
] }`,
      fixed: `{ "Version": "2012-10-17", "Statement": [
  {
    "Effect": "Allow",
    "Principal": { "AWS": "111122223333" },
    "Action": [
      "kms:Decrypt"
    ],
    "Resource": "*",
    "Condition": ${ALGORITHM}
  },
  {
    "Effect": "Allow",
    "Principal": {
      "AWS": "111122223333"
    },
    "Action": "kms:DescribeKey",
    "Resource": "*"
  }
] }`,
    },
    'two statements': `{ "Version": "2012-10-17", "Statement": [
      { "Effect": "Allow", "Principal": "*", "Action": «"kms:DescribeKey"», "Resource": "*", "Condition": ${ALGORITHM} },
      { "Effect": "Deny", "Principal": "*", "Action": «"kms:TagResource"», "Resource": "*", "Condition": ${ALGORITHM} }] }`,
  },
});
