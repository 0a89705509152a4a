import { actionDeleteStarMisread } from '../../server/src/rules/action-delete-star-misread.js';
import { ACCOUNT_STATEMENT, allow, keyPolicy, role } from '../support/adminPolicy.js';
import { allowing, policyOn } from '../support/identityPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const admin = (action: string, ...others: readonly string[]) =>
  keyPolicy([ACCOUNT_STATEMENT, allow(role('KeyAdmin'), action), ...others]);

ruleTest(actionDeleteStarMisread, {
  valid: {
    'the action that deletes keys beside it': admin('["kms:Delete*", "kms:ScheduleKeyDeletion"]'),
    'in another statement for the same role': admin('"kms:Delete*"', allow(role('KeyAdmin'), '"kms:Schedule*"')),
    'one of the actions by its name': admin('"kms:DeleteAlias"'),
    'a Deny': admin('"kms:Delete*"').replace(
      '"Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role',
      '"Effect": "Deny", "Principal": { "AWS": "arn:aws:iam::111122223333:role',
    ),
    'all of KMS': admin('"kms:*"'),
    'a half-typed document':
      '{ "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "kms:Delete*", ',
  },
  invalid: {
    alone: {
      text: admin('«"kms:Delete*"»'),
      fixed: admin('["kms:Delete*", "kms:ScheduleKeyDeletion", "kms:CancelKeyDeletion"]'),
      message: 'does not delete keys',
    },
    'with the deletion for somebody else': {
      text: admin('[«"KMS:delete*"», "kms:CancelKeyDeletion"]', allow(role('Other'), '"kms:ScheduleKeyDeletion"')),
      fixed: admin(
        '["KMS:delete*", "kms:CancelKeyDeletion", "kms:ScheduleKeyDeletion"]',
        allow(role('Other'), '"kms:ScheduleKeyDeletion"'),
      ),
    },
    'an IAM policy': { kind: 'identity-policy', text: policyOn(allowing('«"kms:Delete*"»')) },
  },
});
