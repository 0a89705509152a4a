import { keyRootConditional } from '../../server/src/rules/key-root-conditional.js';
import { ACCOUNT_STATEMENT, allow, keyPolicy, role } from '../support/adminPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const ROOT = '"arn:aws:iam::111122223333:root"';
const MFA = ', "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } } }';
const root = (action = '"kms:*"', principal = `{ "AWS": ${ROOT} }`) => allow(principal, action);
const withMfa = (statement: string) => statement.replace(/ }$/, MFA);

ruleTest(keyRootConditional, {
  valid: {
    'the account statement': keyPolicy([ACCOUNT_STATEMENT]),
    'a second, limited statement beside it': keyPolicy([ACCOUNT_STATEMENT, root('"kms:Decrypt"')]),
    'patterns that cover all that matters': keyPolicy([
      root('["kms:De*", "kms:Create*", "kms:Put*", "kms:Schedule*", "kms:Disable*"]'),
    ]),
    'another account': {
      text: keyPolicy([root('"kms:Decrypt"')]),
      facts: { account: '444455556666' },
    },
    'two accounts, of which nobody says who owns the key': keyPolicy([
      withMfa(root()),
      allow('{ "AWS": "444455556666" }', '"kms:Decrypt"'),
    ]),
    'no statement for the account, of which another rule speaks': keyPolicy([allow(role('Admin'))]),
    "AWS's own policy": `{ "Version": "2012-10-17", "Id": "auto-s3-2", "Statement": [${root('["kms:Describe*", "kms:Get*"]')}] }`,
    'a half-typed policy': keyPolicy([withMfa(root())]).slice(0, -2),
  },
  invalid: {
    'a condition': {
      text: keyPolicy([withMfa(root('"kms:*"', `{ "AWS": «${ROOT}» }`))]),
      message: '"aws:MultiFactorAuthPresent"',
    },
    'a few actions, the account by its number': {
      text: keyPolicy([root('["kms:Describe*", "kms:PutKeyPolicy"]', '{ "AWS": [«"111122223333"»] }')]),
      message: 'actions listed here',
    },
    'the owner by the settings, in China, once for two statements': {
      text: keyPolicy([
        root('"kms:Decrypt"', '{ "AWS": «"arn:aws-cn:iam::111122223333:root"» }'),
        root('"kms:PutKeyPolicy"'),
        allow('{ "AWS": "444455556666" }', '"kms:Decrypt"'),
      ]),
      facts: { account: '111122223333' },
    },
  },
});
