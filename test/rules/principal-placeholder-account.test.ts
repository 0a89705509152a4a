import { principalPlaceholderAccount } from '../../server/src/rules/principal-placeholder-account.js';
import { allow, keyPolicy } from '../support/adminPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const named = (principal: string) => keyPolicy([allow(`{ "AWS": ${principal} }`)]);

ruleTest(principalPlaceholderAccount, {
  valid: {
    'a real account': named('"arn:aws:iam::210987654321:root"'),
    'the account of the settings, whatever its number': {
      text: named('"123456789012"'),
      facts: { account: '123456789012' },
    },
    everyone: named('"*"'),
    'an account that is filled in later': named('"arn:aws:iam::${AWS::AccountId}:root"'),
  },
  invalid: {
    'a number': { text: named('«"123456789012"»'), fixed: null, message: '"123456789012"' },
    'a role, with the account known': {
      text: named('["210987654321", «"arn:aws:iam::111122223333:role/App"»]'),
      fixed: named('["210987654321", "arn:aws:iam::210987654321:role/App"]'),
      facts: { account: '210987654321' },
    },
    'two of them': named('[«"arn:aws:iam::000000000000:root"», «"arn:aws:sts::444455556666:assumed-role/a/b"»]'),
  },
});
