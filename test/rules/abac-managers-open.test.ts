import { abacManagersOpen } from '../../server/src/rules/abac-managers-open.js';
import { ACCOUNT_STATEMENT, allow, keyPolicy, role } from '../support/adminPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const KEYS = '"arn:aws:kms:us-east-1:111122223333:key/*"';
const may = (action: string, condition?: string) =>
  `{ "Effect": "Allow", "Action": ${action}, "Resource": ${KEYS}${condition === undefined ? '' : `, "Condition": ${condition}`} }`;
const identity = (...statements: string[]) => `{ "Version": "2012-10-17", "Statement": [${statements.join(', ')}] }`;
const BY_TAG = may('"kms:Decrypt"', '{ "StringEquals": { "aws:ResourceTag/Project": "Alpha" } }');
const BY_ALIAS = may('"kms:Decrypt"', '{ "ForAnyValue:StringLike": { "kms:ResourceAliases": "alias/app-*" } }');

ruleTest(abacManagersOpen, {
  valid: {
    'no access by tags': identity(may('"kms:Decrypt"'), may('"kms:TagResource"')),
    'tags, and aliases that give access': identity(BY_ALIAS, may('"kms:TagResource"')),
    'certain tags only': identity(
      BY_TAG,
      may('"kms:TagResource"', '{ "ForAllValues:StringEquals": { "aws:TagKeys": "CostCenter" } }'),
    ),
    'an alias that is limited in some way': identity(
      BY_ALIAS,
      may('"kms:UpdateAlias"', '{ "StringEquals": { "aws:PrincipalTag/Team": "keys" } }'),
    ),
    'an administrator': identity(BY_TAG, may('["kms:TagResource", "kms:PutKeyPolicy"]')),
    'the account': keyPolicy([
      ACCOUNT_STATEMENT,
      allow(role('App'), '"kms:Decrypt"').replace(
        / }$/,
        ', "Condition": { "StringEquals": { "kms:RequestAlias": "alias/a" } } }',
      ),
    ]),
    'a Deny by tag': identity(BY_TAG.replace('Allow', 'Deny'), may('"kms:TagResource"')),
    'a half-typed policy': identity(BY_TAG, may('"kms:TagResource"')).slice(0, -2),
  },
  invalid: {
    'tags by name': {
      text: identity(BY_TAG, may('["kms:DescribeKey", «"kms:TagResource"»]')),
      message: 'aws:ResourceTag/Project',
    },
    'tags and aliases by patterns': identity(BY_TAG, BY_ALIAS, may('[«"kms:*Resource"», «"kms:CreateAlias"»]')),
    'a key policy with access by alias': keyPolicy([
      allow(role('App'), '"kms:Decrypt"').replace(
        / }$/,
        ', "Condition": { "StringEquals": { "kms:RequestAlias": "alias/a" } } }',
      ),
      allow(role('Ops'), '«"kms:UpdateAlias"»'),
    ]),
  },
});
