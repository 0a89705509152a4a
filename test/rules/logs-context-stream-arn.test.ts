import { logsContextStreamArn } from '../../server/src/rules/logs-context-stream-arn.js';
import { ruleTest } from '../support/ruleTest.js';
import { keyPolicyOf, logsContext, serviceStatement } from '../support/serviceStatement.js';

const ARN = 'arn:aws:logs:us-east-1:111122223333';
const policy = (value: string, operator = 'ArnLike') =>
  keyPolicyOf(serviceStatement('"logs.us-east-1.amazonaws.com"', { condition: logsContext(value, operator) }));

ruleTest(logsContextStreamArn, {
  valid: {
    'a log group': policy(`"${ARN}:log-group:/app"`),
    'a log group whose name speaks of streams': policy(`"${ARN}:log-group:/app/log-stream"`),
    'all log groups': policy(`"${ARN}:log-group:*"`),
    'the suffix, which logs-context-trailing-star reports': policy(`"${ARN}:log-group:/app:*"`),
    'a value that a tool completes': policy(`"${ARN}:log-group:\${Name}:log-stream:x"`),
    'a stream in a resource of an IAM policy':
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "logs:PutLogEvents", "Resource": "arn:aws:logs:us-east-1:111122223333:log-group:/app:log-stream:*" }] }',
    'a half-typed value':
      '{ "Statement": [{ "Effect": "Allow", "Action": "kms:Decrypt", "Principal": { "AWS": "*" }, "Condition": { "ArnLike": { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:us-east-1:111122223333:log-group:/app:log-stream:*',
  },
  invalid: {
    'one stream': {
      text: policy(`«"${ARN}:log-group:/app:log-stream:web-1"»`, 'StringEquals'),
      fixed: policy(`"${ARN}:log-group:/app"`, 'StringEquals'),
      message: 'never of a log stream',
    },
    'all streams of two groups': {
      text: policy(`[«"${ARN}:log-group:/a:log-stream:*"», «"${ARN}:log-group:/b:log-stream:"»]`),
      fixed: policy(`["${ARN}:log-group:/a", "${ARN}:log-group:/b"]`),
    },
    GovCloud: policy('«"arn:aws-us-gov:logs:us-gov-east-1:111122223333:log-group:/app:log-stream"»'),
  },
});
