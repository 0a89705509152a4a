import { logsPrincipalRegionMismatch } from '../../server/src/rules/logs-principal-region-mismatch.js';
import { ruleTest } from '../support/ruleTest.js';
import { keyPolicyOf, logsContext, serviceStatement } from '../support/serviceStatement.js';

const GROUP = '"arn:aws:logs:us-east-1:111122223333:log-group:/app"';
const policy = (services: string, condition: string) => keyPolicyOf(serviceStatement(services, { condition }));
const both = (services: string, arn: string) => policy(services, logsContext(arn, 'ArnEquals'));

ruleTest(logsPrincipalRegionMismatch, {
  valid: {
    'the same Region': both('"logs.us-east-1.amazonaws.com"', GROUP),
    'any Region': both('"logs.us-east-1.amazonaws.com"', '"arn:aws:logs:*:111122223333:log-group:*"'),
    'several Regions on both sides': both(
      '["logs.us-east-1.amazonaws.com", "logs.eu-west-1.amazonaws.com"]',
      `[${GROUP}, "arn:aws:logs:eu-west-1:111122223333:log-group:*"]`,
    ),
    China: both('"logs.cn-north-1.amazonaws.com.cn"', '"arn:aws-cn:logs:cn-north-1:111122223333:log-group:*"'),
    GovCloud: both('"logs.us-gov-west-1.amazonaws.com"', '"arn:aws-us-gov:logs:us-gov-west-1:111122223333:*"'),
    'a value that a tool completes': both(
      '"logs.eu-west-1.amazonaws.com"',
      '"arn:aws:logs:${AWS::Region}:111122223333:*"',
    ),
    'a test that a missing key passes': policy('"logs.eu-west-1.amazonaws.com"', logsContext(GROUP, 'ArnLikeIfExists')),
    'a test for presence': policy('"logs.eu-west-1.amazonaws.com"', logsContext('"false"', 'Null')),
    'a negated test': policy('"logs.eu-west-1.amazonaws.com"', logsContext(GROUP, 'ArnNotLike')),
    'the name without a Region, which logs-principal-global reports': both('"logs.amazonaws.com"', GROUP),
    'another service': policy(
      '"cloudtrail.amazonaws.com"',
      '{ "ArnLike": { "aws:SourceArn": "arn:aws:cloudtrail:eu-west-1:111122223333:trail/*" } }',
    ),
    'a Deny': keyPolicyOf(
      serviceStatement('"logs.eu-west-1.amazonaws.com"', { effect: 'Deny', condition: logsContext(GROUP) }),
    ),
    'a half-typed value':
      '{ "Statement": [{ "Effect": "Allow", "Action": "kms:Decrypt", "Principal": { "Service": "logs.eu-west-1.amazonaws.com" }, "Condition": { "ArnLike": { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:us-east-1',
  },
  invalid: {
    'another Region': {
      text: both('«"logs.eu-west-1.amazonaws.com"»', GROUP),
      fixed: both('"logs.us-east-1.amazonaws.com"', GROUP),
      message: 'Region of "logs.eu-west-1.amazonaws.com"',
    },
    'another partition, whose suffix is another too': {
      text: both('«"logs.us-east-1.amazonaws.com"»', '"arn:aws-cn:logs:cn-north-1:111122223333:log-group:*"'),
      fixed: both('"logs.cn-north-1.amazonaws.com.cn"', '"arn:aws-cn:logs:cn-north-1:111122223333:log-group:*"'),
    },
    'query results of another Region, in any letter case': {
      text: policy(
        '«"logs.eu-west-1.amazonaws.com"»',
        '{ "arnequals": { "AWS:sourcearn": "arn:aws:logs:us-east-1:111122223333:query-result:*" } }',
      ),
      fixed: policy(
        '"logs.us-east-1.amazonaws.com"',
        '{ "arnequals": { "AWS:sourcearn": "arn:aws:logs:us-east-1:111122223333:query-result:*" } }',
      ),
    },
    'only that of several principals which has no log group': {
      text: both('["logs.us-east-1.amazonaws.com", «"logs.eu-west-1.amazonaws.com"»]', GROUP),
    },
    'several log groups, none of them in the Region': {
      text: both(
        '«"logs.eu-west-1.amazonaws.com"»',
        `[${GROUP}, "arn:aws:logs:us-west-2:111122223333:log-group:/app"]`,
      ),
      fixed: null,
    },
    'an ARN without a Region, which is mended itself': {
      text: both('«"logs.eu-west-1.amazonaws.com"»', '"arn:aws:logs::111122223333:log-group:/app"'),
      fixed: both('"logs.eu-west-1.amazonaws.com"', '"arn:aws:logs:eu-west-1:111122223333:log-group:/app"'),
    },
    'the partition alone': {
      text: both('"logs.cn-north-1.amazonaws.com.cn"', '«"arn:aws:logs:cn-north-1:111122223333:log-group:*"»'),
      fixed: both('"logs.cn-north-1.amazonaws.com.cn"', '"arn:aws-cn:logs:cn-north-1:111122223333:log-group:*"'),
      message: 'to be "aws-cn"',
    },
    'the partition of a pattern for any Region': {
      text: both('"logs.us-gov-east-1.amazonaws.com"', '«"arn:aws:logs:*:111122223333:log-group:*"»'),
      fixed: both('"logs.us-gov-east-1.amazonaws.com"', '"arn:aws-us-gov:logs:*:111122223333:log-group:*"'),
    },
  },
});
