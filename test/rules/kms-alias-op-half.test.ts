import { kmsAliasOpHalf } from '../../server/src/rules/kms-alias-op-half.js';
import { identityPolicy, identityPolicyOf, identityStatement } from '../support/identityPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const ALIAS = '"arn:aws:kms:us-east-1:111122223333:alias/*"';
const KEY = '"arn:aws:kms:us-east-1:111122223333:key/*"';

ruleTest(kmsAliasOpHalf, {
  valid: {
    'both resources': identityPolicy('["kms:CreateAlias", "kms:UpdateAlias"]', `[${ALIAS}, ${KEY}]`),
    everything: identityPolicy('"kms:CreateAlias"', '"*"'),
    'all that an account has': identityPolicy('"kms:CreateAlias"', '"arn:aws:kms:*:111122223333:*"'),
    'one resource in each of two statements': identityPolicyOf(
      identityStatement('"kms:CreateAlias"', ALIAS),
      identityStatement('"KMS:createalias"', KEY),
    ),
    'all operations on keys': identityPolicy('"kms:*"', KEY),
    'a Deny': identityPolicy('"kms:CreateAlias"', ALIAS, { effect: 'Deny' }),
    'a resource that a tool fills in': identityPolicy('"kms:CreateAlias"', `[${KEY}, "\${var.alias}"]`),
    'resources of another service': identityPolicy('"kms:CreateAlias"', '"arn:aws:s3:::app"'),
    'a key policy': { text: identityPolicy('"kms:CreateAlias"', KEY), kind: 'key-policy' },
  },
  invalid: {
    'the key alone': {
      text: identityPolicy('[«"kms:CreateAlias"», "kms:DeleteAlias"]', KEY),
      fixed: identityPolicy('["kms:CreateAlias", "kms:DeleteAlias"]', `[${KEY}, ${ALIAS}]`),
      message: 'only an IAM policy can give it',
    },
    'the alias alone': {
      text: identityPolicy('«"kms:UpdateAlias"»', `[${ALIAS}]`),
      level: 'info',
      fixed: identityPolicy('"kms:UpdateAlias"', `[${ALIAS}, ${KEY}]`),
      message: 'in the policy of the key',
    },
    'the other half of another operation': identityPolicyOf(
      identityStatement('«"kms:CreateAlias"»', KEY),
      identityStatement('["kms:DeleteAlias"]', `[${ALIAS}, ${KEY}]`),
    ),
  },
});
