import { condMfaAntipattern } from '../../server/src/rules/cond-mfa-antipattern.js';
import { identityWithCondition, withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

ruleTest(condMfaAntipattern, {
  valid: {
    'an Allow with MFA': withCondition('{ "Bool": { "aws:MultiFactorAuthPresent": "true" } }'),
    'a Deny without MFA': withCondition('{ "BoolIfExists": { "aws:MultiFactorAuthPresent": false } }', {
      effect: 'Deny',
    }),
    'a Deny with MFA': withCondition('{ "Bool": { "aws:MultiFactorAuthPresent": "true" } }', { effect: 'Deny' }),
    'two Deny statements that do it together': `{ "Version": "2012-10-17", "Statement": [
      { "Effect": "Deny", "Principal": "*", "Action": "kms:*", "Resource": "*", "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "false" } } },
      { "Effect": "Deny", "Principal": "*", "Action": "kms:*", "Resource": "*", "Condition": { "Null": { "aws:MultiFactorAuthPresent": "true" } } }] }`,
    'an Allow for requests without the key': withCondition('{ "Null": { "aws:MultiFactorAuthPresent": "true" } }'),
    'both values, which cond-bool-multiple reports': withCondition(
      '{ "Bool": { "aws:MultiFactorAuthPresent": ["true", "false"] } }',
    ),
    'the age of the authentication': withCondition('{ "NumericLessThan": { "aws:MultiFactorAuthAge": "3600" } }'),
  },
  invalid: {
    'a Deny that access keys escape': {
      text: withCondition('{ «"Bool"»: { "aws:MultiFactorAuthPresent": "false" } }', { effect: 'Deny' }),
      message: 'Expected "Bool" to be "BoolIfExists"',
      fixed: withCondition('{ "BoolIfExists": { "aws:MultiFactorAuthPresent": "false" } }', { effect: 'Deny' }),
    },
    'an Allow that lets access keys in': {
      text: withCondition('{ «"boolifexists"»: { "AWS:multifactorauthpresent": "true" } }'),
      fixed: withCondition('{ "Bool": { "AWS:multifactorauthpresent": "true" } }'),
    },
    'an Allow for callers without MFA': {
      text: identityWithCondition('{ "Bool": { "aws:MultiFactorAuthPresent": «"false"» } }'),
      fixed: identityWithCondition('{ "Bool": { "aws:MultiFactorAuthPresent": "true" } }'),
    },
    'an Allow that takes presence for proof': {
      text: withCondition('{ «"Null"»: { "aws:MultiFactorAuthPresent": "false" } }'),
      fixed: withCondition('{ "Bool": { "aws:MultiFactorAuthPresent": "true" } }'),
    },
    'a Deny of absence alone': {
      text: withCondition('{ «"Null"»: { "aws:MultiFactorAuthPresent": "true" } }', { effect: 'Deny' }),
      fixed: withCondition('{ "BoolIfExists": { "aws:MultiFactorAuthPresent": "false" } }', { effect: 'Deny' }),
    },
    'a Null that cannot be renamed': {
      text: withCondition('{ «"Null"»: { "aws:MultiFactorAuthPresent": "false", "aws:TagKeys": "true" } }'),
      fixed: null,
    },
  },
});
