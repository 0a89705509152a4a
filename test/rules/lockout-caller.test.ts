import { lockoutCaller } from '../../server/src/rules/lockout-caller.js';
import { ACCOUNT_STATEMENT, allow, keyPolicy, role } from '../support/adminPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const CALLER = 'arn:aws:iam::111122223333:role/Deploy';
const EVE = 'arn:aws:iam::111122223333:user/Eve';
const withMfa = (principal: string) =>
  `{ "Effect": "Allow", "Principal": ${principal}, "Action": "kms:*", "Resource": "*", "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } } }`;
const deny = (condition: string) =>
  `{ "Effect": "Deny", "Principal": "*", "Action": "kms:*", "Resource": "*", "Condition": { ${condition} } }`;

ruleTest(lockoutCaller, {
  valid: {
    'nothing known of the caller': keyPolicy([allow(role('A')), allow(role('B'))]),
    'a statement for the account': {
      text: keyPolicy([ACCOUNT_STATEMENT]),
      facts: { caller: CALLER, breakGlass: [EVE] },
    },
    'the caller by name': { text: keyPolicy([allow(role('Deploy'))]), facts: { caller: CALLER } },
    'a session of the role': {
      text: keyPolicy([allow(role('Deploy'))]),
      facts: { caller: 'arn:aws:sts::111122223333:assumed-role/Deploy/ci' },
    },
    'a session of a role with a path': {
      text: keyPolicy([allow('{ "AWS": "arn:aws:iam::111122223333:role/team/ops/Deploy" }')]),
      facts: { caller: 'arn:aws:sts::111122223333:assumed-role/Deploy/ci' },
    },
    'a role, of which one session is named': {
      text: keyPolicy([allow('{ "AWS": "arn:aws:sts::111122223333:assumed-role/Deploy/ci" }')]),
      facts: { caller: CALLER },
    },
    'everyone of the own account': {
      text: keyPolicy([
        '{ "Effect": "Allow", "Principal": "*", "Action": "kms:*", "Resource": "*", "Condition": { "StringEquals": { "kms:CallerAccount": "111122223333" } } }',
      ]),
      facts: { caller: CALLER },
    },
    'a condition that depends on the request': {
      text: keyPolicy([withMfa(role('Deploy'))]),
      facts: { caller: CALLER },
    },
    'a Deny for others': {
      text: keyPolicy([
        ACCOUNT_STATEMENT,
        deny('"ArnNotLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/Deploy" }'),
      ]),
      facts: { caller: CALLER },
    },
    'nobody at all, of which lockout-no-putkeypolicy speaks': {
      text: keyPolicy([allow(role('A'), '"kms:Decrypt"')]),
      facts: { caller: CALLER },
    },
    'a Deny for everyone, of which lockout-deny-self speaks': {
      text: keyPolicy([
        ACCOUNT_STATEMENT,
        '{ "Effect": "Deny", "Principal": "*", "Action": "kms:*", "Resource": "*" }',
      ]),
      facts: { caller: CALLER },
    },
    'the account of an example, of which key-root-other-account speaks': {
      text: keyPolicy([ACCOUNT_STATEMENT]),
      facts: { caller: 'arn:aws:iam::444455556666:role/Deploy', account: '444455556666' },
    },
    'a resource that may be the key': {
      text: keyPolicy([
        allow(role('Deploy')).replace('"Resource": "*"', '"Resource": "arn:aws:kms:us-east-1:111122223333:key/1234"'),
      ]),
      facts: { caller: CALLER },
    },
    'a principal known at deployment': {
      text: keyPolicy([allow('{ "AWS": "{{ deployer }}" }'), allow(role('A'))]),
      facts: { caller: CALLER },
    },
    'a half-typed policy': {
      text: `{ "Version": "2012-10-17", "Statement": [${allow(role('A'))}, { "Effect": "Allow", "Princ`,
      facts: { caller: CALLER },
    },
  },
  invalid: {
    'a caller whom nothing names': {
      text: keyPolicy([allow(role('A')), allow(role('B'))], '«"Statement"»'),
      facts: { caller: CALLER },
      message: 'Locked out: "arn:aws:iam::111122223333:role/Deploy" applies the policy',
      fixed: keyPolicy([ACCOUNT_STATEMENT, allow(role('A')), allow(role('B'))]),
    },
    'a caller of another account': {
      text: keyPolicy([ACCOUNT_STATEMENT], '«"Statement"»'),
      facts: { caller: 'arn:aws:iam::444455556666:role/Deploy' },
      fixed: null,
    },
    'a caller who is denied': {
      text: keyPolicy([
        ACCOUNT_STATEMENT,
        deny('"ArnLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/*" }').replace('"Action"', '«"Action"»'),
      ]),
      facts: { caller: CALLER },
      message: 'this Deny',
    },
    'a caller outside of the organization': {
      text: keyPolicy([
        ACCOUNT_STATEMENT,
        deny('"StringNotEquals": { "aws:PrincipalOrgID": "o-zzzzzzzzzz" }').replace('"Action"', '«"Action"»'),
      ]),
      facts: { caller: CALLER, organization: 'o-a1b2c3d4e5' },
    },
    'two principals for the worst case': {
      text: `{ "Version": "2012-10-17", «"Statement"»: [${allow(role('Deploy'))}, ${allow(role('Admin'), '"kms:PutKeyPolicy"')}] }`,
      facts: { caller: CALLER, breakGlass: [EVE, CALLER] },
      message: 'break-glass principal "arn:aws:iam::111122223333:user/Eve"',
    },
    'another session of the role': {
      text: keyPolicy(
        [allow('{ "AWS": "arn:aws:sts::111122223333:assumed-role/Deploy/ci" }'), allow(role('A'))],
        '«"Statement"»',
      ),
      facts: { caller: 'arn:aws:sts::111122223333:assumed-role/Deploy/laptop' },
    },
  },
});
