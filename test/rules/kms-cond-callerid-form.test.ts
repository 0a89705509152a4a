import { kmsCondCalleridForm } from '../../server/src/rules/kms-cond-callerid-form.js';
import { identityWithCondition, withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const test = (value: string, operator = 'StringEquals') =>
  withCondition(`{ "${operator}": { "kms:CallerAccount": ${value} } }`, { principal: '"*"' });

ruleTest(kmsCondCalleridForm, {
  valid: {
    'an account': test('"111122223333"'),
    'a JSON number': test('111122223333'),
    'several accounts': test('["111122223333", "444455556666"]'),
    'a pattern': test('"1111*"', 'StringLike'),
    'a policy variable': test('"${aws:PrincipalAccount}"'),
    Null: test('"false"', 'Null'),
    'another key': withCondition('{ "ArnEquals": { "aws:PrincipalArn": "arn:aws:iam::111122223333:root" } }'),
    'a half-typed value':
      '{ "Version": "2012-10-17", "Statement": [{ "Principal": "*", "Action": "kms:*", "Condition": { "StringEquals": { "kms:CallerAccount": "1111',
  },
  invalid: {
    'an account ARN': {
      text: test('«"arn:aws:iam::111122223333:root"»'),
      fixed: test('"111122223333"'),
      message: '"111122223333"',
    },
    'a role of GovCloud': { text: test('«"arn:aws-us-gov:iam::111122223333:role/x"»'), fixed: test('"111122223333"') },
    dashes: { text: test('«"1111-2222-3333"»'), fixed: test('"111122223333"') },
    'eleven digits': { text: test('«"11112222333"»'), fixed: null },
    'a name': { text: test('«"프로덕션"»'), fixed: null },
    'an IAM policy, key in other letter case': identityWithCondition(
      '{ "StringEquals": { "kms:calleraccount": «"prod"» } }',
    ),
    'two values': { text: test('[«"a"»,\n "111122223333", «"b"»]') },
  },
});
