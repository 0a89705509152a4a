import { lockoutExpiredDate } from '../../server/src/rules/lockout-expired-date.js';
import { ACCOUNT_STATEMENT, keyPolicy } from '../support/adminPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const until = (date: string, action = '"kms:*"') =>
  `{ "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": ${action}, "Resource": "*", "Condition": { "DateLessThan": { "aws:CurrentTime": ${date} } } }`;

ruleTest(lockoutExpiredDate, {
  valid: {
    'no date': keyPolicy([ACCOUNT_STATEMENT]),
    'another way without a date': keyPolicy([ACCOUNT_STATEMENT, until('"2020-01-01T00:00:00Z"')]),
    'a beginning': keyPolicy([until('"2020-01-01T00:00:00Z"').replace('DateLessThan', 'DateGreaterThan')]),
    'a date that IfExists does not enforce': keyPolicy([
      until('"2020-01-01T00:00:00Z"')
        .replace('DateLessThan', 'DateLessThanIfExists')
        .replace('aws:CurrentTime', 'aws:TokenIssueTime'),
    ]),
    'a text that is no date, which cond-value-type reports': keyPolicy([until('"soon"')]),
    'a date known at deployment': keyPolicy([until('"{{ date }}"')]),
    'another action': keyPolicy([until('"2020-01-01T00:00:00Z"', '"kms:Decrypt"')]),
    'a half-typed policy': `{ "Version": "2012-10-17", "Statement": [${until('"2020-01-01"')}, `,
  },
  invalid: {
    'a date in the past': {
      text: keyPolicy([until('«"2020-01-01T00:00:00Z"»')]),
      message: 'Expired date "2020-01-01T00:00:00Z"',
      fixed: keyPolicy([until('').replace(/, "Condition".*\} \}/, ' }')]),
    },
    'a date to come': {
      text: keyPolicy([until('«"2095-06-30"»')]),
      level: 'warning',
      message: 'after "2095-06-30"',
    },
    'seconds since 1970': keyPolicy([
      until('«"1577836800"»')
        .replace('aws:CurrentTime', 'AWS:epochtime')
        .replace('DateLessThan', 'NumericLessThanEquals'),
    ]),
    'the latest of several': keyPolicy([until('"2019-01-01"'), until('["2018-01-01", «"2020-01-01"»]')]),
    'the earliest of one statement': keyPolicy([
      '{ "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "kms:*", "Resource": "*", "Condition": { "DateLessThan": { "aws:CurrentTime": «"2020-01-01"» }, "DateLessThanEquals": { "aws:CurrentTime": "2095-01-01" } } }',
    ]),
  },
});
