import { encContextWrongAction } from '../../server/src/rules/enc-context-wrong-action.js';
import { identityWithCondition, withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const CONTEXT =
  '{ "ArnLike": { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:us-east-1:111122223333:log-group:*" } }';
const LOGS = '{ "Service": "logs.us-east-1.amazonaws.com" }';
const test = (action: string, condition = CONTEXT) => withCondition(condition, { principal: LOGS, action });

ruleTest(encContextWrongAction, {
  valid: {
    "AWS's statement for CloudWatch Logs, with its inert kms:Describe*": test(
      '["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"]',
    ),
    'operations with an encryption context': test('["kms:Decrypt", "kms:CreateGrant"]'),
    everything: test('"kms:*"'),
    'DescribeKey without such a condition': test(
      '"kms:DescribeKey"',
      '{ "StringEquals": { "aws:SourceAccount": "111122223333" } }',
    ),
    'IfExists, which the absent context passes': test(
      '["kms:Decrypt", "kms:DescribeKey"]',
      '{ "StringEqualsIfExists": { "kms:EncryptionContext:App": "x" } }',
    ),
    'a test for absence': test(
      '["kms:Decrypt", "kms:DescribeKey"]',
      '{ "Null": { "kms:EncryptionContextKeys": "true" } }',
    ),
    'a Deny': withCondition(CONTEXT, { effect: 'Deny', principal: LOGS, action: '["kms:Decrypt", "kms:DescribeKey"]' }),
    NotAction: test('"kms:DescribeKey"').replace('"Action"', '"NotAction"'),
    'an unknown action, which action-unknown reports': test('["kms:Decrypt", "kms:DescribeKeys"]'),
    'an action of another service': test('["kms:Decrypt", "s3:GetObject"]'),
    'a half-typed action':
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": "*", "Condition": { "StringEquals": { "kms:EncryptionContext:a": "x" } }, "Action": ["kms:Decrypt", "kms:DescribeKey',
  },
  invalid: {
    'DescribeKey, removed where moving would lose a comment': {
      languageId: 'jsonc',
      text: test('["kms:Decrypt", «"kms:DescribeKey"»]').replace('"Resource"', '/* this key */ "Resource"'),
      fixed: test('["kms:Decrypt"]').replace('"Resource"', '/* this key */ "Resource"'),
      message: '"kms:EncryptionContext:aws:logs:arn"',
    },
    'DescribeKey, moved where the text has lines': {
      text: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Logs",
      "Effect": "Allow",
      "Principal": ${LOGS},
      "Action": [
        "kms:Decrypt",
        «"kms:DescribeKey"»
      ],
      "Resource": "*",
      "Condition": {
        "StringEquals": {
          "kms:EncryptionContext:App": "Billing",
          "aws:SourceAccount": "111122223333"
        }
      }
    }
  ]
}`,
      fixed: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Logs",
      "Effect": "Allow",
      "Principal": ${LOGS},
      "Action": [
        "kms:Decrypt"
      ],
      "Resource": "*",
      "Condition": {
        "StringEquals": {
          "kms:EncryptionContext:App": "Billing",
          "aws:SourceAccount": "111122223333"
        }
      }
    },
    {
      "Effect": "Allow",
      "Principal": {
        "Service": "logs.us-east-1.amazonaws.com"
      },
      "Action": "kms:DescribeKey",
      "Resource": "*",
      "Condition": {
        "StringEquals": {
          "aws:SourceAccount": "111122223333"
        }
      }
    }
  ]
}`,
    },
    'an operation without context alone, which leaves the statement dead': {
      text: test('«"KMS:describekey"»'),
      fixed: null,
    },
    'a pattern without any operation that has a context': test('«"kms:Describe*"»'),
    "AWS's statement for CloudWatch Logs, given to a role that calls DescribeKey": withCondition(CONTEXT, {
      principal: '{ "AWS": "arn:aws:iam::111122223333:role/App" }',
      action: '["kms:Encrypt*", "kms:Decrypt*", «"kms:Describe*"»]',
    }),
    'the names of the context under ForAnyValue': test(
      '["kms:Decrypt", «"kms:Sign"»]',
      '{ "ForAnyValue:StringEquals": { "kms:EncryptionContextKeys": "앱" } }',
    ),
    'an IAM policy': identityWithCondition(
      '{ "StringEquals": { "kms:EncryptionContext:App": "x" } }',
      '["kms:Encrypt", «"kms:GetKeyPolicy"»]',
    ),
    'two actions': test('["kms:Decrypt",\n «"kms:DescribeKey"», «"kms:PutKeyPolicy"»]'),
  },
});
