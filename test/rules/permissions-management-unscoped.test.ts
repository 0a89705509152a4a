import { permissionsManagementUnscoped } from '../../server/src/rules/permissions-management-unscoped.js';
import { allowing, KEY, policyOn, WITH_MFA } from '../support/identityPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

ruleTest(permissionsManagementUnscoped, {
  valid: {
    'one key': policyOn(allowing('"kms:PutKeyPolicy"', KEY)),
    'the keys of the account, as AWS publishes it': policyOn(
      allowing('"kms:CreateGrant"', '"arn:aws:kms:*:111122223333:key/*"'),
    ),
    'a condition': policyOn(allowing('"kms:CreateGrant"', '"*"', WITH_MFA)),
    'reading permissions': policyOn(allowing('["kms:GetKeyPolicy", "kms:ListGrants"]')),
    'an action that takes no resource': policyOn(allowing('"logs:PutResourcePolicy"')),
    'all of KMS, of which kms-star-identity speaks': policyOn(allowing('"kms:*"')),
    'an escalation, of which its own rule speaks': policyOn(allowing('"iam:PutRolePolicy"')),
    'the policy of buckets, of which s3-policy-escalation speaks': policyOn(allowing('"s3:PutBucketPolicy"')),
    'a key policy':
      '{ "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "kms:PutKeyPolicy", "Resource": "*" }] }',
    'a half-typed statement': '{ "Statement": [{ "Effect": "Allow", "Action": "kms:CreateGrant", "Resource": "*", "C',
  },
  invalid: {
    'every key': {
      text: policyOn(allowing('[«"kms:PutKeyPolicy"», «"kms:CreateGrant"», "kms:DescribeKey"]')),
      level: 'warning',
      message: 'decides who may use the key',
    },
    'a pattern on every key by its ARN': {
      text: policyOn(allowing('«"kms:*Grant"»', '"arn:aws:kms:us-east-1:*:key/*"')),
      level: 'warning',
      message: 'kms:CreateGrant, kms:RetireGrant, kms:RevokeGrant',
    },
    'another service': {
      text: policyOn(allowing('«"lambda:AddPermission"»')),
      message: 'decides who may reach the resource',
    },
  },
});
