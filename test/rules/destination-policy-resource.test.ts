import { destinationPolicyResource } from '../../server/src/rules/destination-policy-resource.js';
import { ruleTest } from '../support/ruleTest.js';

const statement = (resource: string, action = 'logs:PutSubscriptionFilter') =>
  `{ "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "${action}", "Resource": ${resource} }`;
const policy = (...statements: string[]) => ({
  text: `{ "Version": "2012-10-17", "Statement": [${statements.join(', ')}] }`,
  kind: 'delivery-destination-policy' as const,
});
const DESTINATION = '"arn:aws:logs:us-east-1:444455556666:destination:central"';
const STREAM = '"arn:aws:kinesis:us-east-1:444455556666:stream/logs"';

ruleTest(destinationPolicyResource, {
  valid: {
    'a destination': policy(statement(DESTINATION)),
    'a delivery destination in China': policy(
      statement('"arn:aws-cn:logs:cn-north-1:444455556666:delivery-destination:d"', 'logs:CreateDelivery'),
    ),
    everything: policy(statement('"*"')),
    'a pattern that may fit': policy(statement('"arn:aws:logs:*:444455556666:*"')),
    'a text that is no ARN, of which other rules speak': policy(statement('"central"')),
    'what a tool fills in': policy(statement('"{{ destinationArn }}"')),
    'a half-typed resource': {
      text: `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": "*", "Action": "logs:PutSubscriptionFilter", "Resource": ["arn:aws:kinesis:us-east-1:444455556666:stream/l`,
      kind: 'delivery-destination-policy',
    },
  },
  invalid: {
    'a stream': { ...policy(statement(`«${STREAM}»`)), fixed: null },
    'a log group': policy(statement('«"arn:aws:logs:us-east-1:444455556666:log-group:app:*"»')),
    'a bucket beside the destination': {
      ...policy(statement(DESTINATION), statement('[«"arn:aws:s3:::amzn-s3-demo-bucket"»]', 'logs:PutAccountPolicy')),
      fixed: policy(statement(DESTINATION), statement(`[${DESTINATION}]`, 'logs:PutAccountPolicy')).text,
    },
    'two in one statement': policy(
      statement(`[«${STREAM}», «"arn:aws:firehose:us-east-1:444455556666:deliverystream/d"»]`),
    ),
  },
});
