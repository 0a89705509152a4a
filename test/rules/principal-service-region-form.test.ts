import { principalServiceRegionForm } from '../../server/src/rules/principal-service-region-form.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (service: string) => `{ "Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "Principal": { "Service": ${service} }, "Action": "kms:Decrypt", "Resource": "*" }] }`;

ruleTest(principalServiceRegionForm, {
  valid: {
    'a global name': policy('"cloudtrail.amazonaws.com"'),
    'a regional name': policy('"logs.us-gov-west-1.amazonaws.com"'),
    'services that have both forms': policy('["sns.amazonaws.com", "sns.ap-east-1.amazonaws.com"]'),
    'Logs without Region in a key policy, which logs-principal-global reports': policy('"logs.amazonaws.com"'),
    'Logs without Region in a trust policy, where it is right': {
      text: '{ "Statement": { "Effect": "Allow", "Principal": { "Service": "logs.amazonaws.com" }, "Action": "sts:AssumeRole" } }',
      kind: 'trust-policy',
    },
    'an unknown service': policy('"foo.us-east-1.amazonaws.com"'),
    'a template': policy('"cloudtrail.${AWS::Region}.amazonaws.com"'),
  },
  invalid: {
    'CloudTrail with a Region': {
      text: policy('«"cloudtrail.eu-west-1.amazonaws.com"»'),
      fixed: policy('"cloudtrail.amazonaws.com"'),
      message: 'has no Region',
    },
    'log delivery and S3 with a Region': {
      text: policy('[«"delivery.logs.us-east-1.amazonaws.com"», «"s3.us-east-1.amazonaws.com"»]'),
      fixed: policy('["delivery.logs.amazonaws.com", "s3.amazonaws.com"]'),
    },
    'Logs without Region in a bucket policy': {
      text: `{ "Statement": { "Effect": "Allow", "Principal": { "Service": «"logs.amazonaws.com"» }, "Action": "s3:PutObject",
        "Resource": "arn:aws:s3:::b/*", "Condition": { "ArnLike": { "aws:SourceArn": "arn:aws:logs:us-east-1:111122223333:log-group:*" } } } }`,
      fixed: `{ "Statement": { "Effect": "Allow", "Principal": { "Service": "logs.us-east-1.amazonaws.com" }, "Action": "s3:PutObject",
        "Resource": "arn:aws:s3:::b/*", "Condition": { "ArnLike": { "aws:SourceArn": "arn:aws:logs:us-east-1:111122223333:log-group:*" } } } }`,
      level: 'warning',
    },
    'Logs without Region, which nothing tells': {
      text: '{ "Statement": { "Effect": "Allow", "Principal": { "Service": «"logs.amazonaws.com"» }, "Action": "s3:GetBucketAcl", "Resource": "arn:aws:s3:::b" } }',
      level: 'warning',
      fixed: null,
    },
  },
});
