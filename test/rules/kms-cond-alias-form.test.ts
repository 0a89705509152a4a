import { kmsCondAliasForm } from '../../server/src/rules/kms-cond-alias-form.js';
import { identityWithCondition, withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const test = (value: string, operator = 'StringEquals') =>
  withCondition(`{ "${operator}": { "kms:RequestAlias": ${value} } }`);

ruleTest(kmsCondAliasForm, {
  valid: {
    'an alias name': test('"alias/app"'),
    'a pattern': test('"alias/*test*"', 'StringLike'),
    'a pattern that begins with a wildcard': test('"*test"', 'StringLike'),
    'a pattern that ends inside the prefix': test('"ali*"', 'StringLike'),
    'a policy variable': test('"${aws:PrincipalTag/alias}"'),
    Null: test('"true"', 'Null'),
    'another key': withCondition('{ "StringEquals": { "kms:KeySpec": "app" } }'),
    'a half-typed value':
      '{ "Version": "2012-10-17", "Statement": [{ "Principal": "*", "Action": "kms:*", "Condition": { "StringEquals": { "kms:RequestAlias": "ali',
  },
  invalid: {
    'an ARN': {
      text: test('«"arn:aws:kms:us-east-1:111122223333:alias/app"»'),
      fixed: test('"alias/app"'),
      message: '"alias/app"',
    },
    'an ARN of China under a pattern': {
      text: test('«"arn:aws-cn:kms:*:111122223333:alias/app-*"»', 'StringLike'),
      fixed: test('"alias/app-*"', 'StringLike'),
    },
    'a bare name': { text: test('«"app-key"»'), fixed: test('"alias/app-key"') },
    'a prefix in another letter case': { text: test('«"Alias/app"»'), fixed: test('"alias/app"') },
    'the ARN of a key': {
      text: test('«"arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"»'),
      fixed: null,
    },
    'the id of a key': { text: test('«"1234abcd-12ab-34cd-56ef-1234567890ab"»'), fixed: null },
    'aliases of the resource, in an IAM policy': {
      text: identityWithCondition('{ "ForAnyValue:StringEquals": { "kms:ResourceAliases": «"app"» } }'),
      fixed: identityWithCondition('{ "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/app" } }'),
    },
    'two values': { text: test('[«"app"»,\n "alias/x", «"앱"»]') },
  },
});
