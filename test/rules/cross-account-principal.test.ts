import { crossAccountPrincipal } from '../../server/src/rules/cross-account-principal.js';
import { ACCOUNT_STATEMENT, allow, keyPolicy } from '../support/adminPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const facts = { account: '111122223333', trustedAccounts: ['777788889999'] };
const named = (principal: string) => keyPolicy([ACCOUNT_STATEMENT, allow(principal, '"kms:Decrypt"')]);

ruleTest(crossAccountPrincipal, {
  valid: {
    'an account that is trusted': { text: named('{ "AWS": "arn:aws:iam::777788889999:role/App" }'), facts },
    'no list of trusted accounts': { text: named('{ "AWS": "444455556666" }'), facts: { account: '111122223333' } },
    'no account of our own': { text: named('{ "AWS": "444455556666" }'), facts: { trustedAccounts: [] } },
    'everyone and a service': { text: named('{ "AWS": "*", "Service": "logs.us-east-1.amazonaws.com" }'), facts },
    'a Deny': { text: named('{ "AWS": "444455556666" }').replaceAll('Allow', 'Deny'), facts },
    'an account that is filled in later': { text: named('{ "AWS": "arn:aws:iam::{{ account }}:root" }'), facts },
  },
  invalid: {
    'an account among others': {
      text: named('{ "AWS": ["111122223333", «"444455556666"»] }'),
      facts,
      fixed: named('{ "AWS": ["111122223333"] }'),
    },
    'an account alone': { text: named('{ "AWS": «"444455556666"» }'), facts, fixed: null },
    'an account': { text: named('{ "AWS": «"444455556666"» }'), facts, message: '"444455556666" is not among' },
    'some of a list': {
      text: named(
        '{ "AWS": ["777788889999", «"arn:aws:iam::444455556666:role/a"», «"arn:aws:sts::222233334444:assumed-role/b/c"»] }',
      ),
      facts,
    },
    'a bucket policy': {
      kind: 'bucket-policy',
      text: named('{ "AWS": «"444455556666"» }'),
      facts: { ...facts, trustedAccounts: [] },
    },
  },
});
