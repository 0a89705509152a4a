import { keyDestructiveUnscoped } from '../../server/src/rules/key-destructive-unscoped.js';
import { allowing, KEY, policyOn, WITH_MFA } from '../support/identityPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

ruleTest(keyDestructiveUnscoped, {
  valid: {
    'one key': policyOn(allowing('"kms:ScheduleKeyDeletion"', KEY)),
    'the keys of an account': policyOn(allowing('"kms:DisableKey"', '"arn:aws:kms:*:111122223333:key/*"')),
    MFA: policyOn(allowing('"kms:ScheduleKeyDeletion"', '"*"', WITH_MFA)),
    'a Deny': policyOn('{ "Effect": "Deny", "Action": "kms:DisableKey", "Resource": "*" }'),
    'calling a deletion off': policyOn(allowing('"kms:CancelKeyDeletion"')),
    'all of KMS, of which kms-star-identity speaks': policyOn(allowing('"kms:*"')),
    'a half-typed statement': '{ "Statement": [{ "Effect": "Allow", "Action": "kms:DisableKey", "Resource": "*", "C',
  },
  invalid: {
    'deletion alone': {
      text: policyOn(allowing('«"kms:ScheduleKeyDeletion"»')),
      fixed: policyOn(
        allowing(
          '"kms:ScheduleKeyDeletion"',
          '"*"',
          ', "Condition": { "NumericGreaterThanEquals": { "kms:ScheduleKeyDeletionPendingWindowInDays": "30" } }',
        ),
      ),
    },
    'among others, which the condition would shut out': {
      text: policyOn(allowing('["kms:DescribeKey", «"kms:ScheduleKeyDeletion"», «"kms:Disable*"»]')),
      fixed: null,
      message: 'what a key encrypted is lost',
    },
    'every key by its ARN': policyOn(allowing('«"kms:DeleteImportedKeyMaterial"»', '["arn:aws-cn:kms:*:*:key/*"]')),
  },
});
