import { logsPolicyRegionAccount } from '../../server/src/rules/logs-policy-region-account.js';
import { ruleTest } from '../support/ruleTest.js';
import { policyOf, serviceStatement } from '../support/serviceStatement.js';

const FACTS = { account: '111122223333', region: 'eu-west-1' };
const logs = (resource: string) =>
  policyOf(serviceStatement('"events.amazonaws.com"', { action: '"logs:PutLogEvents"', resource }));

ruleTest(logsPolicyRegionAccount, {
  valid: {
    'nothing known of the place': logs('"arn:aws:logs:us-east-1:444455556666:log-group:app:*"'),
    'the own place': { text: logs('"arn:aws:logs:eu-west-1:111122223333:log-group:app:*"'), facts: FACTS },
    patterns: { text: logs('["arn:aws:logs:*:*:log-group:*", "*", "arn:aws:logs:eu-*:111122223333:*"]'), facts: FACTS },
    'a placeholder': { text: logs('"arn:aws:logs:us-east-1:${AWS::AccountId}:log-group:app:*"'), facts: FACTS },
    'an ARN of another service': { text: logs('"arn:aws:s3:us-east-1:444455556666:bucket"'), facts: FACTS },
    'a half-typed ARN': {
      text: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": { "Service": "events.amazonaws.com" }, "Action": "logs:PutLogEvents", "Resource": "arn:aws:logs:us-east-1:4444',
      facts: FACTS,
      kind: 'logs-resource-policy',
    },
  },
  invalid: {
    'another Region': {
      text: logs('«"arn:aws:logs:us-east-1:111122223333:log-group:app:*"»'),
      facts: FACTS,
      message: 'its own Region only',
      fixed: logs('"arn:aws:logs:eu-west-1:111122223333:log-group:app:*"'),
    },
    'another account, and another Region': {
      text: logs(
        '[«"arn:aws:logs:eu-west-1:444455556666:log-group:로그:*"», «"arn:aws:logs:us-east-1:444455556666:*"»]',
      ),
      facts: FACTS,
      fixed: logs('["arn:aws:logs:eu-west-1:111122223333:log-group:로그:*", "arn:aws:logs:eu-west-1:111122223333:*"]'),
    },
    GovCloud: {
      text: logs('«"arn:aws:logs:us-east-1:111122223333:*"»'),
      facts: { region: 'us-gov-west-1' },
      fixed: logs('"arn:aws-us-gov:logs:us-gov-west-1:111122223333:*"'),
    },
  },
});
