import { arrayEmpty } from '../../server/src/rules/array-empty.js';
import { ruleTest } from '../support/ruleTest.js';

const WHOLE = '{ "Effect": "Allow", "Action": "kms:*" }';
const policy = (...statements: string[]) => `{ "Version": "2012-10-17", "Statement": [${statements.join(', ')}] }`;

ruleTest(arrayEmpty, {
  valid: {
    values: policy('{ "Effect": "Allow", "Action": ["kms:*"], "Principal": { "AWS": "*" } }'),
    'no statements, which statement-empty reports': policy(),
    'an empty string': policy('{ "Effect": "Allow", "Action": "" }'),
    'empty conditions, which cond-empty reports': policy(
      '{ "Effect": "Allow", "Condition": { "StringEquals": { "a:b": [] } } }',
    ),
    'a list of principals, which element-type reports': policy('{ "Effect": "Allow", "Principal": [] }'),
    'a list that is still being typed': '{ "Statement": [{ "Effect": "Allow", "Action": [',
    'principals that are still being typed': '{ "Statement": [{ "Effect": "Allow", "Principal": {',
  },
  invalid: {
    'actions of the only statement': {
      text: policy('{ "Effect": "Allow", "Action": «[]» }'),
      fixed: null,
      message: 'Empty "Action"',
    },
    'actions of one of several statements': {
      text: policy(WHOLE, '{ "Effect": "Allow", "Action": «[]» }'),
      fixed: policy(WHOLE),
    },
    'resources and a Not twin': {
      text: '{ "Statement": { "Effect": "Deny", "NotAction": «[ ]», "Resource": «[]» } }',
      fixed: null,
    },
    principals: { text: policy('{ "Effect": "Allow", "Principal": «{}» }', WHOLE), fixed: policy(WHOLE) },
    'principals of the only type': { text: policy('{ "Effect": "Allow", "Principal": { "AWS": «[]» } }'), fixed: null },
    'principals of one of several types': {
      text: policy('{ "Effect": "Allow", "Principal": { "AWS": «[]», "Service": "logs.amazonaws.com" } }'),
      fixed: policy('{ "Effect": "Allow", "Principal": { "Service": "logs.amazonaws.com" } }'),
      message: 'Empty "AWS"',
    },
  },
});
