import { notactionAllow } from '../../server/src/rules/notaction-allow.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (effect: string, element: string, principal = '"Principal": { "AWS": "111122223333" }, ') =>
  `{ "Version": "2012-10-17", "Statement": [{ "Effect": "${effect}", ${principal}${element}: ["kms:Decrypt"], "Resource": "*" }] }`;

ruleTest(notactionAllow, {
  valid: {
    'a list of actions': policy('Allow', '"Action"'),
    'a Deny': policy('Deny', '"NotAction"'),
    'a guardrail of an organization': { kind: 'scp', text: policy('Allow', '"NotAction"', '') },
    'both elements, which element-conflict reports': policy('Allow', '"Action": "kms:*", "NotAction"'),
    'an Effect that is wrong, which effect-invalid reports': policy('allow', '"NotAction"'),
    'a half-typed statement':
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": "*", "NotAction": ["kms:',
    'an empty document': '{}',
  },
  invalid: {
    'a key policy': { text: policy('Allow', '«"NotAction"»'), message: 'later' },
    'an IAM policy': policy('Allow', '«"NotAction"»', ''),
    'a policy of log groups': {
      kind: 'logs-resource-policy',
      text: policy('Allow', '«"NotAction"»', '"Principal": "*", '),
    },
    'two statements': `{ "Version": "2012-10-17", "Statement": [
      { "Effect": "Allow", "Principal": "*", «"NotAction"»: "kms:*" }, { "Effect": "Allow", "Principal": "*", «"NotAction"»: "kms:Put*" }] }`,
  },
});
