import { condServicePrincipalValue } from '../../server/src/rules/cond-service-principal-value.js';
import { identityWithCondition, withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

ruleTest(condServicePrincipalValue, {
  valid: {
    'service principals': withCondition(
      '{ "StringEquals": { "aws:PrincipalServiceName": ["lambda.amazonaws.com", "logs.us-east-1.amazonaws.com", "ec2.amazonaws.com.cn"] } }',
    ),
    'an unknown service': withCondition('{ "StringEquals": { "kms:RetiringServicePrincipal": "new.amazonaws.com" } }'),
    'a pattern': withCondition('{ "StringLike": { "iam:PassedToService": "*.amazonaws.com" } }'),
    'a variable': withCondition('{ "StringEquals": { "aws:PrincipalServiceName": "${aws:PrincipalTag/service}" } }'),
    'another key': withCondition('{ "StringEquals": { "aws:PrincipalTag/service": "lambda" } }'),
  },
  invalid: {
    'a bare name': {
      text: withCondition('{ "StringEquals": { "kms:GranteeServicePrincipal": «"dynamodb"» } }'),
      fixed: withCondition('{ "StringEquals": { "kms:GranteeServicePrincipal": "dynamodb.amazonaws.com" } }'),
    },
    'a name that needs a Region': {
      text: withCondition('{ "StringEquals": { "aws:PrincipalServiceName": «"logs"» } }'),
      fixed: null,
    },
    capitals: {
      text: identityWithCondition(
        '{ "StringEquals": { "IAM:passedtoservice": ["ec2.amazonaws.com", «"Lambda.amazonaws.com"»] } }',
        '"iam:PassRole"',
      ),
      fixed: identityWithCondition(
        '{ "StringEquals": { "IAM:passedtoservice": ["ec2.amazonaws.com", "lambda.amazonaws.com"] } }',
        '"iam:PassRole"',
      ),
    },
    'an ARN and another script': withCondition(
      '{ "ForAnyValue:StringEquals": { "aws:PrincipalServiceNamesList": [«"arn:aws:iam::aws:role/x"», «"람다"»] } }',
    ),
  },
});
