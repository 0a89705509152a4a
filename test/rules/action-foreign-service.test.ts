import { actionForeignService } from '../../server/src/rules/action-foreign-service.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (action: string) => `{ "Version": "2012-10-17", "Statement": [{ "Sid": "관리",
  "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": ${action}, "Resource": "*" }] }`;

const logs = (action: string) => `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
  "Principal": { "Service": "es.amazonaws.com" }, "Action": ${action}, "Resource": "*" } }`;

ruleTest(actionForeignService, {
  valid: {
    'actions of the own service': policy('["kms:Decrypt", "KMS:encrypt", "kms:*", "*"]'),
    'an unknown prefix, which action-unknown reports': policy('["kms:Decrypt", "kmss:Decrypt", "kms:Encrypt"]'),
    'a template': policy('["kms:Decrypt", "${service}:GetObject"]'),
    'a Logs resource policy': logs('["logs:CreateLogStream", "logs:PutLogEvents"]'),
    'a policy of a directory bucket': {
      text: '{ "Statement": { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "s3express:CreateSession", "Resource": "*" } }',
      kind: 'bucket-policy',
    },
    'an identity policy, which may hold every service':
      '{ "Statement": { "Effect": "Allow", "Action": ["kms:Decrypt", "s3:GetObject"], "Resource": "*" } }',
    'a VPC endpoint policy': {
      text: '{ "Statement": { "Effect": "Allow", "Principal": "*", "Action": ["kms:Decrypt", "s3:GetObject"], "Resource": "*" } }',
      kind: 'vpc-endpoint-policy',
    },
  },
  invalid: {
    'actions of other services in a key policy': {
      text: policy('["kms:Decrypt", «"s3:PutObject"», "kms:Encrypt", "kms:Sign", «"logs:*"»]'),
      fixed: policy('["kms:Decrypt", "kms:Encrypt", "kms:Sign"]'),
      message: '"kms"',
    },
    'the only action': {
      text: `{ "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "kms:*", "Resource": "*" },
        { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": «"logs:PutLogEvents"», "Resource": "*" }] }`,
      kind: 'key-policy',
      fixed: null,
    },
    'a KMS action in a Logs resource policy': {
      text: logs('["logs:PutLogEvents", «"kms:Decrypt"»]'),
      kind: 'logs-resource-policy',
      fixed: logs('["logs:PutLogEvents"]'),
    },
    'a KMS action in a bucket policy, by exception': {
      text: '{ "Statement": { "Effect": "Deny", "Principal": "*", "NotAction": ["s3:GetObject", «"kms:Decrypt"»], "Resource": "arn:aws:s3:::b/*" } }',
      kind: 'bucket-policy',
      fixed:
        '{ "Statement": { "Effect": "Deny", "Principal": "*", "NotAction": ["s3:GetObject"], "Resource": "arn:aws:s3:::b/*" } }',
    },
  },
});
