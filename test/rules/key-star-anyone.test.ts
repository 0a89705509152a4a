import { keyStarAnyone } from '../../server/src/rules/key-star-anyone.js';
import { ACCOUNT_STATEMENT, allow, keyPolicy, role } from '../support/adminPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const USE = '["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"]';
const withRole = (name: string, action = '"kms:*"') => keyPolicy([ACCOUNT_STATEMENT, allow(role(name), action)]);

ruleTest(keyStarAnyone, {
  valid: {
    'the account': keyPolicy([ACCOUNT_STATEMENT]),
    'an administrator': withRole('KeyAdmin'),
    'names of deployment and security': keyPolicy([
      ACCOUNT_STATEMENT,
      ...[
        'terraform',
        'GitHubActionsDeploy',
        'SecurityAudit',
        'BreakGlass',
        'cdk-hnb659fds-cfn-exec-role',
        'PlatformTeam',
      ].map((name) => allow(role(name))),
    ]),
    'a Sid that says so': keyPolicy([
      ACCOUNT_STATEMENT,
      allow(role('App')).replace('{ "Effect"', '{ "Sid": "Key administration", "Effect"'),
    ]),
    'a user, who is a person': keyPolicy([
      ACCOUNT_STATEMENT,
      allow('{ "AWS": "arn:aws:iam::111122223333:user/alice" }'),
    ]),
    'a role of another account': keyPolicy([
      ACCOUNT_STATEMENT,
      allow('{ "AWS": "arn:aws:iam::444455556666:role/App" }'),
    ]),
    'a policy in which the account is not in charge': keyPolicy([allow(role('App'))]),
    'an administrator beside the user': keyPolicy([
      ACCOUNT_STATEMENT,
      allow('{ "AWS": ["arn:aws:iam::111122223333:role/App", "arn:aws:iam::111122223333:role/Admin"] }'),
    ]),
    'a condition': keyPolicy([
      ACCOUNT_STATEMENT,
      allow(role('App')).replace(/ }$/, ', "Condition": { "Bool": { "aws:SecureTransport": "true" } } }'),
    ]),
    'a Deny': keyPolicy([ACCOUNT_STATEMENT, allow(role('App')).replace('Allow', 'Deny')]),
    'less than everything': withRole('App', '"kms:Decrypt*"'),
    'a half-typed statement': withRole('App').slice(0, -3),
  },
  invalid: {
    'an application': { text: withRole('App', '«"kms:*"»'), fixed: withRole('App', USE), message: 'role/App"' },
    'a bare asterisk in a list, in China': {
      text: keyPolicy([
        ACCOUNT_STATEMENT.replace('arn:aws:', 'arn:aws-cn:'),
        allow('{ "AWS": ["arn:aws-cn:iam::111122223333:role/orders/Worker"] }', '[«"*"»]'),
      ]),
    },
    'a signing key, for which the fix would be wrong': {
      text: withRole('Signer', '«"KMS:*"»'),
      facts: { keySpec: 'RSA_2048', keyUsage: 'SIGN_VERIFY' },
      fixed: null,
    },
    'two statements': keyPolicy([
      ACCOUNT_STATEMENT,
      allow(role('A'), '«"kms:*"»'),
      allow(role('B'), '[«"kms:*"», "kms:Decrypt"]'),
    ]),
  },
});
