import { condSourceAccountArnConflict } from '../../server/src/rules/cond-source-account-arn-conflict.js';
import { withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const SERVICE = { principal: '{ "Service": "logs.us-east-1.amazonaws.com" }' };
const test = (account: string, arn: string, operators = ['StringEquals', 'ArnLike']) =>
  withCondition(
    `{ "${operators[0]}": { "aws:SourceAccount": ${account} }, "${operators[1]}": { "aws:SourceArn": ${arn} } }`,
    SERVICE,
  );
const OURS = '"arn:aws:logs:us-east-1:111122223333:*"';
const THEIRS = '"arn:aws:logs:us-east-1:444455556666:*"';

ruleTest(condSourceAccountArnConflict, {
  valid: {
    'one account in both': test('"111122223333"', OURS),
    'one of several accounts': test('["444455556666", "111122223333"]', OURS),
    'an ARN without account, as of a bucket': test('"111122223333"', '"arn:aws:s3:::logs"'),
    'a wildcard in the place of the account': test('"111122223333"', '"arn:aws:logs:*:*:*"'),
    'a wildcard that covers the account': test('"111122223333"', '"arn:aws:logs:*:1111*:*"'),
    'one ARN among others that has no account': test('"111122223333"', `[${THEIRS}, "arn:aws:s3:::logs"]`),
    'an account that may be absent': test('"111122223333"', THEIRS, ['StringEqualsIfExists', 'ArnLike']),
    'a negated test': test('"111122223333"', THEIRS, ['StringNotEquals', 'ArnLike']),
    'a policy variable': test('"${aws:PrincipalAccount}"', THEIRS),
    'two statements, which are two worlds': `{ "Version": "2012-10-17", "Statement": [
      { "Effect": "Allow", "Principal": "*", "Action": "kms:*", "Condition": { "StringEquals": { "aws:SourceAccount": "111122223333" } } },
      { "Effect": "Allow", "Principal": "*", "Action": "kms:*", "Condition": { "ArnLike": { "aws:SourceArn": ${THEIRS} } } }] }`,
    'a half-typed ARN':
      '{ "Version": "2012-10-17", "Statement": [{ "Principal": "*", "Action": "kms:*", "Condition": { "StringEquals": { "aws:SourceAccount": "111122223333" }, "ArnLike": { "aws:SourceArn": "arn:aws:logs:us-east-1:4444',
  },
  invalid: {
    'one account each, of which the first follows': {
      text: test('"111122223333"', `«${THEIRS}»`),
      fixed: test('"444455556666"', THEIRS),
    },
    'several accounts': { text: test('["111122223333", "777788889999"]', `«${THEIRS}»`), fixed: null },
    'a pattern': { text: test('"111122223333"', '«"arn:aws:logs:us-east-1:4444*:*"»'), fixed: null },
    'two accounts': {
      text: test('"111122223333"', `«${THEIRS}»`),
      message: '"444455556666" and "aws:SourceAccount" is "111122223333"',
    },
    'keys and operators in other letter case': withCondition(
      `{ "stringequals": { "AWS:sourceaccount": "111122223333" }, "arnequals": { "aws:sourcearn": «${THEIRS}» } }`,
      SERVICE,
    ),
    'an ARN compared as text': withCondition(
      `{ "StringEquals": { "aws:SourceAccount": "111122223333",\n "aws:SourceArn": «"arn:aws-cn:logs:cn-north-1:444455556666:x"» } }`,
      SERVICE,
    ),
    'lists without a common account': test('["111122223333", "777788889999"]', `[«${THEIRS}»]`),
  },
});
