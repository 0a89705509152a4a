import { kmsAliasResourceConditioned } from '../../server/src/rules/kms-alias-resource-conditioned.js';
import { identityPolicy } from '../support/identityPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const ALIAS = '"arn:aws:kms:us-east-1:111122223333:alias/app-*"';
const KEY = '"arn:aws:kms:us-east-1:111122223333:key/*"';
const withAliases = (condition: string, resource = ALIAS, action = '"kms:DeleteAlias"') =>
  identityPolicy(action, resource, { condition });

ruleTest(kmsAliasResourceConditioned, {
  valid: {
    'no condition': identityPolicy('"kms:DeleteAlias"', ALIAS),
    'a condition on the caller': withAliases('{ "StringEquals": { "kms:CallerAccount": "111122223333" } }'),
    'a statement on the key': withAliases('{ "StringEquals": { "kms:KeySpec": "RSA_2048" } }', KEY),
    'a statement on both': withAliases('{ "StringEquals": { "kms:KeySpec": "RSA_2048" } }', `[${ALIAS}, ${KEY}]`),
    'a condition that an absent key passes': withAliases('{ "StringNotEquals": { "kms:KeySpec": "RSA_2048" } }'),
    'a condition that holds if the key exists': withAliases(
      '{ "StringEqualsIfExists": { "kms:KeySpec": "RSA_2048" } }',
    ),
    'operations on keys, where kms-alias-as-resource speaks': withAliases(
      '{ "StringEquals": { "kms:KeySpec": "RSA_2048" } }',
      ALIAS,
      '["kms:DeleteAlias", "kms:Sign"]',
    ),
    'a resource that a tool fills in': withAliases('{ "StringEquals": { "kms:KeySpec": "RSA_2048" } }', '"${alias}"'),
  },
  invalid: {
    'a property of keys': {
      text: withAliases('{ "StringEquals": { «"kms:KeySpec"»: "RSA_2048" } }'),
      message: 'is an alias, which has no such property',
    },
    'a tag and the aliases of a key, in other letter case': withAliases(
      '{ "stringequals": { «"AWS:ResourceTag/team"»: "a" }, "ForAnyValue:StringLike": { «"kms:resourcealiases"»: "alias/a" } }',
    ),
    'a list of aliases': withAliases(
      '{ "Bool": { «"kms:MultiRegion"»: "true" } }',
      `[${ALIAS}, ${ALIAS}]`,
      '"kms:*Alias"',
    ),
  },
});
