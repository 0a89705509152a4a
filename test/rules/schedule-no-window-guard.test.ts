import { scheduleNoWindowGuard } from '../../server/src/rules/schedule-no-window-guard.js';
import { ACCOUNT_STATEMENT, allow, keyPolicy, role } from '../support/adminPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const GUARD =
  '{ "Sid": "MinimumDeletionWindow", "Effect": "Deny", "Principal": { "AWS": "*" }, "Action": "kms:ScheduleKeyDeletion", "Resource": "*", "Condition": { "NumericLessThan": { "kms:ScheduleKeyDeletionPendingWindowInDays": "21" } } }';
const identity = (...statements: string[]) => `{ "Version": "2012-10-17", "Statement": [${statements.join(', ')}] }`;
const DELETE =
  '{ "Effect": "Allow", "Action": "kms:ScheduleKeyDeletion", "Resource": "arn:aws:kms:*:111122223333:key/*" }';

ruleTest(scheduleNoWindowGuard, {
  valid: {
    'a Deny of short periods': keyPolicy([ACCOUNT_STATEMENT, GUARD]),
    'a condition of the Allow': keyPolicy([
      allow(role('Admin'), '"kms:ScheduleKeyDeletion"').replace(
        / }$/,
        ', "Condition": { "NumericGreaterThanEquals": { "KMS:scheduleKeyDeletionPendingWindowInDays": "30" } } }',
      ),
    ]),
    'no deletion': keyPolicy([allow(role('App'), '"kms:Delete*"')]),
    'a half-typed policy': keyPolicy([ACCOUNT_STATEMENT]).slice(0, -2),
  },
  invalid: {
    'the account statement': {
      text: keyPolicy([ACCOUNT_STATEMENT.replace('"Action"', '«"Action"»')]),
      fixed: keyPolicy([ACCOUNT_STATEMENT, GUARD]),
    },
    'an IAM policy, whose statements name no principal': {
      text: identity(DELETE.replace('"Action"', '«"Action"»')),
      fixed: identity(DELETE, GUARD.replace('"Principal": { "AWS": "*" }, ', '')),
    },
    'the first of two statements': keyPolicy([
      allow(role('A'), '"kms:Schedule*"').replace('"Action"', '«"Action"»'),
      allow(role('B')),
    ]),
  },
});
