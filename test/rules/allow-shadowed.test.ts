import { allowShadowed } from '../../server/src/rules/allow-shadowed.js';
import { ACCOUNT_STATEMENT, allow, keyPolicy, role } from '../support/adminPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const deny = (principal: string, action: string) => allow(principal, action).replace('"Allow"', '"Deny"');
const marked = (statement: string) => statement.replace('"Allow"', '«"Allow"»');
const limited = (statement: string) =>
  statement.replace(/ }$/, ', "Condition": { "Bool": { "aws:SecureTransport": "false" } } }');
const identity = (...statements: string[]) => `{ "Version": "2012-10-17", "Statement": [${statements.join(', ')}] }`;
const may = (effect: string, action: string, resource: string) =>
  `{ "Effect": "${effect}", "Action": ${action}, "Resource": ${resource} }`;
const bucket = (effect: string, principal: string, resource: string) =>
  `{ "Effect": "${effect}", "Principal": ${principal}, "Action": "s3:GetObject", "Resource": ${resource} }`;

ruleTest(allowShadowed, {
  valid: {
    'a Deny of another action': keyPolicy([allow(role('A'), '"kms:Decrypt"'), deny(role('A'), '"kms:Encrypt"')]),
    'a Deny of a part': keyPolicy([
      allow(role('A'), '["kms:Decrypt", "kms:Encrypt"]'),
      deny(role('A'), '"kms:Decrypt"'),
    ]),
    'a Deny for another role': keyPolicy([allow(role('A'), '"kms:Decrypt"'), deny(role('B'), '"kms:*"')]),
    'a Deny with a condition': keyPolicy([allow(role('A'), '"kms:Decrypt"'), limited(deny(role('A'), '"kms:*"'))]),
    'a Deny for a role of the account that is allowed': keyPolicy([ACCOUNT_STATEMENT, deny(role('A'), '"kms:*"')]),
    'a lockout, of which another rule speaks': keyPolicy([ACCOUNT_STATEMENT, deny('"*"', '"kms:*"')]),
    'another resource': identity(
      may('Allow', '"kms:Decrypt"', '"arn:aws:kms:us-east-1:111122223333:key/*"'),
      may('Deny', '"kms:*"', '"arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"'),
    ),
    'all but some actions': keyPolicy([
      allow(role('A'), '"kms:Decrypt"'),
      deny(role('A'), '"kms:Encrypt"').replace('"Action"', '"NotAction"'),
    ]),
    'a half-typed Deny': keyPolicy([allow(role('A'), '"kms:Decrypt"'), deny(role('A'), '"kms:*"')]).slice(0, -4),
  },
  invalid: {
    'the same statement twice': {
      text: keyPolicy([ACCOUNT_STATEMENT, marked(allow(role('A'), '"kms:Decrypt"')), deny(role('A'), '"kms:Decrypt"')]),
      fixed: keyPolicy([ACCOUNT_STATEMENT, deny(role('A'), '"kms:Decrypt"')]),
      message: 'statement 3',
    },
    'a pattern in other letter case, for everyone, before it': keyPolicy([
      deny('{ "AWS": "*" }', '["KMS:re*", "kms:Encrypt"]'),
      marked(limited(allow(role('A'), '["kms:ReEncrypt*", "kms:Encrypt"]'))),
    ]),
    'a Deny for the account': {
      text: keyPolicy([
        marked(allow('{ "AWS": ["arn:aws:iam::111122223333:role/A", "111122223333"] }', '"kms:Decrypt"')),
        deny('{ "AWS": "arn:aws:iam::111122223333:root" }', '"kms:De*"').replace(
          '{ "Effect"',
          '{ "Sid": "No", "Effect"',
        ),
      ]),
      message: '"No"',
    },
    'an IAM policy': identity(
      marked(may('Allow', '"kms:Decrypt"', '["arn:aws:kms:us-east-1:111122223333:key/*"]')),
      may('Deny', '"kms:*"', '"arn:aws:kms:*:111122223333:*"'),
    ),
    'a bucket policy, and two statements': identity(
      marked(bucket('Allow', role('A'), '"arn:aws:s3:::amzn-s3-demo-bucket/a/*"')),
      marked(bucket('Allow', role('B'), '"arn:aws:s3:::amzn-s3-demo-bucket/b/*"')),
      bucket('Deny', '"*"', '"arn:aws:s3:::amzn-s3-demo-bucket/*"'),
    ),
  },
});
