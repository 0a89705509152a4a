import { logsPolicyActionVoid } from '../../server/src/rules/logs-policy-action-void.js';
import { ruleTest } from '../support/ruleTest.js';
import { policyOf, serviceStatement } from '../support/serviceStatement.js';

const policy = (action: string, effect = 'Allow') =>
  policyOf(
    serviceStatement('"route53.amazonaws.com"', {
      effect,
      action,
      resource: '"arn:aws:logs:us-east-1:111122223333:log-group:/aws/route53/*:*"',
    }),
  );
const BOTH = '["logs:CreateLogStream", "logs:PutLogEvents"]';

ruleTest(logsPolicyActionVoid, {
  valid: {
    'the two actions': policy(BOTH),
    'one of them in another letter case': policy('"LOGS:putlogevents"'),
    'a pattern of nothing else': policy('"logs:PutLogEvent*"'),
    'an action of another service, which action-foreign-service reports': policy(
      '["logs:PutLogEvents", "kms:Decrypt"]',
    ),
    'an unknown action, which action-unknown reports': policy('["logs:PutLogEvents", "logs:PutLogEventsBatch"]'),
    'a Deny': policy('"logs:CreateLogGroup"', 'Deny'),
    'a NotAction': policy('"logs:CreateLogGroup"').replace('"Action"', '"NotAction"'),
    'an IAM policy':
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "logs:CreateLogGroup", "Resource": "*" }] }',
    'a half-typed action':
      '{ "Statement": [{ "Effect": "Allow", "Principal": { "Service": "es.amazonaws.com" }, "Action": ["logs:PutLogEvents", "logs:Create',
  },
  invalid: {
    'an action too many': {
      text: policy('[«"logs:CreateLogGroup"», "logs:CreateLogStream", "logs:PutLogEvents"]'),
      fixed: policy(BOTH),
      message: 'supports only logs:CreateLogStream, logs:PutLogEvents',
    },
    'the only action': { text: policy('«"logs:CreateLogGroup"»'), fixed: policy(BOTH) },
    'several, none of them supported': {
      text: policy('[«"logs:CreateLogGroup"», «"logs:Describe*"»]'),
      fixed: policy(BOTH),
    },
    'a pattern of which a part takes effect, more quietly': {
      text: policy('«"logs:*"»'),
      level: 'info',
      fixed: policy(BOTH),
      message: 'Excessive action "logs:*"',
    },
    'a pattern beside an action that stays': {
      text: policy('["logs:PutLogEvents", «"logs:Create*"»]'),
      level: 'info',
      fixed: policy('["logs:PutLogEvents", "logs:CreateLogStream"]'),
    },
  },
});
