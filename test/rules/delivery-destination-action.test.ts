import { deliveryDestinationAction } from '../../server/src/rules/delivery-destination-action.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (
  action: string,
  type = 'delivery-destination',
  effect = 'Allow',
) => `{ "Version": "2012-10-17", "Statement": [{
  "Effect": "${effect}", "Principal": { "AWS": "444455556666" }, "Action": ${action},
  "Resource": "arn:aws:logs:us-east-1:111122223333:${type}:central" }] }`;

ruleTest(deliveryDestinationAction, {
  valid: {
    'creating deliveries': policy('"logs:CreateDelivery"'),
    'creating deliveries among others': policy('["LOGS:createdelivery", "logs:GetDelivery"]'),
    'every action, which destination-policy-wildcard reports': policy('"logs:*"'),
    'a destination of subscription filters': policy('"logs:PutSubscriptionFilter"', 'destination'),
    'an unknown action, which action-unknown reports': policy('"logs:CreateDeliverys"'),
    'an action of another service, which action-foreign-service reports': policy(
      '["logs:PutLogEvents", "s3:PutObject"]',
    ),
    'a Deny': policy('"logs:PutLogEvents"', 'delivery-destination', 'Deny'),
    'a half-typed statement':
      '{ "Statement": [{ "Effect": "Allow", "Principal": "*", "Resource": "arn:aws:logs:us-east-1:111122223333:delivery-destination:a", "Action": ["logs:PutLogEvents", ',
  },
  invalid: {
    'writing events': {
      text: policy('«"logs:PutLogEvents"»'),
      fixed: policy('"logs:CreateDelivery"'),
      message: '"logs:PutLogEvents" to be "logs:CreateDelivery"',
    },
    'several actions, at once': {
      text: policy('["logs:PutLogEvents", "logs:CreateLogStream"]').replace('"Action"', '«"Action"»'),
      fixed: policy('"logs:CreateDelivery"'),
    },
    'two statements': `{ "Version": "2012-10-17", "Statement": [
      { "Effect": "Allow", "Principal": "*", "Resource": "arn:aws:logs:us-east-1:111122223333:delivery-destination:a", "Action": «"logs:PutDeliverySource"» },
      { "Effect": "Allow", "Principal": "*", "Resource": "arn:aws:logs:us-east-1:111122223333:delivery-destination:b", "Action": [«"logs:GetDelivery"»] }] }`,
  },
});
