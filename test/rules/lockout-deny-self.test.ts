import { lockoutDenySelf } from '../../server/src/rules/lockout-deny-self.js';
import { ACCOUNT_STATEMENT, allow, keyPolicy, role } from '../support/adminPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const deny = (principal: string, action = '«"kms:*"»') => allow(principal, action).replace('Allow', 'Deny');
const plain = (text: string) => text.replace(/[«»]/g, '');

ruleTest(lockoutDenySelf, {
  valid: {
    'a condition': keyPolicy([
      ACCOUNT_STATEMENT,
      plain(deny('"*"')).replace(
        / }$/,
        ', "Condition": { "Bool": { "kms:BypassPolicyLockoutSafetyCheck": "true" } } }',
      ),
    ]),
    'a condition that is not finished': keyPolicy([
      ACCOUNT_STATEMENT,
      plain(deny('"*"')).replace(/ }$/, ', "Condition": {} }'),
    ]),
    'another action': keyPolicy([ACCOUNT_STATEMENT, deny('"*"', '"kms:ScheduleKeyDeletion"')]),
    'a role': keyPolicy([ACCOUNT_STATEMENT, plain(deny(role('App')))]),
    'an Allow': keyPolicy([ACCOUNT_STATEMENT]),
    'everyone but a role': keyPolicy([
      ACCOUNT_STATEMENT,
      plain(deny(role('Admin'))).replace('"Principal"', '"NotPrincipal"'),
    ]),
    'NotAction that takes it out': keyPolicy([
      ACCOUNT_STATEMENT,
      deny('"*"', '"kms:Put*"').replace('"Action"', '"NotAction"'),
    ]),
    'another account than the one that administers': keyPolicy([
      ACCOUNT_STATEMENT,
      plain(deny('{ "AWS": "arn:aws:iam::444455556666:root" }')),
    ]),
    'an action that a template fills in': keyPolicy([ACCOUNT_STATEMENT, deny('"*"', '"kms:{{ name }}"')]),
    'a half-typed statement': `{ "Version": "2012-10-17", "Statement": [${ACCOUNT_STATEMENT}, { "Effect": "Deny", "Principal": "*", "Action": "kms:*"`,
  },
  invalid: {
    'with a caller and a role for emergencies declared': {
      text: keyPolicy([ACCOUNT_STATEMENT, deny('"*"')]),
      facts: { caller: 'arn:aws:iam::111122223333:role/Admin', breakGlass: ['arn:aws:iam::111122223333:role/Rescue'] },
      fixed: plain(
        keyPolicy([
          ACCOUNT_STATEMENT,
          deny('"*"').replace(
            '"Resource": "*"',
            '"Resource": "*", "Condition": { "ArnNotEquals": { "aws:PrincipalArn": ["arn:aws:iam::111122223333:role/Admin", "arn:aws:iam::111122223333:role/Rescue"] } }',
          ),
        ]),
      ),
    },
    'the action among others': {
      text: keyPolicy([ACCOUNT_STATEMENT, deny('"*"', '["kms:DisableKey", «"kms:PutKeyPolicy"»]')]),
      fixed: keyPolicy([ACCOUNT_STATEMENT, deny('"*"', '["kms:DisableKey"]')]),
    },
    'a pattern, with which the statement goes': {
      text: keyPolicy([ACCOUNT_STATEMENT, deny('"*"', '["kms:DisableKey", «"kms:Put*"»]')]),
      fixed: keyPolicy([ACCOUNT_STATEMENT]),
    },
    'everything for everyone': {
      text: keyPolicy([ACCOUNT_STATEMENT, deny('"*"')]),
      message: '"kms:PutKeyPolicy" for "*"',
    },
    'everyone as an AWS principal': keyPolicy([
      ACCOUNT_STATEMENT,
      deny('{ "AWS": "*" }', '["kms:Decrypt", «"kms:put*"»]'),
    ]),
    'the account that administers': keyPolicy([ACCOUNT_STATEMENT, deny('{ "AWS": "111122223333" }')]),
    'the account of all administrators': keyPolicy([
      allow(role('Admin')),
      deny('{ "AWS": ["arn:aws:iam::111122223333:root"] }', '«"kms:PutKeyPolicy"»'),
    ]),
    'NotAction that leaves it in': keyPolicy([
      ACCOUNT_STATEMENT,
      deny('"*"', '"kms:Decrypt"').replace('"Action"', '«"NotAction"»'),
    ]),
    'two statements': keyPolicy([ACCOUNT_STATEMENT, deny('"*"'), deny('"*"', '\n«"*"»')]),
  },
});
