import { keyAdminAndUserSame } from '../../server/src/rules/key-admin-and-user-same.js';
import { ACCOUNT_STATEMENT, allow, keyPolicy, role } from '../support/adminPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const MARKED = (name: string) => `{ "AWS": «"arn:aws:iam::111122223333:role/${name}"» }`;

ruleTest(keyAdminAndUserSame, {
  valid: {
    'the account': keyPolicy([ACCOUNT_STATEMENT]),
    'separate roles': keyPolicy([allow(role('Admin'), '"kms:Put*"'), allow(role('App'), '"kms:Decrypt"')]),
    'a Deny': keyPolicy([allow(role('A'), '"kms:Put*"'), allow(role('A'), '"kms:Decrypt"').replace('Allow', 'Deny')]),
    'encryption alone': keyPolicy([allow(role('A'), '["kms:PutKeyPolicy", "kms:Encrypt"]')]),
  },
  invalid: {
    'one statement': keyPolicy([allow(MARKED('A'), '["kms:PutKeyPolicy", "kms:Decrypt"]')]),
    'two statements, use first': {
      text: keyPolicy([allow(MARKED('A'), '"kms:De*"'), allow(role('A'), '"kms:DisableKey"')]),
      message: '"kms:DisableKey"',
    },
    'two roles, each once': keyPolicy([
      allow('{ "AWS": [«"arn:aws:iam::111122223333:role/A"», «"arn:aws:iam::111122223333:user/B"»] }'),
      allow(role('A'), '"kms:Decrypt"'),
    ]),
  },
});
