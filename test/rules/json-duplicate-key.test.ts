import { jsonDuplicateKey } from '../../server/src/rules/json-duplicate-key.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (statement: string) => `{ "Version": "2012-10-17", "Statement": [{ ${statement}, "Action": "kms:*" }] }`;

ruleTest(jsonDuplicateKey, {
  valid: {
    'every key once': policy('"Effect": "Allow"'),
    'the same key in two objects': '{ "Statement": [{ "Effect": "Allow" }, { "Effect": "Allow" }] }',
    'keys that differ in letter case': policy(
      '"Effect": "Allow", "Condition": { "Bool": { "aws:SourceArn": "a", "aws:sourcearn": "b" } }',
    ),
  },
  invalid: {
    'a copy, which may go': {
      text: policy('«"Effect"»: "Allow", "Effect": "Allow"'),
      fixed: policy('"Effect": "Allow"'),
      message: 'Duplicate key "Effect": only the last one counts',
    },
    'a list that stands twice': {
      text: policy('«"Resource"»: ["a", "b"], "Resource": ["a", "b"]'),
      fixed: policy('"Resource": ["a", "b"]'),
    },
    'two copies': {
      text: policy('«"Sid"»: "a", «"Sid"»: "a", "Sid": "a"'),
      fixed: policy('"Sid": "a"'),
    },
    'another value, which nobody can choose for the author': {
      text: policy('«"Effect"»: "Deny", "Effect": "Allow"'),
      fixed: null,
    },
    'a third value between two copies': {
      text: policy('«"Sid"»: "a", «"Sid"»: "b", "Sid": "a"'),
      fixed: null,
    },
    'a condition operator': {
      text: policy('"Effect": "Allow", "Condition": { «"Bool"»: { "a:b": "true" }, "Bool": { "c:d": "true" } }'),
      fixed: null,
      message: 'Duplicate condition operator "Bool"',
    },
    'a condition key': {
      text: policy('"Effect": "Allow", "Condition": { "StringEquals": { «"aws:x"»: "a", "aws:x": "b" } }'),
      fixed: null,
      message: 'Duplicate condition key "aws:x"',
    },
    'a copy inside an object that is itself overridden': {
      text: policy(
        '«"Condition"»: { «"Bool"»: { "a:b": "true" }, "Bool": { "a:b": "true" } }, "Condition": { "Bool": { "c:d": "true" } }',
      ),
      fixed: null,
    },
    'the statements of a policy': {
      text: '{ "Version": "2012-10-17", «"Statement"»: [{ "Effect": "Allow" }], "Statement": [] }',
      fixed: null,
    },
    'a single statement object': {
      text: '{ "Version": "2012-10-17", "Statement": {\n  «"Effect"»: "Deny",\n  "Effect": "Deny",\n  "Action": "kms:*"\n} }',
      fixed: '{ "Version": "2012-10-17", "Statement": {\n  "Effect": "Deny",\n  "Action": "kms:*"\n} }',
    },
    'a key whose second value is still being typed': {
      text: '{ "Statement": [{ «"Effect"»: "Allow", "Effect": ',
      fixed: null,
    },
  },
});
