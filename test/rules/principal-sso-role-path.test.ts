import { principalSsoRolePath } from '../../server/src/rules/principal-sso-role-path.js';
import { ruleTest } from '../support/ruleTest.js';

const ROLE = 'arn:aws:iam::111122223333:role/AWSReservedSSO_Admin_a1b2c3d4e5f60718';
const PATH = 'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/';
const named = (principal: string, rest = '', effect = 'Allow', element = 'Principal') =>
  `{ "Version": "2012-10-17", "Statement": [{ "Effect": "${effect}", "${element}": { "AWS": ${principal} }, "Action": "kms:Decrypt", "Resource": "*"${rest} }] }`;

ruleTest(principalSsoRolePath, {
  valid: {
    'the path with a Region': named(`"${PATH}eu-west-1/AWSReservedSSO_Admin_a1b2c3d4e5f60718"`),
    'the path of us-east-1': named(`"${PATH}AWSReservedSSO_Admin_a1b2c3d4e5f60718"`),
    'another role': named('"arn:aws:iam::111122223333:role/Admin"'),
    'an account that is filled in later': named(
      '"arn:aws:iam::{{ account }}:role/AWSReservedSSO_Admin_a1b2c3d4e5f60718"',
    ),
    'a half-typed ARN':
      '{ "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/AWSReservedSSO_',
  },
  invalid: {
    'no path': {
      text: named(`«"${ROLE}"»`),
      fixed: named(
        '"arn:aws:iam::111122223333:root"',
        `, "Condition": { "ArnLike": { "aws:PrincipalArn": "${PATH}*AWSReservedSSO_Admin_a1b2c3d4e5f60718" } }`,
      ),
      message: 'REGION',
    },
    'the principal as the last element': {
      text: `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*", "Principal": { "AWS": «"${ROLE}"» } }] }`,
      fixed: `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Condition": { "ArnLike": { "aws:PrincipalArn": "${PATH}*AWSReservedSSO_Admin_a1b2c3d4e5f60718" } } }] }`,
    },
    'another principal beside it': { text: named(`["111122223333", «"${ROLE}"»]`), fixed: null },
    'a condition': {
      text: named(`«"${ROLE}"»`, ', "Condition": { "Bool": { "aws:SecureTransport": "true" } }'),
      fixed: null,
    },
    'a Deny': { text: named(`«"${ROLE}"»`, '', 'Deny'), fixed: null },
    'those who are spared': { text: named(`«"${ROLE}"»`, '', 'Deny', 'NotPrincipal'), fixed: null },
  },
});
