import { logsSuffixDouble } from '../../server/src/rules/logs-suffix-double.js';
import { identityPolicy } from '../support/identityPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const filter = (resource: string) => identityPolicy('"logs:FilterLogEvents"', resource);

ruleTest(logsSuffixDouble, {
  valid: {
    'one suffix': filter('"arn:aws:logs:us-east-1:111122223333:log-group:/app:*"'),
    'all groups with their streams': filter('"arn:aws:logs:us-east-1:111122223333:log-group:*:*"'),
    'all streams': filter('"arn:aws:logs:us-east-1:111122223333:log-group:/app:log-stream:*"'),
    'all of an account': filter('"arn:aws:logs:*:*:*"'),
    'another service': filter('"arn:aws:lambda:us-east-1:111122223333:function:a:*:*"'),
    "a tool's text": filter('"${LogGroup.Arn}:*"'),
  },
  invalid: {
    'two suffixes': {
      text: filter('["*", «"arn:aws:logs:us-east-1:111122223333:log-group:/app:*:*"»]'),
      fixed: filter('["*", "arn:aws:logs:us-east-1:111122223333:log-group:/app:*"]'),
      message: 'second ":*"',
    },
    'two suffixes in GovCloud': filter('«"arn:aws-us-gov:logs:us-gov-west-1:111122223333:log-group:/app:*:*"»'),
  },
});
