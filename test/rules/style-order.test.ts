import { styleOrder } from '../../server/src/rules/style-order.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (statement: string) => `{ "Version": "2012-10-17", "Statement": [${statement}] }`;

ruleTest(styleOrder, {
  valid: {
    'the usual order': policy(
      '{ "Sid": "A", "Effect": "Allow", "Principal": { "AWS": ["1", "2"] }, "Action": "kms:*", "Resource": "*", "Condition": {} }',
    ),
    'the twins in the place of the others': policy(
      '{ "Effect": "Deny", "NotPrincipal": "*", "NotAction": "kms:*", "NotResource": "*" }',
    ),
    'a name that is no element, of which element-unknown speaks': policy('{ "Resource": "*", "Actions": "kms:*" }'),
    'an element that stands twice': policy('{ "Resource": "*", "Action": "kms:*", "Resource": "*" }'),
    'lists of none and of something else': policy('{ "Effect": "Allow", "Action": [], "Resource": [{ "a": [5] }] }'),
    'a half-typed statement': '{ "Statement": [{ "Resource": "*", "Action": "kms:*"',
  },
  invalid: {
    'another order': {
      text: policy('{ «"Resource"»: "*", "Action": ["kms:Decrypt", "kms:Encrypt"], "Effect": "Allow" }'),
      fixed: policy('{ "Effect": "Allow", "Action": ["kms:Decrypt", "kms:Encrypt"], "Resource": "*" }'),
      message: 'Expected "Effect" before "Resource"',
    },
    'on lines of their own': {
      text: policy('{\n  «"Effect"»: "Allow",\n  "Action": "kms:*",\n  "Sid": "A"\n}'),
      fixed: policy('{\n  "Sid": "A",\n  "Effect": "Allow",\n  "Action": "kms:*"\n}'),
    },
    'a comment, which would stay behind': {
      languageId: 'jsonc',
      text: policy('{\n  «"Action"»: "kms:*", // everything\n  "Effect": "Allow"\n}'),
      fixed: null,
    },
    'lists of one, wherever they stand': {
      text: policy(
        '{ "Effect": "Allow", "Principal": { "AWS": «["111122223333"]» }, "Action": «["kms:*"]», "Condition": { "StringEquals": { "a:b": «["c"]» } } }',
      ),
      fixed: policy(
        '{ "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "kms:*", "Condition": { "StringEquals": { "a:b": "c" } } }',
      ),
    },
  },
});
