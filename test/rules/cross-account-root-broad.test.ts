import { crossAccountRootBroad } from '../../server/src/rules/cross-account-root-broad.js';
import { ACCOUNT_STATEMENT, allow, keyPolicy } from '../support/adminPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const OTHER = '{ "AWS": "arn:aws:iam::444455556666:root" }';
const USE = '"kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"';
const withOther = (action: string, principal = OTHER) => keyPolicy([ACCOUNT_STATEMENT, allow(principal, action)]);

ruleTest(crossAccountRootBroad, {
  valid: {
    'the use of the key, as the console writes it': withOther(`[${USE}]`),
    'a role of the other account': withOther('"kms:*"', '{ "AWS": "arn:aws:iam::444455556666:role/App" }'),
    'the own account': keyPolicy([ACCOUNT_STATEMENT, allow('{ "AWS": "111122223333" }', '"kms:Put*"')]),
    'the account of the settings': { text: keyPolicy([allow(OTHER)]), facts: { account: '444455556666' } },
    'one account alone, which is taken for the owner': keyPolicy([allow(OTHER)]),
    'no owner to be told': keyPolicy([allow(OTHER, '"kms:Put*"')]),
    'reading, by a pattern': withOther('"kms:List*"'),
    'grants by their name, of which cross-account-grant speaks': withOther('"kms:CreateGrant"'),
    'a Deny': withOther('"kms:*"').replace(
      '"Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::4',
      '"Effect": "Deny", "Principal": { "AWS": "arn:aws:iam::4',
    ),
    'a half-typed statement': `{ "Statement": [${ACCOUNT_STATEMENT}, { "Effect": "Allow", "Principal": ${OTHER}, "Action": "kms:*", `,
  },
  invalid: {
    'all of KMS': {
      text: withOther('«"kms:*"»'),
      fixed: withOther(`[${USE}]`),
      message: 'for the account "444455556666"',
    },
    'the account of the settings, whatever comes first': {
      text: keyPolicy([allow(OTHER, '«"kms:*"»'), ACCOUNT_STATEMENT]),
      facts: { account: '111122223333' },
    },
    patterns: withOther('[«"kms:Create*"», "kms:Decrypt", «"KMS:put*"»]', '{ "AWS": "444455556666" }'),
    'an own role beside it': {
      text: withOther('«"kms:*"»', '{ "AWS": ["444455556666", "arn:aws:iam::111122223333:role/App"] }'),
      fixed: null,
    },
    China: {
      kind: 'key-policy',
      text: keyPolicy([allow('{ "AWS": "arn:aws-cn:iam::444455556666:root" }', '«"*"»')]),
      facts: { account: '111122223333' },
    },
  },
});
