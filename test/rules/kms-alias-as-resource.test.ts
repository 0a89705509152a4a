import { kmsAliasAsResource } from '../../server/src/rules/kms-alias-as-resource.js';
import { identityPolicy } from '../support/identityPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const ALIAS = '"arn:aws:kms:us-east-1:111122223333:alias/app"';
const KEY = '"arn:aws:kms:us-east-1:111122223333:key/*"';
const encrypt = (resource: string, condition?: string) =>
  identityPolicy('"kms:Encrypt"', resource, condition === undefined ? {} : { condition });
const byAlias = (operator: string, value: string) => `{ "${operator}": { "kms:ResourceAliases": ${value} } }`;

ruleTest(kmsAliasAsResource, {
  valid: {
    'the key': encrypt(KEY),
    'operations on aliases': identityPolicy('["kms:CreateAlias", "kms:DeleteAlias"]', `[${ALIAS}, ${KEY}]`),
    'an operation on aliases on the alias alone': identityPolicy('"kms:UpdateAlias"', ALIAS),
    'both kinds of operations with both resources': identityPolicy(
      '["kms:CreateAlias", "kms:Encrypt"]',
      `[${ALIAS}, ${KEY}]`,
    ),
    'all operations with both resources': identityPolicy('"kms:*"', `[${KEY}, ${ALIAS}]`),
    'operations without a resource, which resource-star-required reports': identityPolicy('"kms:ListAliases"', ALIAS),
    'an action that is not known': identityPolicy('["kms:Encrypt", "${action}"]', ALIAS),
    'a pattern that keys match too': encrypt('"arn:aws:kms:us-east-1:111122223333:*"'),
    'resources that are left out': encrypt(ALIAS).replace('"Resource"', '"NotResource"'),
    'a key policy, where key-resource-other speaks': { text: encrypt(ALIAS), kind: 'key-policy' },
  },
  invalid: {
    'an alias alone': {
      text: encrypt(`«${ALIAS}»`),
      fixed: `{ "Version": "2012-10-17", "Statement": [
  { "Effect": "Allow", "Action": "kms:Encrypt", "Resource": ${KEY}, "Condition": { "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/app" } } }
] }`,
      message: '"kms:Encrypt" is asked of the key',
    },
    'a pattern for aliases': {
      text: encrypt('[«"arn:aws-cn:kms:cn-north-1:111122223333:alias/app-*"»]'),
      fixed: encrypt(
        '"arn:aws-cn:kms:cn-north-1:111122223333:key/*"',
        byAlias('ForAnyValue:StringLike', '"alias/app-*"'),
      ),
    },
    'two aliases beside another condition': {
      text: encrypt(
        `[«${ALIAS}», «"arn:aws:kms:us-east-1:111122223333:alias/b"»]`,
        '{ "Bool": { "aws:ViaAWSService": "true" } }',
      ),
      fixed: encrypt(
        KEY,
        '{ "Bool": { "aws:ViaAWSService": "true" }, "ForAnyValue:StringEquals": { "kms:ResourceAliases": ["alias/app", "alias/b"] } }',
      ),
    },
    'an alias beside the key': { text: encrypt(`[${KEY}, «${ALIAS}»]`), fixed: encrypt(`[${KEY}]`) },
    'an alias that is tested already': {
      text: encrypt(`«${ALIAS}»`, byAlias('ForAnyValue:StringEquals', '"alias/app"')),
      fixed: null,
    },
    'all operations on the alias alone': { text: identityPolicy('"kms:*"', `«${ALIAS}»`), fixed: null },
    'a Deny': identityPolicy('"kms:ScheduleKeyDeletion"', `«${ALIAS}»`, { effect: 'Deny' }),
    'other letter case': identityPolicy('["KMS:encrypt", "kms:GenerateDataKey*"]', `«${ALIAS}»`),
    'a variable in the alias': {
      text: encrypt('«"arn:aws:kms:us-east-1:111122223333:alias/${aws:username}"»'),
      fixed: null,
    },
  },
});
