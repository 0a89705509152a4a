import { principalServiceSuffixPartition } from '../../server/src/rules/principal-service-suffix-partition.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (service: string) => `{ "Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "Principal": { "Service": ${service} }, "Action": "kms:Decrypt", "Resource": "*" }] }`;

ruleTest(principalServiceSuffixPartition, {
  valid: {
    'the suffix of each partition': policy(
      '["logs.us-east-1.amazonaws.com", "logs.us-gov-west-1.amazonaws.com", "logs.cn-north-1.amazonaws.com.cn"]',
    ),
    'services that keep the plain suffix in China': policy(
      '["cloudtrail.amazonaws.com", "delivery.logs.amazonaws.com"]',
    ),
    'a partition whose suffix is not documented': policy('"logs.us-iso-east-1.amazonaws.com"'),
    'a service whose suffix is not documented': policy('"sns.cn-north-1.amazonaws.com"'),
    'a template': policy('"logs.${AWS::Region}.amazonaws.com"'),
  },
  invalid: {
    'the plain suffix in China': {
      text: policy('«"logs.cn-north-1.amazonaws.com"»'),
      fixed: policy('"logs.cn-north-1.amazonaws.com.cn"'),
      message: 'to be "logs.cn-north-1.amazonaws.com.cn"',
    },
    'the suffix of China elsewhere': {
      text: policy('[«"logs.ap-northeast-2.amazonaws.com.cn"», «"logs.us-gov-east-1.amazonaws.com.cn"»]'),
      fixed: policy('["logs.ap-northeast-2.amazonaws.com", "logs.us-gov-east-1.amazonaws.com"]'),
    },
  },
});
