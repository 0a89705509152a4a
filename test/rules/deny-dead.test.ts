import { denyDead } from '../../server/src/rules/deny-dead.js';
import { ACCOUNT_STATEMENT, allow, keyPolicy, role } from '../support/adminPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const FOREIGN = '{ "AWS": "arn:aws:iam::444455556666:root" }';
const deny = (principal: string, action = '"kms:PutKeyPolicy"') => allow(principal, action).replace('Allow', 'Deny');
const marked = (statement: string) => statement.replace('"Deny"', '«"Deny"»');

ruleTest(denyDead, {
  valid: {
    'a role of the owner, whom an IAM policy may allow it': keyPolicy([ACCOUNT_STATEMENT, deny(role('App'))]),
    everyone: keyPolicy([ACCOUNT_STATEMENT, deny('"*"')]),
    'an action that a grant may give': keyPolicy([
      ACCOUNT_STATEMENT,
      deny(FOREIGN, '["kms:PutKeyPolicy", "kms:Decrypt"]'),
    ]),
    everything: keyPolicy([ACCOUNT_STATEMENT, deny(FOREIGN, '"kms:*"')]),
    'an account that is let in': keyPolicy([
      ACCOUNT_STATEMENT,
      allow('{ "AWS": "arn:aws:iam::444455556666:role/Partner" }', '"kms:Decrypt"'),
      deny(FOREIGN),
    ]),
    'everyone let in': keyPolicy([ACCOUNT_STATEMENT, allow('{ "AWS": "*" }', '"kms:Decrypt"'), deny(FOREIGN)]),
    'an owner who is not known': keyPolicy([allow(role('Admin')), deny(FOREIGN)]),
    'two accounts in charge': keyPolicy([ACCOUNT_STATEMENT, allow('{ "AWS": "777788889999" }'), deny(FOREIGN)]),
    'all but some actions': keyPolicy([
      ACCOUNT_STATEMENT,
      deny(FOREIGN).replace('"Action": "kms:P', '"NotAction": "kms:P'),
    ]),
    'a half-typed policy': keyPolicy([ACCOUNT_STATEMENT, deny(FOREIGN)]).slice(0, -2),
  },
  invalid: {
    'another account': {
      text: keyPolicy([ACCOUNT_STATEMENT, marked(deny(FOREIGN, '["kms:PutKeyPolicy", "kms:Schedule*"]'))]),
      fixed: keyPolicy([ACCOUNT_STATEMENT]),
    },
    'a service, and a role of another account by the settings': {
      text: keyPolicy([
        allow(role('Admin')),
        marked(deny('{ "Service": "s3.amazonaws.com" }')),
        marked(deny('{ "AWS": ["arn:aws:iam::444455556666:role/A", "777788889999"] }', '"KMS:disablekey"')),
      ]),
      facts: { account: '111122223333' },
    },
  },
});
