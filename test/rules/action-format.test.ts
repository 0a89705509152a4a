import { actionFormat } from '../../server/src/rules/action-format.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (action: string) => `{ "Version": "2012-10-17", "Statement": [{ "Sid": "관리",
  "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": ${action}, "Resource": "*" }] }`;

ruleTest(actionFormat, {
  valid: {
    'actions, patterns and everything': policy('["kms:Decrypt", "kms:Re*", "*", "KMS:decrypt", "kms:?ncrypt"]'),
    'an unknown action, which action-unknown reports': policy('"kms:Nothing"'),
    'stars on both sides of the colon, which AWS may read as everything': policy('"*:*"'),
    'a template': policy('["${var.action}", "kms:${name}"]'),
    'a policy variable, which variable-wrong-element reports': policy('"${aws:username}"'),
    'a NotAction': policy('"kms:Decrypt"').replace('"Action"', '"NotAction"'),
    'an action that is still being typed': `{ "Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "kms`,
    'blanks at the ends, which string-stray-whitespace reports': policy('" kms:Decrypt"'),
    'an empty document': '{}',
  },
  invalid: {
    'a bare name': { text: policy('«"Decrypt"»'), fixed: policy('"kms:Decrypt"'), message: 'to be "kms:Decrypt"' },
    'a bare pattern, which is not applied without looking': {
      text: policy('[«"GenerateDataKey*"», "kms:Encrypt"]'),
      fixed: policy('["kms:GenerateDataKey*", "kms:Encrypt"]'),
    },
    'two colons': { text: policy('«"kms::Decrypt"»'), fixed: policy('"kms:Decrypt"') },
    'a dot': { text: policy('«"kms.Decrypt"»'), fixed: policy('"kms:Decrypt"') },
    'a blank': { text: policy('«"kms: Decrypt"»'), fixed: policy('"kms:Decrypt"') },
    'a name of no service': {
      text: policy('«"Frobnicate"»'),
      fixed: null,
      message: 'prefix of the service is missing',
    },
    'two actions in one text': { text: policy('«"kms:Encrypt,kms:Decrypt"»'), fixed: null, message: 'one colon' },
    'half an action': { text: policy('[«"kms:"», «":Decrypt"», «"données:lire"», «""»]') },
    'a bare action of a Logs resource policy': {
      text: '{ "Statement": { "Effect": "Allow", "Principal": { "Service": "es.amazonaws.com" }, "Action": ["logs:CreateLogStream", «"PutLogEvents"»], "Resource": "*" } }',
      fixed:
        '{ "Statement": { "Effect": "Allow", "Principal": { "Service": "es.amazonaws.com" }, "Action": ["logs:CreateLogStream", "logs:PutLogEvents"], "Resource": "*" } }',
    },
    'a bare action of an identity policy that two services have': {
      text: '{ "Statement": { "Effect": "Allow", "Action": ["kms:Decrypt", «"TagResource"»], "Resource": "*" } }',
      fixed: null,
    },
    'a pattern of services': { text: policy('[«"k*:Decrypt"», «"*:Decrypt"»]'), level: 'warning', fixed: null },
    'a bare name under NotAction': policy('«"Decrypt"»').replace('"Action"', '"NotAction"'),
  },
});
