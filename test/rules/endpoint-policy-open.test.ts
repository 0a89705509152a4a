import { endpointPolicyOpen } from '../../server/src/rules/endpoint-policy-open.js';
import { ruleTest } from '../support/ruleTest.js';

const endpoint = (principal: string, action = '"*"', { resource = '"*"', rest = '' } = {}) => ({
  kind: 'vpc-endpoint-policy' as const,
  text: `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": ${principal}, "Action": ${action}, "Resource": ${resource}${rest} }] }`,
});
const bound = (key: string, value: string) => ({ rest: `, "Condition": { "StringEquals": { "${key}": "${value}" } }` });

ruleTest(endpointPolicyOpen, {
  valid: {
    'the organization': endpoint('"*"', '"*"', bound('aws:PrincipalOrgID', 'o-a1b2c3d4e5')),
    'some actions': endpoint('"*"', '["logs:PutLogEvents", "kms:Generate*"]'),
    'the keys of one account': endpoint('"*"', '"kms:*"', { resource: '"arn:aws:kms:us-east-1:111122223333:key/*"' }),
    'one role': endpoint('{ "AWS": "arn:aws:iam::111122223333:role/App" }'),
    'a bucket policy': { ...endpoint('"*"'), kind: 'bucket-policy' },
    'a half-typed statement': {
      kind: 'vpc-endpoint-policy',
      text: '{ "Statement": [{ "Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*", "Con',
    },
  },
  invalid: {
    'the default policy': { ...endpoint('«"*"»'), fixed: null, message: 'aws:PrincipalOrgID' },
    'all of KMS, with the account known': {
      ...endpoint('{ "AWS": «"*"» }', '["logs:PutLogEvents", "kms:*"]'),
      facts: { account: '111122223333' },
      fixed: endpoint('{ "AWS": "*" }', '["logs:PutLogEvents", "kms:*"]', bound('aws:PrincipalAccount', '111122223333'))
        .text,
    },
    'the organization of the settings': {
      ...endpoint('«"*"»', '"logs:*"'),
      facts: { account: '111122223333', organization: 'o-a1b2c3d4e5' },
      fixed: endpoint('"*"', '"logs:*"', bound('aws:PrincipalOrgID', 'o-a1b2c3d4e5')).text,
    },
  },
});
