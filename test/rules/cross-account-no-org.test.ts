import { crossAccountNoOrg } from '../../server/src/rules/cross-account-no-org.js';
import { ACCOUNT_STATEMENT, allow, keyPolicy } from '../support/adminPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const THREE = '["444455556666", "arn:aws:iam::777788889999:root", "222233334444"]';
const ORGANIZATION = ', "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }';
const named = (accounts: string, { key = '"Principal"', condition = '' } = {}) =>
  keyPolicy([
    ACCOUNT_STATEMENT,
    `{ "Effect": "Allow", ${key}: { "AWS": ${accounts} }, "Action": "kms:Decrypt", "Resource": "*"${condition} }`,
  ]);

ruleTest(crossAccountNoOrg, {
  valid: {
    'the organization': named(THREE, { condition: ORGANIZATION }),
    'a path of the organization': named(THREE, {
      condition: ', "Condition": { "ForAnyValue:StringLike": { "AWS:principalorgpaths": "o-a1b2c3d4e5/*" } }',
    }),
    'two accounts': named('["444455556666", "777788889999", "arn:aws:iam::777788889999:role/a"]'),
    'no owner to be told': keyPolicy([allow(`{ "AWS": ${THREE} }`, '"kms:Decrypt"')]),
  },
  invalid: {
    'three accounts': { text: named(THREE, { key: '«"Principal"»' }), fixed: null, message: '3 other accounts' },
    'the organization of the settings': {
      text: named(THREE, { key: '«"Principal"»' }),
      facts: { account: '111122223333', organization: 'o-a1b2c3d4e5' },
      fixed: named(THREE, { condition: ORGANIZATION }),
    },
  },
});
