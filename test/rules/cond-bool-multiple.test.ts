import { condBoolMultiple } from '../../server/src/rules/cond-bool-multiple.js';
import { withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

ruleTest(condBoolMultiple, {
  valid: {
    'one value': withCondition('{ "Bool": { "aws:SecureTransport": "true" } }'),
    'the same value twice': withCondition('{ "Bool": { "aws:SecureTransport": ["true", "TRUE"] } }'),
    'a text compared as text': withCondition('{ "StringEquals": { "aws:PrincipalTag/team": ["true", "false"] } }'),
    'a variable': withCondition('{ "Bool": { "aws:SecureTransport": ["${aws:PrincipalTag/tls}", "false"] } }'),
    'another word, which cond-value-type reports': withCondition(
      '{ "Bool": { "aws:SecureTransport": ["true", "no"] } }',
    ),
    'a half-typed list':
      '{ "Statement": [{ "Effect": "Allow", "Action": "kms:*", "Condition": { "Bool": { "aws:SecureTransport": ["true", "fal',
  },
  invalid: {
    'both values': withCondition('{ "Bool": { "aws:SecureTransport": ["true", «"false"»] } }'),
    'both values, not as text': withCondition('{ "BoolIfExists": { "aws:SecureTransport": [false, «true»] } }'),
    'both answers of Null': {
      text: withCondition('{ "Null": { "aws:TagKeys": ["TRUE", «"False"»] } }'),
      message: '"Null"',
    },
    'two conditions': withCondition(
      '{ "bool": { "kms:MultiRegion": ["true", "true", «"false"»] }, "Null": { "aws:TagKeys": ["false", «"true"»] } }',
    ),
  },
});
