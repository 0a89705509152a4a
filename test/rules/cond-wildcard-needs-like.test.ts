import { condWildcardNeedsLike } from '../../server/src/rules/cond-wildcard-needs-like.js';
import { withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const test = (operator: string, key: string, value: string) =>
  withCondition(`{ "${operator}": { "${key}": ${value} } }`);
const GROUPS = '"arn:aws:logs:us-east-1:111122223333:log-group:*"';

ruleTest(condWildcardNeedsLike, {
  valid: {
    StringLike: test('StringLike', 'kms:ViaService', '"s3.*.amazonaws.com"'),
    'ArnEquals, which takes wildcards as ArnLike does': test('ArnEquals', 'aws:SourceArn', GROUPS),
    'ArnNotEquals too': test('ArnNotEquals', 'aws:SourceArn', GROUPS),
    'no wildcard': test('StringEquals', 'kms:CallerAccount', '"111122223333"'),
    'an unknown key, which may carry a literal star': test('StringEquals', 'mycompany:thing', '"*"'),
    'a question mark in plain text': test('StringEquals', 'aws:Referer', '"https://example.com/?page"'),
    'the escape for a literal star': test('StringEquals', 'aws:userid', '"${*}"'),
    Null: test('Null', 'kms:ViaService', '"*"'),
    'a value that is being typed':
      '{ "Version": "2012-10-17", "Statement": [{ "Condition": { "StringEquals": { "kms:ViaService": "s3.*',
  },
  invalid: {
    'a star for an ARN': {
      text: test('StringEquals', 'aws:SourceArn', `«${GROUPS}»`),
      fixed: test('ArnLike', 'aws:SourceArn', GROUPS),
      message: '"ArnLike" as wildcards',
    },
    'a question mark in an ARN': {
      text: test('StringEquals', 'aws:SourceArn', '«"arn:aws:s3:::logs-?"»'),
      fixed: test('ArnLike', 'aws:SourceArn', '"arn:aws:s3:::logs-?"'),
    },
    'a star in the ARN of an encryption context': {
      text: test('StringEquals', 'kms:EncryptionContext:aws:logs:arn', `«${GROUPS}»`),
      fixed: test('ArnLike', 'kms:EncryptionContext:aws:logs:arn', GROUPS),
    },
    'a star in kms:ViaService': {
      text: test('StringEquals', 'kms:ViaService', '«"logs.*.amazonaws.com"»'),
      fixed: test('StringLike', 'kms:ViaService', '"logs.*.amazonaws.com"'),
    },
    'a negated operator with IfExists': {
      text: test('StringNotEqualsIfExists', 'aws:SourceArn', '«"arn:aws:s3:::*"»'),
      fixed: test('ArnNotLikeIfExists', 'aws:SourceArn', '"arn:aws:s3:::*"'),
    },
    'a set operator, which is kept': {
      text: test('ForAnyValue:StringEquals', 'aws:PrincipalOrgPaths', '["o-a/r-b/*"]').replace(
        '"o-a/r-b/*"',
        '«"o-a/r-b/*"»',
      ),
      fixed: test('ForAnyValue:StringLike', 'aws:PrincipalOrgPaths', '["o-a/r-b/*"]'),
    },
    'an operator that ignores case, which has no counterpart': {
      text: test('StringEqualsIgnoreCase', 'aws:PrincipalTag/team', '«"a*"»'),
      fixed: null,
    },
    'a bare star, which nobody should make a wildcard by a click': {
      text: test('StringEquals', 'kms:CallerAccount', '«"*"»'),
      fixed: null,
    },
    'a condition that shares its operator': {
      text: withCondition(
        '{ "StringEquals": { "kms:CallerAccount": "111122223333", "kms:ViaService": «"s3.*.amazonaws.com"» } }',
      ),
      fixed: withCondition(
        '{ "StringEquals": { "kms:CallerAccount": "111122223333" }, "StringLike": { "kms:ViaService": "s3.*.amazonaws.com" } }',
      ),
    },
    'an operator that stands there already': {
      text: withCondition(
        '{ "StringEquals": { "kms:ViaService": «"s3.*.amazonaws.com"» }, "StringLike": { "aws:userid": "A*" } }',
      ),
      fixed: withCondition('{ "StringLike": { "aws:userid": "A*", "kms:ViaService": "s3.*.amazonaws.com" } }'),
    },
    'a comment that rewriting would lose': {
      languageId: 'jsonc',
      text: withCondition(
        '{ "StringEquals": { /* ours */ "kms:CallerAccount": "111122223333", "kms:ViaService": «"s3.*.amazonaws.com"» } }',
      ),
      fixed: null,
    },
    'two values': test('StringEquals', 'kms:ViaService', '[«"s3.*.amazonaws.com"»,\n «"logs.*.amazonaws.com"»]'),
  },
});
