import { resourceActionMismatch } from '../../server/src/rules/resource-action-mismatch.js';
import { identityPolicy } from '../support/identityPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const KEY = '"arn:aws:kms:us-east-1:111122223333:key/*"';
const GROUP = '"arn:aws:logs:us-east-1:111122223333:log-group:/app:*"';

ruleTest(resourceActionMismatch, {
  valid: {
    'an action on its resource': identityPolicy('["kms:Decrypt", "kms:Encrypt"]', KEY),
    'one resource for each action': identityPolicy('["kms:Decrypt", "logs:PutLogEvents"]', `[${KEY}, ${GROUP}]`),
    everything: identityPolicy('["kms:Decrypt", "s3:GetObject"]', '"*"'),
    'all resources of an account': identityPolicy('"logs:CreateLogGroup"', '"arn:aws:logs:us-east-1:111122223333:*"'),
    'an action without resources, which resource-star-required reports': identityPolicy('"kms:ListKeys"', KEY),
    'an alias in the place of a key, which kms-alias-as-resource reports': identityPolicy(
      '"kms:Decrypt"',
      '"arn:aws:kms:us-east-1:111122223333:alias/a"',
    ),
    'a bucket in the place of objects, which bucket-object-suffix reports': identityPolicy(
      '"s3:GetObject"',
      '"arn:aws:s3:::app"',
    ),
    'a log group in the place of streams, which logs-stream-suffix-missing reports': identityPolicy(
      '"logs:PutLogEvents"',
      '"arn:aws:logs:us-east-1:111122223333:log-group:/app"',
    ),
    'an ARN with a fault of its own': identityPolicy('"kms:Decrypt"', '"arn:aws:kms:us-east-1:1234:alias/a"'),
    'a pattern of which one action fits': identityPolicy('"kms:*Alias"', KEY),
    'every action': identityPolicy('["*", "kms:*"]', KEY),
    'an unknown action': identityPolicy('"kms:Decryt"', GROUP),
    'a resource that a tool fills in': identityPolicy('"kms:Decrypt"', `[${GROUP}, "\${var.key}"]`),
    'resources that are left out': identityPolicy('"kms:Decrypt"', GROUP).replace('"Resource"', '"NotResource"'),
    'a bucket policy, where other rules speak': {
      text: identityPolicy('"s3:GetObject"', KEY),
      kind: 'bucket-policy',
    },
    'a resource type of another service': identityPolicy('"iam:PassRole"', '"arn:aws:iam::111122223333:role/app"'),
  },
  invalid: {
    'an action of another service': {
      text: identityPolicy('["kms:Decrypt", «"s3:GetObject"»]', KEY),
      fixed: identityPolicy('["kms:Decrypt"]', KEY),
      message: 'Ineffective action "s3:GetObject"',
    },
    'the only action': { text: identityPolicy('«"kms:Decrypt"»', GROUP), fixed: null },
    'another type of the same service': identityPolicy(
      '«"logs:PutDestination"»',
      '"arn:aws:logs:us-east-1:111122223333:log-group:/app:*"',
    ),
    'a pattern of which none fits': identityPolicy('[«"kms:Re*"», "logs:PutLogEvents"]', GROUP),
    'a Deny, in other letter case': identityPolicy('«"KMS:decrypt"»', GROUP, { effect: 'Deny' }),
  },
});
