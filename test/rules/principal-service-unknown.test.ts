import { principalServiceUnknown } from '../../server/src/rules/principal-service-unknown.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (service: string) => `{ "Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "Principal": { "Service": ${service} }, "Action": "kms:Decrypt", "Resource": "*" }] }`;

ruleTest(principalServiceUnknown, {
  valid: {
    'services of the list': policy(
      '["logs.us-east-1.amazonaws.com", "cloudtrail.amazonaws.com", "delivery.logs.amazonaws.com"]',
    ),
    'a Region that is newer than the list': policy('"logs.us-east-9.amazonaws.com"'),
    'a service that has actions but is in no list of principals': policy('"chime.amazonaws.com"'),
    'a malformed name, which principal-service-format reports': policy('"cloudtrai"'),
    'a wildcard': policy('"*"'),
    'a template': policy('"log.${AWS::Region}.amazonaws.com"'),
    'a trust policy, where any service may stand': {
      text: '{ "Statement": { "Effect": "Allow", "Principal": { "Service": "foo.amazonaws.com" }, "Action": "sts:AssumeRole" } }',
      kind: 'trust-policy',
    },
  },
  invalid: {
    'a misspelt name': {
      text: policy('«"cloudtrial.amazonaws.com"»'),
      fixed: policy('"cloudtrail.amazonaws.com"'),
      message: '"cloudtrail.amazonaws.com"',
    },
    'a misspelt name with a Region': {
      text: policy('«"log.eu-west-1.amazonaws.com"»'),
      fixed: policy('"logs.eu-west-1.amazonaws.com"'),
    },
    'a misspelt Region': {
      text: policy('«"logs.us-east1.amazonaws.com"»'),
      fixed: policy('"logs.us-east-1.amazonaws.com"'),
    },
    'two names that resemble nothing': {
      text: policy('[«"my-own-thing.amazonaws.com"», "s3.amazonaws.com", «"foo.example.com"»]'),
      level: 'info',
      fixed: null,
    },
  },
});
