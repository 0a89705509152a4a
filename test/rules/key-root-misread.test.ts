import { keyRootMisread } from '../../server/src/rules/key-root-misread.js';
import { keyPolicy } from '../support/adminPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const named = (sid: string, principal: string, condition = '') =>
  keyPolicy([
    `{ "Sid": "${sid}", "Effect": "Allow", "Principal": { "AWS": ${principal} }, "Action": "kms:*", "Resource": "*"${condition} }`,
  ]);
const ROOT = '"arn:aws:iam::111122223333:root"';
const TEST = `, "Condition": { "StringEquals": { "aws:PrincipalArn": ${ROOT} } }`;

ruleTest(keyRootMisread, {
  valid: {
    "AWS's own name": named('Enable IAM User Permissions', ROOT),
    'a name of the account': named('AllowRootAccount', ROOT),
    'a test of the caller': named('OnlyRootUser', ROOT, TEST),
    'a role': named('OnlyRootUser', '"arn:aws:iam::111122223333:role/Root"'),
    'the account by its number, which nobody takes for a user': named('OnlyRootUser', '"111122223333"'),
    'a Deny': named('OnlyRootUser', ROOT).replace('Allow', 'Deny'),
    'a half-typed statement': named('OnlyRootUser', ROOT).slice(0, -5),
  },
  invalid: {
    'only the root user': { text: named('OnlyRootUser', `«${ROOT}»`), fixed: named('OnlyRootUser', ROOT, TEST) },
    'other words, in China': named('root-only', '«"arn:aws-cn:iam::111122223333:root"»'),
    'two principals, of which the fix would shut one out': {
      text: named('Allow root user', `[«${ROOT}», "arn:aws:iam::111122223333:role/Admin"]`),
      fixed: null,
    },
  },
});
