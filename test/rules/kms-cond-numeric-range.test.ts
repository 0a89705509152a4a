import { kmsCondNumericRange } from '../../server/src/rules/kms-cond-numeric-range.js';
import { withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const window = (operator: string, value: string) =>
  withCondition(`{ "${operator}": { "kms:ScheduleKeyDeletionPendingWindowInDays": ${value} } }`);
const rotation = (operator: string, value: string) =>
  withCondition(`{ "${operator}": { "kms:RotationPeriodInDays": ${value} } }`);

ruleTest(kmsCondNumericRange, {
  valid: {
    'a floor inside the range': window('NumericLessThan', '"21"'),
    'the whole range': window('NumericLessThanEquals', '"30"'),
    'the last day only': window('NumericGreaterThanEquals', '30'),
    'a rotation period': rotation('NumericGreaterThan', '"365"'),
    'a key without a range': withCondition('{ "NumericLessThan": { "kms:TrailingDaysWithoutKeyUsage": "9000" } }'),
    'text that is no number, which cond-value-type reports': window('NumericLessThan', '"a week"'),
    'an operator for text, which cond-operator-type reports': window('StringEquals', '"90"'),
    'a half-typed value':
      '{ "Version": "2012-10-17", "Statement": [{ "Principal": "*", "Action": "kms:*", "Condition": { "NumericLessThan": { "kms:RotationPeriodInDays": "9',
  },
  invalid: {
    'less than the least': { text: window('NumericLessThan', '«"7"»'), message: 'never holds' },
    'more than the most': { text: window('NumericGreaterThan', '«30»'), message: 'never holds' },
    'equal to what KMS does not take': { text: window('NumericEquals', '«"90"»'), message: '7 to 30 days' },
    'a rotation that is too short': {
      text: rotation('NumericLessThanEqualsIfExists', '«"89"»'),
      message: 'never holds',
    },
    'every window': { text: window('NumericLessThan', '«"31"»'), message: 'always holds' },
    'every window, negated': { text: window('NumericNotEquals', '«"5"»'), message: 'always holds' },
    'every rotation': { text: rotation('numericgreaterthan', '«"30"»'), message: '90 to 2560' },
    'two values': window('NumericEquals', '["14", «"1"»,\n «"365"»]'),
  },
});
