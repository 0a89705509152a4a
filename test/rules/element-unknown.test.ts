import { elementUnknown } from '../../server/src/rules/element-unknown.js';
import { ruleTest } from '../support/ruleTest.js';

const statement = (inside: string) => `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", ${inside} }] }`;

ruleTest(elementUnknown, {
  valid: {
    'all elements of a policy': `{ "Version": "2012-10-17", "Id": "key-1", "Statement": [
      { "Sid": "a", "Effect": "Allow", "Principal": "*", "Action": "kms:*", "Resource": "*", "Condition": {} },
      { "Effect": "Deny", "NotPrincipal": { "AWS": "111122223333" }, "NotAction": "kms:*", "NotResource": "*" } ] }`,
    'an element that the kind forbids, which principal-not-allowed reports': {
      kind: 'identity-policy',
      text: statement('"Principal": "*"'),
    },
    'keys inside a condition and a principal': statement(
      '"Principal": { "aws": "*" }, "Condition": { "Foo": { "bar": "baz" } }',
    ),
    'a name that is still being typed': '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Acti',
    'a name without its value yet': statement('"Actio": '),
    'a document that is no policy': '{ "Effect": "blur", "Statement": "x", "scripts": {} }',
  },
  invalid: {
    'lower case': {
      text: statement('«"action"»: "kms:*"'),
      fixed: statement('"Action": "kms:*"'),
      message: 'this one is spelt "Action"',
    },
    plural: {
      text: statement('«"Actions"»: "kms:*", «"Principals"»: "*", «"Conditions"»: {}'),
      fixed: statement('"Action": "kms:*", "Principal": "*", "Condition": {}'),
      message: 'did you mean',
    },
    'a slip': { text: statement('«"NotActon"»: "kms:*"'), fixed: statement('"NotAction": "kms:*"') },
    'a word that is like none': { text: statement('«"Description"»: "logs"'), fixed: null, message: 'AWS refuses' },
    'Korean text': { text: statement('«"설명"»: "로그"'), fixed: null },
    'an empty name': { text: statement('«""»: 1'), fixed: null },
    'a name beside the right one': {
      text: statement('"Action": "kms:*", «"action"»: "kms:Decrypt"'),
      fixed: null,
    },
    'top level': {
      text: '{ «"version"»: "2012-10-17", «"statement"»: [{ "Effect": "Allow", "Action": "kms:*" }] }',
      fixed: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "kms:*" }] }',
    },
    'an element of a statement beside the statements': {
      text: '{ "Version": "2012-10-17", «"Condition"»: {}, "Statement": [{ "Effect": "Allow" }] }',
      fixed: null,
      message: 'belongs inside a statement',
    },
    'an element of the policy inside a statement': {
      text: statement('«"Version"»: "2012-10-17"'),
      fixed: null,
      message: 'belongs to the policy',
    },
    'a single statement object': {
      text: '{ "Version": "2012-10-17", "Statement": { «"effect"»: "Allow" } }',
      fixed: '{ "Version": "2012-10-17", "Statement": { "Effect": "Allow" } }',
    },
  },
});
