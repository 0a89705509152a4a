import { kmsDecryptAllKeys } from '../../server/src/rules/kms-decrypt-all-keys.js';
import { identityPolicy } from '../support/identityPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

ruleTest(kmsDecryptAllKeys, {
  valid: {
    'one key': identityPolicy(
      '"kms:Decrypt"',
      '"arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"',
    ),
    'the keys of one account': identityPolicy('"kms:Decrypt"', '"arn:aws:kms:*:111122223333:key/*"'),
    'the keys of one Region': identityPolicy('"kms:Decrypt"', '"arn:aws:kms:us-east-1:*:key/*"'),
    'operations that decrypt nothing': identityPolicy(
      '["kms:Encrypt", "kms:ReEncryptTo", "kms:GenerateDataKey*"]',
      '"*"',
    ),
    'every action, which says more than decryption': identityPolicy('"*"', '"*"'),
    'a Deny': identityPolicy('"kms:Decrypt"', '"*"', { effect: 'Deny' }),
    'resources that are left out, of which notresource-allow speaks': identityPolicy('"kms:Decrypt"', '"*"').replace(
      '"Resource"',
      '"NotResource"',
    ),
    'a key policy, whose star is its key': { text: identityPolicy('"kms:Decrypt"', '"*"'), kind: 'key-policy' },
  },
  invalid: {
    everything: {
      text: identityPolicy('["kms:Encrypt", «"kms:Decrypt"»]', '"*"'),
      message: 'Unscoped permission',
      fixed: null,
    },
    'everything, where the account is known': {
      text: identityPolicy('[«"kms:Decrypt"», "kms:DescribeKey"]', '"*"'),
      facts: { account: '111122223333' },
      fixed: identityPolicy('["kms:Decrypt", "kms:DescribeKey"]', '"arn:aws:kms:*:111122223333:key/*"'),
    },
    'everything, for other services too': {
      text: identityPolicy('[«"kms:Decrypt"», "s3:GetObject"]', '"*"'),
      facts: { account: '111122223333' },
      fixed: null,
    },
    'keys of all accounts, by patterns in other letter case': identityPolicy(
      '[«"KMS:decrypt"», «"kms:ReEncrypt*"»]',
      '["arn:aws:s3:::app", "arn:aws:kms:*:*:key/*"]',
    ),
    'all operations': identityPolicy('«"kms:*"»', '"arn:aws:kms:*:*:*"'),
    'a condition on the service in between': {
      text: identityPolicy('«"kms:Decrypt"»', '"*"', {
        condition: '{ "StringLike": { "kms:ViaService": "s3.*.amazonaws.com" } }',
      }),
      level: 'info',
      message: 'only a condition limits it',
    },
    'a condition on aliases': {
      text: identityPolicy('«"kms:Decrypt"»', '"*"', {
        condition: '{ "ForAnyValue:StringLike": { "kms:ResourceAliases": "alias/app-*" } }',
      }),
      level: 'info',
    },
    'a condition that tells no keys apart': identityPolicy('«"kms:Decrypt"»', '"*"', {
      condition: '{ "Bool": { "aws:MultiFactorAuthPresent": "true" } }',
    }),
  },
});
