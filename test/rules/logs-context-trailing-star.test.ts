import { logsContextTrailingStar } from '../../server/src/rules/logs-context-trailing-star.js';
import { ruleTest } from '../support/ruleTest.js';
import { keyPolicyOf, logsContext, serviceStatement } from '../support/serviceStatement.js';

const ARN = 'arn:aws:logs:us-east-1:111122223333';
const policy = (value: string, operator = 'ArnLike') =>
  keyPolicyOf(serviceStatement('"logs.us-east-1.amazonaws.com"', { condition: logsContext(value, operator) }));
const identity = (value: string) =>
  `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*", "Condition": ${logsContext(value)} }] }`;

ruleTest(logsContextTrailingStar, {
  valid: {
    'one log group': policy(`"${ARN}:log-group:/app"`),
    'all log groups': policy(`"${ARN}:log-group:*"`),
    'everything of the account': policy(`"${ARN}:*"`),
    'every Region and account': policy('"arn:aws:logs:*:*:*"'),
    'names that begin alike': policy(`"${ARN}:log-group:/app*"`),
    'everything of the account with one colon more': policy(`"${ARN}:*:*"`),
    'a stream, which logs-context-stream-arn reports': policy(`"${ARN}:log-group:/app:log-stream:*"`),
    'a value that a tool completes': policy('"${LogGroup.Arn}:*"'),
    'the source key of log delivery': policy(`"${ARN}:log-group:/app:*"`).replace(
      'kms:EncryptionContext:aws:logs:arn',
      'aws:SourceArn',
    ),
    'resources of CloudWatch Logs in IAM policies, where the suffix belongs':
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "logs:PutLogEvents", "Resource": "arn:aws:logs:us-east-1:111122223333:log-group:/app:*" }] }',
    'a half-typed value':
      '{ "Statement": [{ "Effect": "Allow", "Action": "kms:Decrypt", "Principal": { "AWS": "*" }, "Condition": { "ArnLike": { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:us-east-1:111122223333:log-group:/app:*',
  },
  invalid: {
    'the ARN as DescribeLogGroups returns it': {
      text: policy(`«"${ARN}:log-group:/app:*"»`),
      fixed: policy(`"${ARN}:log-group:/app"`),
      message: 'without ":*"',
    },
    'each such value of a list': {
      text: policy(`[«"${ARN}:log-group:/a:*"», "${ARN}:log-group:/b", «"${ARN}:log-group:/c:*"»]`),
      fixed: policy(`["${ARN}:log-group:/a", "${ARN}:log-group:/b", "${ARN}:log-group:/c"]`),
    },
    'any name with the suffix': {
      text: policy(`«"${ARN}:log-group:*:*"»`),
      fixed: policy(`"${ARN}:log-group:*"`),
    },
    'string operators, whose star crosses colons but wants one': policy(`«"${ARN}:log-group:/app:*"»`, 'StringLike'),
    China: policy('«"arn:aws-cn:logs:cn-north-1:111122223333:log-group:/app:*"»'),
    'an identity policy of those who read through CloudWatch Logs': identity(`«"${ARN}:log-group:/app:*"»`),
  },
});
