import { endpointPolicyBlocksLogs } from '../../server/src/rules/endpoint-policy-blocks-logs.js';
import { ruleTest } from '../support/ruleTest.js';

const endpoint = (...actions: readonly string[]) => ({
  kind: 'vpc-endpoint-policy' as const,
  text: `{ "Version": "2012-10-17", "Statement": [${actions
    .map((action) => `{ "Effect": "Allow", "Principal": "*", ${action}, "Resource": "*" }`)
    .join(', ')}] }`,
});

ruleTest(endpointPolicyBlocksLogs, {
  valid: {
    'all that is needed': endpoint(
      '"Action": ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"]',
    ),
    'in two statements, by patterns': endpoint('"Action": "kms:Decr*"', '"Action": "kms:GenerateDataKey*"'),
    everything: endpoint('"Action": "*"'),
    'another service': endpoint('"Action": "s3:GetObject"'),
    'all but a list': endpoint('"Action": "logs:PutLogEvents"', '"NotAction": "iam:*"'),
    'a half-typed document': {
      kind: 'vpc-endpoint-policy',
      text: '{ "Statement": [{ "Effect": "Allow", "Principal": "*", "Action": "logs:PutLogEvents", "Resource": "*" }',
    },
  },
  invalid: {
    'events without a stream': {
      ...endpoint('«"Action"»: "logs:PutLogEvents"'),
      fixed: endpoint('"Action": ["logs:PutLogEvents", "logs:CreateLogStream"]').text,
      message: 'logs:CreateLogStream',
    },
    'both services': {
      ...endpoint('«"Action"»: ["logs:PutLogEvents"]', '«"Action"»: "kms:ListKeys"'),
      fixed: endpoint(
        '"Action": ["logs:PutLogEvents", "logs:CreateLogStream"]',
        '"Action": ["kms:ListKeys", "kms:Decrypt", "kms:GenerateDataKey"]',
      ).text,
    },
  },
});
