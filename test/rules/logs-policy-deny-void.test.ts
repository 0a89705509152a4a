import { logsPolicyDenyVoid } from '../../server/src/rules/logs-policy-deny-void.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (
  principal: string,
  effect = '"Deny"',
  element = 'Principal',
) => `{ "Version": "2012-10-17", "Statement": [{
  "Effect": ${effect}, "${element}": ${principal}, "Action": "logs:PutLogEvents",
  "Resource": "arn:aws:logs:us-east-1:111122223333:log-group:/app:*" }] }`;

ruleTest(logsPolicyDenyVoid, {
  valid: {
    'a Deny for a service': policy('{ "Service": "es.amazonaws.com" }'),
    'a Deny for everyone, services included': policy('"*"'),
    'a Deny for everyone under AWS': policy('{ "AWS": "*" }'),
    'a Deny for a role and a service': policy('{ "AWS": "111122223333", "Service": "es.amazonaws.com" }'),
    'an Allow, of which logs-policy-principal-void speaks': policy('{ "AWS": "111122223333" }', '"Allow"'),
    NotPrincipal: policy('{ "AWS": "111122223333" }', '"Deny"', 'NotPrincipal'),
    'a malformed principal': policy('{ "AWS": ["111122223333", "arn:aws:iam:111122223333:role/app"] }'),
    'a key policy':
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Deny", "Principal": { "AWS": "111122223333" }, "Action": "kms:*", "Resource": "*" }] }',
    'a half-typed statement':
      '{ "Statement": [{ "Effect": "Deny", "Action": "logs:PutLogEvents", "Principal": { "AWS": "111122223333" }, "Resource": ',
  },
  invalid: {
    'a statement among others': {
      text: policy('{ "AWS": "111122223333" }', '«"Deny"»').replace(
        '"Statement": [',
        '"Statement": [{ "Effect": "Allow" }, ',
      ),
      fixed: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow" }] }',
    },
    'a role': { text: policy('{ "AWS": "arn:aws:iam::111122223333:role/app" }', '«"Deny"»'), message: 'role/app' },
    'an account and a user': policy('{ "AWS": ["111122223333", "arn:aws:iam::444455556666:user/a"] }', '«"Deny"»'),
  },
});
