import { lockoutNoPutkeypolicy } from '../../server/src/rules/lockout-no-putkeypolicy.js';
import { ACCOUNT_STATEMENT, allow, keyPolicy, role } from '../support/adminPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const USE = '["kms:Decrypt", "kms:GenerateDataKey*"]';
const MARKED = '«"Statement"»';

ruleTest(lockoutNoPutkeypolicy, {
  valid: {
    'the account statement': keyPolicy([ACCOUNT_STATEMENT]),
    'an account as twelve digits': keyPolicy([allow('{ "AWS": "111122223333" }')]),
    'a role by the pattern of the console': keyPolicy([allow(role('Admin'), '["kms:Create*", "kms:Put*"]')]),
    'the action in lower case': keyPolicy([allow(role('Admin'), '"kms:putkeypolicy"')]),
    'everyone under a condition': keyPolicy([allow('"*"')]),
    'NotAction that leaves it in': keyPolicy([
      allow(role('Admin'), '"kms:Decrypt"').replace('"Action"', '"NotAction"'),
    ]),
    'NotPrincipal, which cannot be told': keyPolicy([allow(role('x')).replace('"Principal"', '"NotPrincipal"')]),
    'a principal that a template fills in': keyPolicy([allow('{ "AWS": "${var.admin}" }')]),
    'an action that a template fills in, with a principal that is wrong': keyPolicy([allow('{ "AWS": "admin" }')]),
    'a statement without Effect, which effect-missing reports': keyPolicy([
      '{ "Principal": { "AWS": "111122223333" }, "Action": "kms:Decrypt", "Resource": "*" }',
    ]),
    'a statement without Action, which action-missing reports': keyPolicy([
      '{ "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Resource": "*" }',
    ]),
    'a half-typed document': `{ "Version": "2012-10-17", "Statement": [${allow(role('App'), USE)}, { "Effect": "Al`,
    'no statement': '{ "Version": "2012-10-17", "Statement": [] }',
    'an empty document': '{}',
    'a policy of another kind': { kind: 'vpc-endpoint-policy', text: keyPolicy([allow(role('App'), USE)]) },
  },
  invalid: {
    'use only': {
      text: keyPolicy([allow(role('App'), USE)], MARKED),
      fixed: keyPolicy([ACCOUNT_STATEMENT, allow(role('App'), USE)]),
      message: '"kms:PutKeyPolicy"',
    },
    'an account that may only use the key': keyPolicy([allow('{ "AWS": "111122223333" }', USE)], MARKED),
    'a service that may do everything': {
      text: keyPolicy([allow('{ "Service": "logs.us-east-1.amazonaws.com" }')], MARKED),
      fixed: null,
    },
    'NotAction that takes it out': keyPolicy(
      [allow(role('Admin'), '"kms:Put*"').replace('"Action"', '"NotAction"')],
      MARKED,
    ),
    'two accounts, of which nothing tells the owner': {
      text: keyPolicy([allow('{ "AWS": ["111122223333", "444455556666"] }', USE)], MARKED),
      fixed: null,
    },
    'the partition of China': {
      text: keyPolicy([allow('{ "AWS": "arn:aws-cn:iam::111122223333:role/App" }', USE)], MARKED),
      fixed: keyPolicy([
        ACCOUNT_STATEMENT.replace('arn:aws:', 'arn:aws-cn:'),
        allow('{ "AWS": "arn:aws-cn:iam::111122223333:role/App" }', USE),
      ]),
    },
    'a statement that is an object': `{ "Version": "2012-10-17",\n «"Statement"»: ${allow(role('App'), USE)} }`,
  },
});
