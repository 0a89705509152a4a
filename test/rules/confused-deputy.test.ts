import { confusedDeputy } from '../../server/src/rules/confused-deputy.js';
import { ruleTest } from '../support/ruleTest.js';
import { keyPolicyOf, policyOf, serviceStatement } from '../support/serviceStatement.js';

const USE = '["kms:GenerateDataKey*", "kms:Decrypt"]';
const ACCOUNT = '{ "StringEquals": { "aws:SourceAccount": "111122223333" } }';
const key = (services: string, condition?: string) =>
  keyPolicyOf(serviceStatement(services, { action: USE, ...(condition !== undefined && { condition }) }));
const bucket = (services: string) =>
  policyOf(serviceStatement(services, { action: '"s3:PutObject"', resource: '"arn:aws:s3:::amzn-s3-demo-bucket/*"' }));

ruleTest(confusedDeputy, {
  valid: {
    'the source account': key('"delivery.logs.amazonaws.com"', ACCOUNT),
    'the source ARN': key(
      '"cloudfront.amazonaws.com"',
      '{ "StringEquals": { "AWS:SourceArn": "arn:aws:cloudfront::111122223333:distribution/E1" } }',
    ),
    'the encryption context': key(
      '"delivery.logs.amazonaws.com"',
      '{ "StringLike": { "kms:EncryptionContext:SourceArn": "arn:aws:logs:us-east-1:111122223333:*" } }',
    ),
    'a service of which it is not known whether it sends source keys': key('"events.amazonaws.com"'),
    'S3 as the sender of events, for which AWS publishes no condition': key('"s3.amazonaws.com"'),
    'a service that we do not know': key('"quantum.amazonaws.com"'),
    'CloudWatch Logs, of which logs-no-context-guard speaks': key('"logs.us-east-1.amazonaws.com"'),
    'CloudTrail, of which trail-no-guard speaks': key('"cloudtrail.amazonaws.com"'),
    'both beside another, whose missing condition is the same': key(
      '["delivery.logs.amazonaws.com", "logs.us-east-1.amazonaws.com"]',
    ),
    'log delivery to a bucket, of which bucket-delivery-no-source speaks': bucket('"delivery.logs.amazonaws.com"'),
    'a statement that only describes the key': keyPolicyOf(
      serviceStatement('"config.amazonaws.com"', { action: '"kms:DescribeKey"' }),
    ),
    'a Deny': keyPolicyOf(serviceStatement('"config.amazonaws.com"', { effect: 'Deny' })),
    'a role that trusts a service':
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": { "Service": "config.amazonaws.com" }, "Action": "sts:AssumeRole" }] }',
    'a half-typed statement':
      '{ "Statement": [{ "Effect": "Allow", "Principal": { "Service": "config.amazonaws.com" }, "Action": "kms:Decrypt", ',
  },
  invalid: {
    'log delivery': {
      text: key('«"delivery.logs.amazonaws.com"»'),
      fixed: key('"delivery.logs.amazonaws.com"', ACCOUNT),
      message: 'on behalf of any AWS account',
    },
    'a condition that says nothing of the source, to which one is added': {
      text: key('[«"config.amazonaws.com"»]', '{ "stringequals": { "aws:UserAgent": "a" } }'),
      fixed: key(
        '["config.amazonaws.com"]',
        '{ "stringequals": { "aws:UserAgent": "a", "aws:SourceAccount": "111122223333" } }',
      ),
    },
    'an unknown service beside it, which the condition might shut out': {
      text: key('["events.amazonaws.com", «"config.amazonaws.com"»]'),
      fixed: null,
    },
    'a bucket policy that does not tell the account': { text: bucket('«"guardduty.amazonaws.com"»'), fixed: null },
    'two statements': keyPolicyOf(
      serviceStatement('«"macie.amazonaws.com"»', { action: USE }),
      serviceStatement('«"inspector2.amazonaws.com"»', { action: '"kms:*"' }),
    ),
  },
});
