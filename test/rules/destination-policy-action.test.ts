import { destinationPolicyAction } from '../../server/src/rules/destination-policy-action.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (action: string, type = 'destination', effect = 'Allow') => `{ "Version": "2012-10-17", "Statement": [{
  "Effect": "${effect}", "Principal": { "AWS": ["444455556666"] }, "Action": ${action},
  "Resource": "arn:aws:logs:us-east-1:111122223333:${type}:central" }] }`;

ruleTest(destinationPolicyAction, {
  valid: {
    'subscription filters': policy('"logs:PutSubscriptionFilter"'),
    'subscription filters of an account': policy('["logs:PutSubscriptionFilter", "LOGS:putaccountpolicy"]'),
    'a pattern that is too wide, which destination-policy-wildcard reports': policy('"logs:*"'),
    'a delivery destination, of which delivery-destination-action speaks': policy(
      '"logs:PutLogEvents"',
      'delivery-destination',
    ),
    'an unknown action, which action-unknown reports': policy('"logs:PutSubscription"'),
    'an action of another service, which action-foreign-service reports': policy(
      '["logs:PutSubscriptionFilter", "kinesis:PutRecord"]',
    ),
    'a Deny': policy('"logs:PutLogEvents"', 'destination', 'Deny'),
    'a NotAction': policy('"logs:PutLogEvents"').replace('"Action"', '"NotAction"'),
    'a half-typed action':
      '{ "Statement": [{ "Effect": "Allow", "Principal": "*", "Resource": "arn:aws:logs:us-east-1:111122223333:destination:a", "Action": "logs:PutLogEvents',
  },
  invalid: {
    'writing events': {
      text: policy('«"logs:PutLogEvents"»'),
      fixed: policy('"logs:PutSubscriptionFilter"'),
      message: 'only logs:PutSubscriptionFilter, logs:PutAccountPolicy take effect',
    },
    'actions beside the right one': {
      text: policy('["logs:PutSubscriptionFilter", «"logs:PutLogEvents"», «"logs:Get*"»]'),
      fixed: policy('["logs:PutSubscriptionFilter"]'),
    },
    'two actions, neither of them right': {
      text: policy('[«"logs:PutLogEvents"», «"logs:CreateLogStream"»]'),
      fixed: policy('["logs:PutSubscriptionFilter"]'),
    },
  },
});
