import { resourceRedundant } from '../../server/src/rules/resource-redundant.js';
import { identityPolicy } from '../support/identityPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const decrypt = (resource: string) => identityPolicy('"kms:Decrypt"', resource);
const logs = (resource: string) => `"arn:aws:logs:us-east-1:111122223333:${resource}"`;

ruleTest(resourceRedundant, {
  valid: {
    'resources that cover each other in no way': decrypt(
      '["arn:aws:kms:us-east-1:111122223333:key/*", "arn:aws:kms:eu-west-1:111122223333:key/*"]',
    ),
    'a bucket and its objects': identityPolicy('"s3:*"', '["arn:aws:s3:::app", "arn:aws:s3:::app/*"]'),
    'a log group and its streams': identityPolicy(
      '"logs:*"',
      `[${logs('log-group:/app')}, ${logs('log-group:/app:*')}]`,
    ),
    'a question mark, which covers no star': decrypt('["arn:aws:kms:*:*:key/?", "arn:aws:kms:*:*:key/*"]').replace(
      'key/*',
      'key/a*',
    ),
    'a star that crosses no colon': identityPolicy('"*"', '["arn:aws:s3*:::app", "arn:aws:s3:x:111122223333:app"]'),
    'a variable, which may bring anything': identityPolicy('"*"', '["arn:aws:s3:::${*}", "arn:aws:s3:::app"]'),
    'a single value': decrypt('"*"'),
    'letter case, which counts': identityPolicy('"*"', '["arn:aws:s3:::a/B", "arn:aws:s3:::a/b"]'),
    'a key policy, where key-resource-not-star speaks': {
      text: decrypt('["*", "arn:aws:kms:*:*:key/*"]'),
      kind: 'key-policy',
    },
  },
  invalid: {
    'a key that a pattern covers': {
      text: decrypt('["arn:aws:kms:*:111122223333:key/*", «"arn:aws:kms:us-east-1:111122223333:key/1"»]'),
      fixed: decrypt('["arn:aws:kms:*:111122223333:key/*"]'),
      message: 'is covered by',
    },
    'what everything covers': {
      text: decrypt('[«"arn:aws:kms:*:111122223333:key/*"», "*"]'),
      fixed: decrypt('["*"]'),
    },
    'one that is listed twice': {
      text: identityPolicy('"s3:*"', '["arn:aws:s3:::앱", «"arn:aws:s3:::앱"»]'),
      fixed: identityPolicy('"s3:*"', '["arn:aws:s3:::앱"]'),
      message: 'listed twice',
    },
    'resources that are left out': identityPolicy('"s3:*"', '["arn:aws:s3:::a*", «"arn:aws:s3:::ab/*"»]').replace(
      '"Resource"',
      '"NotResource"',
    ),
  },
});
