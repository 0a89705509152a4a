import { condForallvaluesAllow } from '../../server/src/rules/cond-forallvalues-allow.js';
import { identityWithCondition, withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const CONTEXT_KEYS = '{ "kms:EncryptionContextKeys": ["App"] }';

ruleTest(condForallvaluesAllow, {
  valid: {
    'Null beside it': withCondition(
      `{ "ForAllValues:StringEquals": ${CONTEXT_KEYS}, "Null": { "kms:EncryptionContextKeys": "false" } }`,
    ),
    'a pair of the encryption context beside it': withCondition(
      `{ "StringEquals": { "kms:EncryptionContext:App": "Billing" }, "ForAllValues:StringEquals": ${CONTEXT_KEYS} }`,
    ),
    'ForAnyValue beside it': withCondition(
      `{ "ForAnyValue:StringEquals": ${CONTEXT_KEYS}, "ForAllValues:StringEquals": ${CONTEXT_KEYS} }`,
    ),
    'a Deny': withCondition(`{ "ForAllValues:StringEquals": ${CONTEXT_KEYS} }`, { effect: 'Deny' }),
    'grants, which cannot be created without operations': withCondition(
      '{ "ForAllValues:StringEquals": { "kms:GrantOperations": ["Decrypt"] } }',
      { action: '"kms:CreateGrant"' },
    ),
    'tagging, which cannot be called without tags': withCondition(
      '{ "ForAllValues:StringEquals": { "aws:TagKeys": ["team"] } }',
      { action: '["kms:TagResource", "kms:UntagResource"]' },
    ),
    'a negated operator': withCondition(
      '{ "ForAllValues:StringNotEquals": { "kms:EncryptionContextKeys": "secret" } }',
    ),
    'a single-valued key, which cond-set-on-single reports': withCondition(
      '{ "ForAllValues:StringEquals": { "aws:SourceArn": "x" } }',
    ),
    'an empty list of values, which cond-empty reports': withCondition(
      '{ "ForAllValues:StringEquals": { "kms:EncryptionContextKeys": [] } }',
    ),
    NotAction: withCondition(`{ "ForAllValues:StringEquals": ${CONTEXT_KEYS} }`).replace('"Action"', '"NotAction"'),
    'a half-typed condition':
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "kms:Decrypt", "Condition": { "ForAllValues:StringEquals": { "aws:TagKeys": "',
  },
  invalid: {
    'ForAllValues alone': {
      text: withCondition(`{ «"ForAllValues:StringEquals"»: ${CONTEXT_KEYS} }`),
      message: '"kms:EncryptionContextKeys"',
    },
    'ForAllValues alone, mended': {
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": "*", "Action": "kms:Decrypt",
  "Condition": {
    «"ForAllValues:StringEquals"»: ${CONTEXT_KEYS}
  }
} }`,
      fixed: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": "*", "Action": "kms:Decrypt",
  "Condition": {
    "ForAllValues:StringEquals": ${CONTEXT_KEYS},
    "Null": {
      "kms:EncryptionContextKeys": "false"
    }
  }
} }`,
    },
    'another condition that an absent key passes too': withCondition(
      `{ «"ForAllValues:StringEquals"»: ${CONTEXT_KEYS}, "StringEqualsIfExists": { "aws:SourceAccount": "111122223333" } }`,
    ),
    'grants together with decryption': withCondition(
      '{ «"ForAllValues:StringEquals"»: { "kms:GrantOperations": ["Decrypt"] } }',
      { action: '["kms:CreateGrant", "kms:Decrypt"]' },
    ),
    'an IAM policy': identityWithCondition('{ «"forallvalues:StringLike"»: { "kms:ResourceAliases": "alias/app-*" } }'),
    'two statements': `{ "Version": "2012-10-17", "Statement": [
      { "Effect": "Allow", "Principal": "*", "Action": "kms:Encrypt", "Condition": { «"ForAllValues:StringEquals"»: ${CONTEXT_KEYS} } },
      { "Effect": "Allow", "Principal": "*", "Action": "kms:*", "Condition": { «"ForAllValues:StringEquals"»: { "aws:TagKeys": "팀" } } }] }`,
  },
});
