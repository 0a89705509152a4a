import { condNeverTrue } from '../../server/src/rules/cond-never-true.js';
import { withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

ruleTest(condNeverTrue, {
  valid: {
    'two keys': withCondition('{ "StringEquals": { "aws:userid": "a" }, "StringNotEquals": { "aws:username": "a" } }'),
    'two tests that meet': withCondition(
      '{ "StringEquals": { "kms:ViaService": "s3.us-east-1.amazonaws.com" }, "StringLike": { "kms:ViaService": "s3.*" } }',
    ),
    'one value left over': withCondition(
      '{ "StringEquals": { "kms:KeySpec": ["RSA_2048", "RSA_3072"] }, "StringNotEquals": { "kms:KeySpec": "RSA_2048" } }',
    ),
    'IfExists, which the absent key passes': withCondition(
      '{ "StringEqualsIfExists": { "aws:userid": "a" }, "StringNotEqualsIfExists": { "aws:userid": "a" } }',
    ),
    'a multi-valued key': withCondition(
      '{ "ForAnyValue:StringEquals": { "aws:TagKeys": "a" }, "ForAllValues:StringNotEquals": { "aws:TagKeys": "a" } }',
    ),
    'an unknown key, which may be multi-valued': withCondition(
      '{ "StringEquals": { "mycompany:x": "a" }, "StringLike": { "mycompany:x": "b" } }',
    ),
    'a policy variable': withCondition(
      '{ "StringEquals": { "aws:userid": "${aws:username}" }, "StringNotEquals": { "aws:userid": "${aws:username}" } }',
    ),
    'presence and a value': withCondition(
      '{ "StringEquals": { "aws:userid": "a" }, "Null": { "aws:userid": "false" } }',
    ),
    'absence and a test that absence passes': withCondition(
      '{ "StringNotEquals": { "aws:userid": "a" }, "Null": { "aws:userid": "true" } }',
    ),
    'a difference of letter case under an operator that ignores it': withCondition(
      '{ "StringEquals": { "aws:userid": "a" }, "StringEqualsIgnoreCase": { "aws:userid": "A" } }',
    ),
    'one operator twice, which json-duplicate-key reports': withCondition(
      '{ "StringEquals": { "aws:userid": "a" }, "StringEquals": { "aws:userid": "b" } }',
    ),
    'a half-typed value':
      '{ "Version": "2012-10-17", "Statement": [{ "Principal": "*", "Action": "kms:*", "Condition": { "StringEquals": { "aws:userid": "a" }, "StringLike": { "aws:userid": "b',
  },
  invalid: {
    'equal and not equal': {
      text: withCondition(
        '{ "StringEquals": { "kms:ViaService": "s3.us-east-1.amazonaws.com" }, "StringNotEquals": { «"kms:ViaService"»: "s3.us-east-1.amazonaws.com" } }',
      ),
      message: '"StringEquals" and "StringNotEquals"',
    },
    'a pattern that no value meets, keys in other letter case': withCondition(
      '{ "StringEquals": { "kms:CallerAccount": "111122223333" }, "StringLike": { «"KMS:callerAccount"»: ["4444*", "5555*"] } }',
    ),
    'an ARN and another': withCondition(
      '{ "ArnLike": { "aws:SourceArn": "arn:aws:s3:::a*" }, "StringEquals": { «"aws:SourceArn"»: "arn:aws:s3:::b" } }',
    ),
    'absent and equal': withCondition('{ "Null": { "aws:userid": "true" },\n "StringLike": { «"aws:userid"»: "A*" } }'),
    'absent and present under two operators': withCondition(
      '{ "ForAnyValue:StringEquals": { "aws:TagKeys": "팀" }, "Null": { «"aws:TagKeys"»: true } }',
    ),
    'two contradictions': withCondition(
      '{ "StringEquals": { "aws:userid": "a", "kms:KeySpec": "RSA_2048" }, "StringNotLike": { «"aws:userid"»: "*", «"kms:KeySpec"»: "RSA_*" } }',
    ),
  },
});
