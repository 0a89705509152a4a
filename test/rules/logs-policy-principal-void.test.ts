import { logsPolicyPrincipalVoid } from '../../server/src/rules/logs-policy-principal-void.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (
  principal: string,
  effect = 'Allow',
  element = 'Principal',
) => `{ "Version": "2012-10-17", "Statement": [{
  "Effect": "${effect}", "${element}": ${principal}, "Action": ["logs:CreateLogStream", "logs:PutLogEvents"],
  "Resource": "arn:aws:logs:us-east-1:111122223333:log-group:/app:*" }] }`;

ruleTest(logsPolicyPrincipalVoid, {
  valid: {
    'a service': policy('{ "Service": "route53.amazonaws.com" }'),
    'everyone, services included, of which logs-policy-public speaks': policy('"*"'),
    'everyone under AWS': policy('{ "AWS": "*" }'),
    'a Deny, of which logs-policy-deny-void speaks': policy('{ "AWS": "111122223333" }', 'Deny'),
    'NotPrincipal, of which notprincipal-allow speaks': policy('{ "AWS": "111122223333" }', 'Allow', 'NotPrincipal'),
    'a service under AWS, which principal-wrong-type reports': policy('{ "AWS": "route53.amazonaws.com" }'),
    'a malformed ARN, which principal-arn-format reports': policy('{ "AWS": "arn:aws:iam:111122223333:role/app" }'),
    'an ARN that a tool completes': policy('{ "AWS": "arn:aws:iam::${AWS::AccountId}:root" }'),
    'a key policy':
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "kms:*", "Resource": "*" }] }',
    'a half-typed principal':
      '{ "Statement": [{ "Effect": "Allow", "Action": "logs:PutLogEvents", "Principal": { "AWS": "arn:aws:iam::111122223333:root',
  },
  invalid: {
    'an account beside a service': {
      text: policy('{ "Service": "es.amazonaws.com", "AWS": «"111122223333"» }'),
      fixed: policy('{ "Service": "es.amazonaws.com" }'),
    },
    'an account alone': { text: policy('{ "AWS": «"111122223333"» }'), fixed: null },
    'an account': {
      text: policy('{ "AWS": «"arn:aws:iam::111122223333:root"» }'),
      message: 'for service principals only',
    },
    'an account by its number': policy('{ "AWS": [«"444455556666"»] }'),
    'roles, users and sessions beside a service': policy(
      '{ "Service": "es.amazonaws.com", "AWS": [«"arn:aws:iam::111122223333:role/app"», «"arn:aws-cn:iam::111122223333:user/a"», «"arn:aws:sts::111122223333:assumed-role/a/b"»] }',
    ),
  },
});
