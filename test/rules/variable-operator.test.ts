import { variableOperator } from '../../server/src/rules/variable-operator.js';
import { withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

ruleTest(variableOperator, {
  valid: {
    'operators for strings and ARNs': withCondition(
      '{ "StringLike": { "aws:PrincipalTag/a": "${aws:username}" }, "ArnLikeIfExists": { "aws:SourceArn": "arn:aws:s3:::${aws:username}" } }',
    ),
    'plain values': withCondition('{ "NumericLessThan": { "kms:RotationPeriodInDays": "90" } }'),
    'a variable of a tool': withCondition('{ "NumericLessThan": { "kms:RotationPeriodInDays": "${var.days}" } }'),
    'an operator that does not suit the key, of which cond-operator-type speaks': withCondition(
      '{ "Bool": { "kms:KeySpec": "${aws:username}" } }',
    ),
    'the grammar of 2008, where it is plain text': withCondition(
      '{ "IpAddress": { "aws:SourceIp": "${aws:PrincipalTag/ip}" } }',
    ).replace('2012', '2008'),
  },
  invalid: {
    'an address': {
      text: withCondition('{ "IpAddress": { "aws:SourceIp": ["203.0.113.0/24", «"${aws:PrincipalTag/ip}"»] } }'),
      message: '"IpAddress" resolves no variables',
    },
    'a number, with prefix and suffix': withCondition(
      '{ "NumericLessThanIfExists": { "kms:RotationPeriodInDays": «"${aws:PrincipalTag/days}"» } }',
    ),
    'a date': withCondition('{ "DateLessThan": { "aws:CurrentTime": «"${aws:TokenIssueTime}"» } }'),
    presence: withCondition('{ "Null": { "aws:SourceArn": «"${aws:PrincipalTag/a}"» } }'),
  },
});
