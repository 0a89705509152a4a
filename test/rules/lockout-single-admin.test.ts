import { lockoutSingleAdmin } from '../../server/src/rules/lockout-single-admin.js';
import { ACCOUNT_STATEMENT, allow, keyPolicy, role } from '../support/adminPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const ADMIN = '{ "AWS": «"arn:aws:iam::111122223333:role/Admin"» }';

ruleTest(lockoutSingleAdmin, {
  valid: {
    'the account beside the role': keyPolicy([ACCOUNT_STATEMENT, allow(role('Admin'))]),
    'two roles': keyPolicy([allow(role('Admin')), allow(role('BreakGlass'), '"kms:Put*"')]),
    'two roles in one list': keyPolicy([
      allow('{ "AWS": ["arn:aws:iam::111122223333:role/A", "arn:aws:iam::111122223333:role/B"] }'),
    ]),
    'nobody, which lockout-no-putkeypolicy reports': keyPolicy([allow(role('App'), '"kms:Decrypt"')]),
    'everyone under a condition': keyPolicy([allow(role('Admin')), allow('{ "AWS": "*" }')]),
    'a principal that a template fills in': keyPolicy([allow(role('Admin')), allow('{ "AWS": "${var.admin}" }')]),
    'the id of a deleted role, which principal-unique-id reports': keyPolicy([allow('{ "AWS": "AROAEXAMPLEID" }')]),
    'a half-typed document': `{ "Version": "2012-10-17", "Statement": [${allow(role('Admin'))}, {`,
    NotPrincipal: keyPolicy([allow(role('Admin')), allow(role('x')).replace('"Principal"', '"NotPrincipal"')]),
  },
  invalid: {
    'one role': {
      text: keyPolicy([allow(ADMIN)]),
      fixed: keyPolicy([ACCOUNT_STATEMENT, allow(role('Admin'))]),
      message: 'AWS Support',
    },
    'one role in two statements, one of them by a pattern': keyPolicy([
      allow(ADMIN, '"kms:Put*"'),
      allow(role('Admin')),
    ]),
    'one user, and an account that may only use the key': keyPolicy([
      allow('{ "AWS": «"arn:aws-us-gov:iam::111122223333:user/key-admin"» }'),
      allow('{ "AWS": "111122223333" }', '"kms:Decrypt"'),
    ]),
    'one session': keyPolicy([allow('{ "AWS":\n «"arn:aws:sts::111122223333:assumed-role/Admin/kim"» }')]),
  },
});
