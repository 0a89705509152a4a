import { destinationPolicyWildcard } from '../../server/src/rules/destination-policy-wildcard.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (action: string, type = 'destination', effect = 'Allow') => `{ "Version": "2012-10-17", "Statement": [{
  "Effect": "${effect}", "Principal": { "AWS": "444455556666" }, "Action": ${action},
  "Resource": "arn:aws:logs:us-east-1:111122223333:${type}:central" }] }`;

ruleTest(destinationPolicyWildcard, {
  valid: {
    'one action': policy('"logs:PutSubscriptionFilter"'),
    'a pattern of nothing else': policy('"logs:PutSubscriptionFilter*"'),
    'a delivery destination': policy('"logs:CreateDelivery"', 'delivery-destination'),
    'a pattern without any supported action, which destination-policy-action reports': policy('"logs:Get*"'),
    'a Deny': policy('"logs:*"', 'destination', 'Deny'),
    'a NotAction': policy('"logs:*"').replace('"Action"', '"NotAction"'),
    'a Logs resource policy':
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": { "Service": "es.amazonaws.com" }, "Action": "logs:*", "Resource": "*" }] }',
    'a resource that does not tell what it is': {
      text: policy('"logs:*"').replace('"arn:aws:logs:us-east-1:111122223333:destination:central"', '"*"'),
      kind: 'delivery-destination-policy',
    },
    'a half-typed action':
      '{ "Statement": [{ "Effect": "Allow", "Principal": "*", "Resource": "arn:aws:logs:us-east-1:111122223333:destination:a", "Action": "logs:*',
  },
  invalid: {
    'every action': {
      text: policy('«"logs:*"»'),
      fixed: policy('"logs:PutSubscriptionFilter"'),
      message: 'need "logs:PutSubscriptionFilter"',
    },
    'every action of every service': { text: policy('«"*"»'), fixed: policy('"logs:PutSubscriptionFilter"') },
    'a pattern beside the action': {
      text: policy('["logs:PutSubscriptionFilter", «"logs:Put*"»]'),
      fixed: policy('["logs:PutSubscriptionFilter"]'),
    },
    'a delivery destination': {
      text: policy('[«"logs:Create*"»]', 'delivery-destination'),
      fixed: policy('["logs:CreateDelivery"]', 'delivery-destination'),
    },
  },
});
