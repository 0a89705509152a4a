import { viaserviceForm } from '../../server/src/rules/viaservice-form.js';
import { identityWithCondition, withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const test = (value: string, operator = 'StringEquals') =>
  withCondition(`{ "${operator}": { "kms:ViaService": ${value} } }`);

ruleTest(viaserviceForm, {
  valid: {
    'a service and a Region': test('"s3.us-east-1.amazonaws.com"'),
    'a Region of China, with the suffix of all partitions': test('"s3.cn-north-1.amazonaws.com"'),
    'a Region of GovCloud': test('"logs.us-gov-west-1.amazonaws.com"'),
    'a Region newer than the list': test('"s3.eu-west-9.amazonaws.com"'),
    'a service that is in no list, which viaservice-unknown would report': test('"ebs.us-east-1.amazonaws.com"'),
    'a pattern, as in CloudWatchLogsAPIKeyAccess': test('"logs.*.amazonaws.com"', 'StringLike'),
    'a pattern for everything of a service': test('"s3.*"', 'StringLike'),
    'a wildcard that is no wildcard, which cond-wildcard-needs-like reports': test('"s3.*"'),
    'a policy variable': test('"s3.${aws:RequestedRegion}.amazonaws.com"'),
    'a service in its own name, which viaservice-with-service-principal reports': withCondition(
      '{ "StringEquals": { "kms:ViaService": "logs.amazonaws.com" } }',
      { principal: '{ "Service": "logs.us-east-1.amazonaws.com" }' },
    ),
    Null: test('"false"', 'Null'),
    'a half-typed value':
      '{ "Version": "2012-10-17", "Statement": [{ "Principal": "*", "Action": "kms:*", "Condition": { "StringEquals": { "kms:ViaService": "s3',
  },
  invalid: {
    'no Region, which the other values tell': {
      text: test('["ec2.eu-west-1.amazonaws.com", «"s3.amazonaws.com"»]'),
      fixed: test('["ec2.eu-west-1.amazonaws.com", "s3.eu-west-1.amazonaws.com"]'),
      message: 'Expected a Region',
    },
    'no Region, and nothing tells it': { text: test('«"s3.amazonaws.com"»'), fixed: null },
    'no Region, and two are named': {
      text: test('["ec2.eu-west-1.amazonaws.com", «"s3.amazonaws.com"», "rds.us-east-1.amazonaws.com"]'),
      fixed: null,
    },
    'an address': {
      text: test('«"https://s3.us-east-1.amazonaws.com/"»'),
      fixed: test('"s3.us-east-1.amazonaws.com"'),
    },
    'a misspelt Region': { text: test('«"s3.us-east1.amazonaws.com"»'), fixed: test('"s3.us-east-1.amazonaws.com"') },
    'the bare service': {
      text: test('["ec2.eu-west-1.amazonaws.com", «"s3"»]'),
      fixed: test('["ec2.eu-west-1.amazonaws.com", "s3.eu-west-1.amazonaws.com"]'),
    },
    'a suffix left out': { text: test('«"s3.us-east-1"»'), fixed: test('"s3.us-east-1.amazonaws.com"') },
    'a word of another kind': { text: test('«"웹"»'), fixed: null },
    'an IAM policy, key in other letter case': identityWithCondition(
      '{ "StringEqualsIfExists": { "kms:viaservice": «"Amazon S3"» } }',
    ),
    'two values': { text: test('[«"s3.amazonaws.com"»,\n «"ec2.amazonaws.com"»]') },
  },
});

ruleTest(viaserviceForm, {
  valid: {},
  invalid: {
    'the suffix of China, where AWS pages disagree': {
      text: test('«"s3.cn-north-1.amazonaws.com.cn"»'),
      fixed: test('"s3.cn-north-1.amazonaws.com"'),
      level: 'warning',
    },
  },
});
