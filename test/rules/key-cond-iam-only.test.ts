import { keyCondIamOnly } from '../../server/src/rules/key-cond-iam-only.js';
import { identityWithCondition, withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const HEAD = '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "111122223333" }, ';
const without = `${HEAD}"Action": "kms:Decrypt", "Resource": "*" }] }`;

ruleTest(keyCondIamOnly, {
  valid: {
    'the alias of the request': withCondition('{ "StringEquals": { "kms:RequestAlias": "alias/app" } }'),
    'the tags of the request': withCondition('{ "StringEquals": { "aws:RequestTag/team": "a" } }'),
    'the tags of the principal': withCondition('{ "StringEquals": { "aws:PrincipalTag/team": "a" } }'),
    'tags of the key in an IAM policy': identityWithCondition(
      '{ "StringEquals": { "aws:ResourceTag/Project": "Alpha" } }',
    ),
    'aliases of the key in an IAM policy': identityWithCondition(
      '{ "ForAnyValue:StringLike": { "kms:ResourceAliases": "alias/finance-*" } }',
    ),
    'an unknown key': withCondition('{ "StringEquals": { "mycompany:ResourceTag/x": "a" } }'),
    'a half-typed value':
      '{ "Version": "2012-10-17", "Statement": [{ "Principal": "*", "Action": "kms:*", "Condition": { "StringEquals": { "aws:ResourceTag/x": ',
  },
  invalid: {
    'tags of the key': {
      text: withCondition('{ "StringEquals": { «"aws:ResourceTag/Project"»: "Alpha" } }'),
      fixed: without,
      message: '"aws:ResourceTag/Project"',
    },
    'aliases of the key, in other letter case': {
      text: withCondition(
        '{ "ForAnyValue:StringLike": { «"KMS:resourcealiases"»: "alias/a*" }, "Bool": { "kms:MultiRegion": "true" } }',
      ),
      fixed: withCondition('{ "Bool": { "kms:MultiRegion": "true" } }'),
    },
    'one of two keys': {
      text: withCondition('{ "StringEqualsIfExists": { «"aws:ResourceTag/팀"»: "a", "kms:KeySpec": "RSA_2048" } }'),
      fixed: withCondition('{ "StringEqualsIfExists": { "kms:KeySpec": "RSA_2048" } }'),
    },
    'a Null test, which KMS refuses too': withCondition('{ "Null": { «"aws:ResourceTag/Type"»: "true" } }'),
    'two conditions': withCondition(
      '{ "StringEquals": { «"aws:ResourceTag/a"»: "x" },\n "StringLike": { «"aws:ResourceTag/b"»: "y*" } }',
    ),
  },
});
