import { crossAccountGrant } from '../../server/src/rules/cross-account-grant.js';
import { ACCOUNT_STATEMENT, allow, keyPolicy, role } from '../support/adminPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const OTHER = '{ "AWS": "arn:aws:iam::444455556666:root" }';
const ROLE = '{ "AWS": "arn:aws:iam::444455556666:role/App" }';
const withOther = (action: string, condition?: string, principal = OTHER) =>
  keyPolicy([
    ACCOUNT_STATEMENT,
    condition === undefined
      ? allow(principal, action)
      : allow(principal, action).replace('"Resource": "*"', `"Resource": "*", "Condition": ${condition}`),
  ]);
const FOR_SERVICES = '{ "Bool": { "kms:GrantIsForAWSResource": "true" } }';

ruleTest(crossAccountGrant, {
  valid: {
    'grants for services, as the console writes it': withOther(
      '["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"]',
      FOR_SERVICES,
    ),
    'grants of some operations': withOther(
      '"kms:CreateGrant"',
      '{ "ForAllValues:StringEquals": { "KMS:grantoperations": ["Decrypt"] } }',
    ),
    'through one service': withOther(
      '"kms:CreateGrant"',
      '{ "StringEquals": { "kms:ViaService": "ec2.us-east-1.amazonaws.com" } }',
    ),
    'no grants': withOther('["kms:Decrypt", "kms:ListGrants"]'),
    'a role of the own account': keyPolicy([ACCOUNT_STATEMENT, allow(role('App'), '"kms:CreateGrant"')]),
    'all of KMS for an account, of which cross-account-root-broad speaks': withOther('"kms:*"'),
    'no owner to be told': keyPolicy([allow(OTHER, '"kms:CreateGrant"')]),
  },
  invalid: {
    'grants alone': {
      text: withOther('«"kms:CreateGrant"»'),
      fixed: withOther('"kms:CreateGrant"', FOR_SERVICES),
      message: '"444455556666"',
    },
    'a condition that does not limit grants': {
      text: withOther(
        '[«"kms:CreateGrant"», "kms:ListGrants"]',
        '{ "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }',
      ),
      fixed: withOther(
        '["kms:CreateGrant", "kms:ListGrants"]',
        '{ "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }, "Bool": { "kms:GrantIsForAWSResource": "true" } }',
      ),
    },
    'use beside it, which the condition would shut out': {
      text: withOther('["kms:Decrypt", «"kms:CreateGrant"»]', undefined, ROLE),
      fixed: null,
    },
    'all of KMS for a role': { text: withOther('«"kms:*"»', undefined, ROLE), fixed: null },
    'the account of the settings': {
      text: keyPolicy([allow(OTHER, '«"kms:CreateGrant"»')]),
      facts: { account: '111122223333' },
    },
  },
});
