import { condEmpty } from '../../server/src/rules/cond-empty.js';
import { withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const HEAD = '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "111122223333" }, ';
const without = `${HEAD}"Action": "kms:Decrypt", "Resource": "*" }] }`;

ruleTest(condEmpty, {
  valid: {
    'a condition': withCondition('{ "StringEquals": { "aws:userid": "x" } }'),
    'no condition': without,
    'an empty text as value': withCondition('{ "StringEquals": { "aws:userid": "" } }'),
    'another JSON type, which element-type reports': withCondition('[]'),
    'a half-typed condition':
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Condition": { "StringEquals": {',
    'an empty document': '{}',
  },
  invalid: {
    'an empty Condition': { text: withCondition('«{}»'), fixed: without, message: '"Condition"' },
    'an empty operator': {
      text: withCondition('{ "StringEquals": «{}», "Null": { "aws:userid": "false" } }'),
      fixed: withCondition('{ "Null": { "aws:userid": "false" } }'),
      message: '"StringEquals"',
    },
    'an empty operator that is alone, and then the Condition': {
      text: withCondition('{ "ForAnyValue:StringLike": «{}» }'),
      fixed: without,
    },
    'an empty list of values': {
      text: withCondition('{ "StringEquals": { "aws:userid": «[]», "aws:username": "x" } }'),
      fixed: withCondition('{ "StringEquals": { "aws:username": "x" } }'),
      message: 'values',
    },
    'two empty parts': withCondition('{ "StringEqualsIfExists": «{}»,\n "ArnLike": { "aws:SourceArn": «[]» } }'),
    'a statement that is an object':
      '{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Condition": «{}» } }',
  },
});
