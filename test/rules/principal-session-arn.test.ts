import { principalSessionArn } from '../../server/src/rules/principal-session-arn.js';
import { ruleTest } from '../support/ruleTest.js';

const named = (principal: string, effect = 'Allow', element = 'Principal') =>
  `{ "Version": "2012-10-17", "Statement": [{ "Effect": "${effect}", "${element}": { "AWS": ${principal} }, "Action": "kms:Decrypt", "Resource": "*" }] }`;
const SESSION = '"arn:aws:sts::111122223333:assumed-role/Deploy/ci-42"';

ruleTest(principalSessionArn, {
  valid: {
    'the role': named('"arn:aws:iam::111122223333:role/Deploy"'),
    'a Deny': named(SESSION, 'Deny'),
    'those whom a Deny spares, which must name sessions': named(SESSION, 'Deny', 'NotPrincipal'),
    'a session that is filled in later': named('"arn:aws:sts::111122223333:assumed-role/Deploy/{{ build }}"'),
    'a half-typed ARN':
      '{ "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:sts::111122223333:assumed-role/D',
  },
  invalid: {
    'a session': {
      text: named(`«${SESSION}»`),
      fixed: named('"arn:aws:iam::111122223333:role/Deploy"'),
      message: 'other sessions of the role get nothing',
    },
    'in a list, in China': {
      text: named('["111122223333", «"arn:aws-cn:sts::111122223333:assumed-role/Deploy/ci-42"»]'),
      fixed: named('["111122223333", "arn:aws-cn:iam::111122223333:role/Deploy"]'),
    },
    'a role of Identity Center, whose path is not in the ARN': {
      text: named('«"arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Admin_a1b2/jane"»'),
      fixed: null,
    },
    'a federated user': { text: named('«"arn:aws:sts::111122223333:federated-user/jane"»'), fixed: null },
    'a trust policy': {
      text: `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": { "AWS": «${SESSION}» }, "Action": "sts:AssumeRole" }] }`,
    },
  },
});
