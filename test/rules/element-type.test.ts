import { elementType } from '../../server/src/rules/element-type.js';
import { ruleTest } from '../support/ruleTest.js';

const statement = (inside: string) => `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", ${inside} }] }`;
const condition = (inside: string) => statement(`"Action": "kms:*", "Condition": ${inside}`);

ruleTest(elementType, {
  valid: {
    'strings and lists of strings': statement(
      '"Sid": "a", "Principal": { "AWS": ["111122223333"], "Service": "logs.amazonaws.com" }, "Action": ["kms:*"], "Resource": "*"',
    ),
    everyone: statement('"Principal": "*", "Action": "kms:*"'),
    'a principal that is another string, which principal-string-invalid reports':
      statement('"Principal": "111122223333"'),
    'numbers and booleans as condition values, which AWS reads as strings': condition(
      '{ "Bool": { "aws:SecureTransport": false }, "NumericLessThan": { "s3:max-keys": [10, "20"] } }',
    ),
    'a version that is a number, which version-invalid reports':
      '{ "Version": 2012, "Statement": [{ "Effect": "Allow", "Action": "kms:*" }] }',
    'a condition without operator, which cond-operator-unknown reports': condition(
      '{ "aws:SourceArn": "arn:aws:s3:::b" }',
    ),
    'empty lists, which other rules report': statement('"Action": [], "Condition": {}'),
    'a single statement object': '{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "kms:*" } }',
    'values that are still being typed': '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": ',
    'wrong types under an unknown element': statement('"Actions": 1, "Action": "kms:*"'),
  },
  invalid: {
    'a string as statements': {
      text: '{ "Version": "2012-10-17", "Statement": «"Allow"» }',
      fixed: null,
      message: 'not a string',
    },
    'statements that are no objects': {
      text: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow" }, «"x"», «[]», «null»] }',
      fixed: null,
      message: 'Expected every statement to be an object',
    },
    'a list as effect': {
      text: '{ "Version": "2012-10-17", "Statement": [{ "Effect": «["Allow"]», "Action": "kms:*" }] }',
      fixed: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "kms:*" }] }',
      message: 'Expected "Effect" to be a string, not a list.',
    },
    'a number, true and null as effect': {
      text: '{ "Version": "2012-10-17", "Statement": [{ "Effect": «1» }, { "Effect": «true» }, { "Effect": «null» }] }',
      fixed: null,
    },
    'a number as Sid': { text: statement('"Sid": «1»'), fixed: statement('"Sid": "1"') },
    'an object as Id': {
      text: '{ "Version": "2012-10-17", "Id": «{}», "Statement": [{ "Effect": "Allow" }] }',
      fixed: null,
    },
    'a list as version': {
      text: '{ "Version": «["2012-10-17"]», "Statement": [{ "Effect": "Allow" }] }',
      fixed: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow" }] }',
    },
    'an object as action': { text: statement('"Action": «{ "kms": "*" }»'), fixed: null, message: 'a list of strings' },
    'members of lists': {
      text: statement('"Action": ["kms:Decrypt", «1», «["kms:Encrypt"]»], "NotResource": «null»'),
      fixed: null,
    },
    'an account ID that is a number': {
      text: statement('"Principal": { "AWS": «111122223333» }'),
      fixed: statement('"Principal": { "AWS": "111122223333" }'),
      message: 'Expected "AWS" to be a string or a list of strings, not a number.',
    },
    'account IDs in a list': {
      text: statement('"Principal": { "AWS": [«111122223333», "444455556666", «123»] }'),
      fixed: statement('"Principal": { "AWS": ["111122223333", "444455556666", 123] }'),
    },
    'a list round the principals': {
      text: statement('"Principal": «[{ "AWS": "111122223333" }]»'),
      fixed: statement('"Principal": { "AWS": "111122223333" }'),
    },
    'a list of principals without a type': { text: statement('"Principal": «["*"]»'), fixed: null },
    'a number as principal': { text: statement('"NotPrincipal": «111122223333»') },
    'an empty list as condition, which may hide a condition to come': { text: condition('«[]»'), fixed: null },
    'a list round the condition': {
      text: condition('«[{ "Bool": { "aws:SecureTransport": "true" } }]»'),
      fixed: condition('{ "Bool": { "aws:SecureTransport": "true" } }'),
    },
    'a string as condition': { text: condition('«"aws:SourceArn"»'), fixed: null },
    'an operator with a string': { text: condition('{ "stringequals": «"a"» }'), message: 'object of condition keys' },
    'an object and null as condition values': {
      text: condition('{ "StringEquals": { "a:b": «{}», "a:c": ["x", «null»] } }'),
      fixed: null,
    },
  },
});
