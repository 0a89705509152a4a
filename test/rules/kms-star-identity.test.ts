import { kmsStarIdentity } from '../../server/src/rules/kms-star-identity.js';
import { allowing, KEY, policyOn, WITH_MFA } from '../support/identityPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const USE = '"kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"';

ruleTest(kmsStarIdentity, {
  valid: {
    'some actions': policyOn(allowing('["kms:Encrypt", "kms:Describe*"]')),
    'a pattern that leaves one out': policyOn(allowing('"kms:?*e*"')),
    'a condition': policyOn(allowing('"kms:*"', '"*"', WITH_MFA)),
    'a Deny': { kind: 'identity-policy', text: policyOn('{ "Effect": "Deny", "Action": "kms:*", "Resource": "*" }') },
    'everything, of which full-admin speaks': policyOn(allowing('"*"'), allowing('"kms:Decrypt"')),
    'a guardrail': { kind: 'scp', text: policyOn(allowing('"kms:*"')) },
    'the account in a key policy':
      '{ "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "kms:*", "Resource": "*" }] }',
    'a half-typed statement': '{ "Statement": [{ "Effect": "Allow", "Action": "kms:*", "Resource": "*", "Con',
  },
  invalid: {
    'every key': {
      text: policyOn(allowing('«"kms:*"»')),
      fixed: policyOn(allowing(`[${USE}]`)),
      message: 'all keys that trust the account',
    },
    'every key, by its ARN': policyOn(allowing('«"KMS:*"»', '"arn:aws:kms:*:*:key/*"')),
    'one key, which is less': { text: policyOn(allowing('«"kms:*"»', KEY)), level: 'info' },
    'an action beside it': {
      text: policyOn(allowing('["logs:PutLogEvents", «"kms:**"»]')),
      fixed: policyOn(allowing(`["logs:PutLogEvents", ${USE}]`)),
    },
  },
});
