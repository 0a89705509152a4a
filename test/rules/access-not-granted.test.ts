import { accessNotGranted } from '../../server/src/rules/access-not-granted.js';
import { ACCOUNT_STATEMENT, allow, keyPolicy } from '../support/adminPolicy.js';
import { allowing, policyOn } from '../support/identityPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const facts = {
  forbiddenActions: ['kms:ScheduleKeyDeletion', 'kms:Put*'],
  breakGlass: ['arn:aws:iam::111122223333:role/Emergency'],
};
const ROLE = '{ "AWS": "arn:aws:iam::111122223333:role/App" }';
const granting = (action: string, principal = ROLE) => keyPolicy([ACCOUNT_STATEMENT, allow(principal, action)]);

ruleTest(accessNotGranted, {
  valid: {
    'other actions': { text: granting('["kms:Decrypt", "kms:DescribeKey"]'), facts },
    'no list of forbidden actions': { text: granting('"kms:ScheduleKeyDeletion"') },
    'an empty list': { text: granting('"kms:ScheduleKeyDeletion"'), facts: { forbiddenActions: [] } },
    'a break-glass principal': {
      text: granting('"kms:*"', '{ "AWS": "arn:aws:iam::111122223333:role/Emergency" }'),
      facts,
    },
    'a Deny': { text: granting('"kms:ScheduleKeyDeletion"').replaceAll('"Allow"', '"Deny"'), facts },
    'an action that is filled in later': { text: granting('"kms:{{ action }}"'), facts },
  },
  invalid: {
    'the action among others': {
      text: granting('["kms:Decrypt", «"kms:ScheduleKeyDeletion"»]'),
      facts,
      fixed: granting('["kms:Decrypt"]'),
    },
    'the action alone, in any case': { text: granting('«"KMS:scheduleKeyDeletion"»'), facts, fixed: null },
    'a wildcard that covers it': { text: granting('«"kms:*"»'), facts, message: '"kms:ScheduleKeyDeletion"' },
    'what a forbidden pattern covers': { text: granting('«"kms:PutKeyPolicy"»'), facts, message: '"kms:Put*"' },
    'a break-glass principal beside somebody else': {
      text: granting(
        '«"kms:*"»',
        '{ "AWS": ["arn:aws:iam::111122223333:role/Emergency", "arn:aws:iam::111122223333:role/App"] }',
      ),
      facts,
    },
    'an identity policy': { text: policyOn(allowing('«"kms:Schedule*"»')), facts },
    'two in one document': {
      text: granting('[«"kms:ScheduleKeyDeletion"», «"kms:PutKeyPolicy"»]'),
      facts,
      fixed: granting('["kms:PutKeyPolicy"]'),
    },
  },
});
