import { elementConflict } from '../../server/src/rules/element-conflict.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (...statements: string[]) => `{ "Version": "2012-10-17", "Statement": [${statements.join(', ')}] }`;

ruleTest(elementConflict, {
  valid: {
    'one of each': policy('{ "Effect": "Deny", "NotPrincipal": {}, "Action": "kms:*", "NotResource": "*" }'),
    'the twins in two statements': policy(
      '{ "Effect": "Deny", "Action": "a:b" }',
      '{ "Effect": "Deny", "NotAction": "a:b" }',
    ),
    'a twin that is still being typed': '{ "Statement": [{ "Effect": "Deny", "Action": "kms:*", "NotAc',
  },
  invalid: {
    'the two on lines of their own': {
      text: policy('{\n  "Effect": "Allow",\n  "Action": "kms:*",\n  «"NotAction"»: "kms:Decrypt"\n}'),
      fixed: policy('{\n  "Effect": "Allow",\n  "Action": "kms:*"\n}'),
    },
    'Action and NotAction': {
      text: policy('{ "Effect": "Allow", "Action": "kms:*", «"NotAction"»: "kms:Decrypt" }'),
      message: 'Invalid element "NotAction" beside "Action"',
    },
    'the twin before the element': policy('{ "Effect": "Allow", «"NotResource"»: "*", "Resource": "*" }'),
    'all three pairs': policy(
      '{ "Effect": "Deny", "Principal": "*", «"NotPrincipal"»: {}, "Action": "kms:*", «"NotAction"»: [], "Resource": "*", «"NotResource"»: [] }',
    ),
    'a single statement object':
      '{ "Statement": { "Effect": "Allow", "Action": "kms:*", «"NotAction"»: "kms:Decrypt" } }',
  },
});
