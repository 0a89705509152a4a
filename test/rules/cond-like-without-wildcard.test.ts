import { condLikeWithoutWildcard } from '../../server/src/rules/cond-like-without-wildcard.js';
import { withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

ruleTest(condLikeWithoutWildcard, {
  valid: {
    'a wildcard': withCondition('{ "StringLike": { "kms:ViaService": "s3.*.amazonaws.com" } }'),
    'a wildcard in one of the values': withCondition(
      '{ "ArnLike": { "aws:PrincipalArn": ["arn:aws:iam::111122223333:role/A", "arn:aws:iam::111122223333:role/B?"] } }',
    ),
    'a variable, which may hold one': withCondition('{ "StringLike": { "aws:PrincipalTag/team": "${aws:username}" } }'),
    'an empty list, which cond-empty reports': withCondition('{ "StringLike": { "kms:ViaService": [] } }'),
    'the plain operator': withCondition('{ "StringEquals": { "kms:CallerAccount": "111122223333" } }'),
  },
  invalid: {
    StringLike: {
      text: withCondition('{ «"StringLike"»: { "kms:CallerAccount": "111122223333" } }'),
      message: 'Expected "StringLike" to be "StringEquals"',
      fixed: withCondition('{ "StringEquals": { "kms:CallerAccount": "111122223333" } }'),
    },
    'ArnLike with a set operator and IfExists': {
      text: withCondition(
        '{ «"ForAnyValue:ArnNotLikeIfExists"»: { "aws:PrincipalArn": ["arn:aws:iam::111122223333:role/A"] } }',
      ),
      fixed: withCondition(
        '{ "ForAnyValue:ArnNotEqualsIfExists": { "aws:PrincipalArn": ["arn:aws:iam::111122223333:role/A"] } }',
      ),
    },
    'one of two keys under the operator': {
      text: withCondition(
        '{ «"StringLike"»: { "kms:ViaService": "s3.*.amazonaws.com", "kms:CallerAccount": "111122223333" } }',
      ),
      fixed: withCondition(
        '{ "StringLike": { "kms:ViaService": "s3.*.amazonaws.com" }, "StringEquals": { "kms:CallerAccount": "111122223333" } }',
      ),
    },
  },
});
