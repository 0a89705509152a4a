import { scheduleWithoutCancel } from '../../server/src/rules/schedule-without-cancel.js';
import { ACCOUNT_STATEMENT, allow, keyPolicy, role } from '../support/adminPolicy.js';
import { allowing, KEY, policyOn } from '../support/identityPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const admin = (action: string, ...others: readonly string[]) =>
  keyPolicy([ACCOUNT_STATEMENT, allow(role('KeyAdmin'), action), ...others]);

ruleTest(scheduleWithoutCancel, {
  valid: {
    both: admin('["kms:ScheduleKeyDeletion", "kms:CancelKeyDeletion"]'),
    'both by patterns': admin('["kms:Schedule*", "kms:Cancel*"]'),
    'in another statement, for the role by a list': admin(
      '"kms:ScheduleKeyDeletion"',
      allow('{ "AWS": ["444455556666", "arn:aws:iam::111122223333:role/KeyAdmin"] }', '"kms:*"'),
    ),
    'an IAM policy with both': policyOn(
      allowing('"kms:ScheduleKeyDeletion"', KEY),
      allowing('"kms:CancelKeyDeletion"', KEY),
    ),
    'a Deny': policyOn('{ "Effect": "Deny", "Action": "kms:ScheduleKeyDeletion", "Resource": "*" }'),
    'everything but a list': admin(
      '"kms:ScheduleKeyDeletion"',
      '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/KeyAdmin" }, "NotAction": "kms:Decrypt", "Resource": "*" }',
    ),
    'a half-typed document':
      '{ "Statement": [{ "Effect": "Allow", "Principal": "*", "Action": "kms:ScheduleKeyDeletion", ',
  },
  invalid: {
    'a single action': {
      text: admin('«"kms:ScheduleKeyDeletion"»'),
      fixed: admin('["kms:ScheduleKeyDeletion", "kms:CancelKeyDeletion"]'),
    },
    'the account may, the role may not': {
      text: admin('["kms:DescribeKey", «"kms:Schedule*"»]'),
      fixed: admin('["kms:DescribeKey", "kms:Schedule*", "kms:CancelKeyDeletion"]'),
    },
    'an IAM policy': { text: policyOn(allowing('«"kms:schedulekeydeletion"»', KEY)), message: 'kms:CancelKeyDeletion' },
  },
});
