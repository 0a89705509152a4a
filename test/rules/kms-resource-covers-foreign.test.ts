import { kmsResourceCoversForeign } from '../../server/src/rules/kms-resource-covers-foreign.js';
import { identityPolicy } from '../support/identityPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const facts = { account: '111122223333' };

ruleTest(kmsResourceCoversForeign, {
  valid: {
    'keys of one account': identityPolicy('"kms:Decrypt"', '"arn:aws:kms:*:111122223333:key/*"'),
    'operations that stay within the account': identityPolicy('["kms:EnableKey", "kms:ListKeys"]', '"*"'),
    'other services': identityPolicy('"s3:GetObject"', '"*"'),
    'a condition on the owner of the key': identityPolicy('"kms:Decrypt"', '"*"', {
      condition: '{ "StringEquals": { "aws:ResourceAccount": "111122223333" } }',
    }),
    'a condition on tags': identityPolicy('"kms:Decrypt"', '"*"', {
      condition: '{ "StringEquals": { "aws:ResourceTag/team": "a" } }',
    }),
    'a Deny': identityPolicy('"kms:Decrypt"', '"*"', { effect: 'Deny' }),
    'resources that are left out': identityPolicy('"kms:Decrypt"', '"*"').replace('"Resource"', '"NotResource"'),
  },
  invalid: {
    everything: {
      text: identityPolicy('"kms:Decrypt"', '«"*"»'),
      fixed: null,
      message: '"kms:Decrypt" works across accounts',
    },
    'everything, where the settings name the account': {
      text: identityPolicy('["kms:Encrypt", "kms:GenerateDataKey*"]', '«"*"»'),
      facts,
      fixed: identityPolicy('["kms:Encrypt", "kms:GenerateDataKey*"]', '"arn:aws:kms:*:111122223333:key/*"'),
    },
    'everything in China': {
      text: identityPolicy('"kms:Sign"', '«"*"»'),
      facts: { account: '111122223333', region: 'cn-north-1' },
      fixed: identityPolicy('"kms:Sign"', '"arn:aws-cn:kms:*:111122223333:key/*"'),
    },
    'keys of all accounts': {
      text: identityPolicy('"kms:*"', '[«"arn:aws:kms:*:*:key/*"»]'),
      facts,
      fixed: null,
    },
    'a condition that tells no keys apart': identityPolicy('"kms:Decrypt"', '«"*"»', {
      condition: '{ "Bool": { "aws:SecureTransport": "true" } }',
    }),
  },
});
