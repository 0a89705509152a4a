import { lockoutConditionalAdmin } from '../../server/src/rules/lockout-conditional-admin.js';
import { ACCOUNT_STATEMENT, keyPolicy, role } from '../support/adminPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const MFA = '{ "Bool": { "aws:MultiFactorAuthPresent": "true" } }';
const admin = (name: string, condition: string, action = '"kms:*"') =>
  `{ "Effect": "Allow", "Principal": ${role(name)}, "Action": ${action}, "Resource": "*", "Condition": ${condition} }`;

ruleTest(lockoutConditionalAdmin, {
  valid: {
    'a statement without conditions': keyPolicy([ACCOUNT_STATEMENT, admin('A', MFA)]),
    'a condition on who calls': keyPolicy([
      admin('A', '{ "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/aws-reserved/*" } }'),
    ]),
    'a condition against the bypass of the safety check': keyPolicy([
      admin('A', '{ "Bool": { "kms:BypassPolicyLockoutSafetyCheck": "false" } }'),
    ]),
    'one of two ways without': keyPolicy([
      admin('A', MFA),
      admin('B', '{ "StringEquals": { "kms:CallerAccount": "111122223333" } }'),
    ]),
    'a date alone, of which lockout-expired-date speaks': keyPolicy([
      admin('A', '{ "DateLessThan": { "aws:CurrentTime": "2040-01-01" } }'),
    ]),
    'a condition that cannot be judged': keyPolicy([admin('A', '{ "Bool": { "{{ key }}": "true" } }')]),
    'another action': keyPolicy([admin('A', MFA, '"kms:Decrypt"')]),
    'a service': keyPolicy([
      '{ "Effect": "Allow", "Principal": { "Service": "sns.amazonaws.com" }, "Action": "kms:*", "Resource": "*", "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } }',
    ]),
    'a half-typed policy': `{ "Version": "2012-10-17", "Statement": [${admin('A', MFA)}, `,
  },
  invalid: {
    MFA: {
      text: keyPolicy([admin('A', MFA.replace('"aws:MultiFactorAuthPresent"', '«"aws:MultiFactorAuthPresent"»'))]),
      fixed: keyPolicy([ACCOUNT_STATEMENT, admin('A', MFA)]),
    },
    'two ways with a condition each': {
      text: keyPolicy([admin('A', '{ "IpAddress": { «"AWS:sourceip"»: "203.0.113.0/24" } }'), admin('B', MFA)]),
      message: '"AWS:sourceip"',
    },
    'the account, by a service': keyPolicy([
      '{ "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "kms:*", "Resource": "*", "Condition": { "StringEquals": { «"kms:ViaService"»: "s3.us-east-1.amazonaws.com" } } }',
    ]),
    'a tag of the caller': keyPolicy([admin('A', '{ "StringEquals": { «"aws:PrincipalTag/역할"»: "admin" } }')]),
    'a date beside a network': keyPolicy([
      admin('A', '{ "DateLessThan": { «"aws:CurrentTime"»: "2040-01-01" } }'),
      admin('B', '{ "StringEquals": { "aws:SourceVpce": "vpce-0a1b2c3d" } }'),
    ]),
  },
});
