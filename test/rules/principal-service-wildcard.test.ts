import { principalServiceWildcard } from '../../server/src/rules/principal-service-wildcard.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (service: string) => `{ "Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "Principal": { "Service": ${service} }, "Action": "kms:Decrypt", "Resource": "*" }] }`;

ruleTest(principalServiceWildcard, {
  valid: {
    'a service': policy('"logs.us-east-1.amazonaws.com"'),
    'everyone under AWS':
      '{ "Statement": { "Effect": "Deny", "Principal": { "AWS": "*" }, "Action": "kms:Decrypt", "Resource": "*" } }',
    'a template': policy('"${service}.*"'),
  },
  invalid: {
    'a pattern among names': {
      text: policy('["s3.amazonaws.com", «"*.amazonaws.com"»]'),
      fixed: policy('["s3.amazonaws.com"]'),
    },
    'a lone star': { text: policy('«"*"»'), fixed: null, message: 'name each service' },
    'two patterns of a list': policy('[«"*.amazonaws.com"», "s3.amazonaws.com", «"logs.*.amazonaws.com"»]'),
    'a question mark': policy('«"logs.us-east-?.amazonaws.com"»'),
  },
});
