import { keyServiceKmsStar } from '../../server/src/rules/key-service-kms-star.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (action: string, principal = '{ "Service": "logs.us-east-1.amazonaws.com" }', effect = 'Allow') =>
  `{ "Version": "2012-10-17", "Statement": [{ "Effect": "${effect}", "Principal": ${principal}, "Action": ${action}, "Resource": "*" }] }`;
const USAGE = '["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"]';

ruleTest(keyServiceKmsStar, {
  valid: {
    'actions that use the key': policy(USAGE),
    'everything for the account': policy('"kms:*"', '{ "AWS": "arn:aws:iam::111122223333:root" }'),
    'everything denied to a service': policy('"kms:*"', undefined, 'Deny'),
    'patterns of the statement of AWS': policy('["kms:Encrypt*", "kms:Decrypt*", "kms:Describe*"]'),
    'grants for a service': policy('["kms:CreateGrant", "kms:Decrypt"]'),
    NotPrincipal: policy('"kms:*"').replace('"Principal"', '"NotPrincipal"'),
    'NotAction, which notaction-allow reports': policy('"kms:Decrypt"').replace('"Action"', '"NotAction"'),
    'a half-typed action':
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": { "Service": "logs.us-east-1.amazonaws.com" }, "Action": "kms:*',
  },
  invalid: {
    'kms:* for CloudWatch Logs': {
      text: policy('«"kms:*"»'),
      message: '"kms:PutKeyPolicy"',
    },
    'the policy itself, in other letter case': policy('["kms:Decrypt", «"KMS:putkeypolicy"»]'),
    'deletion by a pattern': { text: policy('[«"kms:Schedule*"»]'), message: '"kms:ScheduleKeyDeletion"' },
    'a bare star': { kind: 'key-policy', text: policy('«"*"»') },
    'a service without a log store': {
      text: policy('«"kms:*"»', '{ "Service": "sns.amazonaws.com" }'),
      fixed: null,
    },
    'a service beside an account, whose actions must stay': {
      text: policy('«"kms:*"»', '{ "AWS": "111122223333", "Service": "logs.us-east-1.amazonaws.com" }'),
      fixed: null,
    },
    'a service of China, and a statement that is an object': `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
      "Principal": { "Service": ["logs.cn-north-1.amazonaws.com.cn"] }, "Action": [«"kms:*"», «"kms:DisableKey"»], "Resource": "*" } }`,
  },
});

ruleTest(keyServiceKmsStar, {
  valid: {},
  invalid: {
    'kms:* for CloudTrail, replaced with what a trail needs': {
      text: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Service": "cloudtrail.amazonaws.com" },
      "Action": «"kms:*"»,
      "Resource": "*"
    }
  ]
}`,
      fixed: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Service": "cloudtrail.amazonaws.com" },
      "Action": ["kms:GenerateDataKey*", "kms:DescribeKey"],
      "Resource": "*"
    }
  ]
}`,
    },
  },
});
