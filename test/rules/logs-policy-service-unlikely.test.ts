import { logsPolicyServiceUnlikely } from '../../server/src/rules/logs-policy-service-unlikely.js';
import { ruleTest } from '../support/ruleTest.js';
import { policyOf, serviceStatement } from '../support/serviceStatement.js';

const writing = (services: string, parts: { effect?: string; action?: string } = {}) =>
  policyOf(
    serviceStatement(services, {
      action: '["logs:CreateLogStream", "logs:PutLogEvents"]',
      resource: '"arn:aws:logs:us-east-1:111122223333:log-group:app:*"',
      ...parts,
    }),
  );

ruleTest(logsPolicyServiceUnlikely, {
  valid: {
    'services that write by such a policy': writing(
      '["delivery.logs.amazonaws.com", "route53.amazonaws.com", "es.amazonaws.com", "events.amazonaws.com", "xray.amazonaws.com"]',
    ),
    'a service of which nothing is known': writing('"future.amazonaws.com"'),
    'a Deny': writing('"lambda.amazonaws.com"', { effect: 'Deny' }),
    'no writing': writing('"lambda.amazonaws.com"', { action: '"logs:CreateLogStream"' }),
    'a half-typed policy': writing('"lambda.amazonaws.com"').slice(0, -8),
  },
  invalid: {
    'AWS Lambda': { text: writing('«"lambda.amazonaws.com"»'), message: 'AWS Lambda' },
    'two of a list, in China': writing(
      '["delivery.logs.amazonaws.com", «"s3.amazonaws.com"», «"ec2.amazonaws.com.cn"»]',
      { action: '"logs:*"' },
    ),
  },
});
