import { condRedundantNumber } from '../../server/src/rules/cond-redundant-number.js';
import { withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

ruleTest(condRedundantNumber, {
  valid: {
    'one bound': withCondition('{ "NumericLessThan": { "kms:ScheduleKeyDeletionPendingWindowInDays": "14" } }'),
    'a list of numbers to equal': withCondition('{ "NumericEquals": { "kms:RotationPeriodInDays": ["90", "180"] } }'),
    'two operators': withCondition(
      '{ "NumericLessThan": { "kms:RotationPeriodInDays": "90" }, "NumericGreaterThan": { "kms:RotationPeriodInDays": "365" } }',
    ),
    'a value that is no number, which cond-value-type reports': withCondition(
      '{ "NumericLessThan": { "kms:RotationPeriodInDays": ["90", "x"] } }',
    ),
    'a variable': withCondition(
      '{ "NumericLessThan": { "kms:RotationPeriodInDays": ["90", "${aws:PrincipalTag/days}"] } }',
    ),
    dates: withCondition('{ "DateLessThan": { "aws:CurrentTime": ["2030-01-01T00:00:00Z", "2031-01-01T00:00:00Z"] } }'),
  },
  invalid: {
    'two upper bounds': {
      text: withCondition('{ "NumericLessThan": { "aws:MultiFactorAuthAge": [«"2700"», "3600"] } }'),
      message: '"3600"',
      fixed: withCondition('{ "NumericLessThan": { "aws:MultiFactorAuthAge": "3600" } }'),
    },
    'three lower bounds, as numbers': {
      text: withCondition(
        '{ "NumericGreaterThanEqualsIfExists": { "aws:MultiFactorAuthAge": [30, «10.5», 10.25] } }'.replace(
          '30, «10.5»',
          '«30», 10.5',
        ),
      ),
      fixed: withCondition('{ "NumericGreaterThanEqualsIfExists": { "aws:MultiFactorAuthAge": "10.25" } }'),
    },
    'the same number twice': withCondition('{ "numericlessthan": { "aws:MultiFactorAuthAge": ["3600", «"3600"»] } }'),
    'two keys': withCondition(
      '{ "NumericLessThan": { "aws:MultiFactorAuthAge": [«"1"», "2"], "kms:RotationPeriodInDays": ["200", «"100"»] } }',
    ),
  },
});
