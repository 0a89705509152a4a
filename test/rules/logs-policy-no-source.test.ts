import { logsPolicyNoSource } from '../../server/src/rules/logs-policy-no-source.js';
import { ruleTest } from '../support/ruleTest.js';
import { policyOf, serviceStatement } from '../support/serviceStatement.js';

const ACTIONS = '["logs:CreateLogStream", "logs:PutLogEvents"]';
const RESOURCE = '"arn:aws:logs:us-east-1:111122223333:log-group:/aws/route53/*:*"';
const ACCOUNT = '{ "StringEquals": { "aws:SourceAccount": "111122223333" } }';
const policy = (services: string, condition?: string, action = ACTIONS) =>
  policyOf(serviceStatement(services, { action, resource: RESOURCE, ...(condition !== undefined && { condition }) }));

ruleTest(logsPolicyNoSource, {
  valid: {
    'the source account': policy('"route53.amazonaws.com"', ACCOUNT),
    'the source ARN': policy(
      '"es.amazonaws.com"',
      '{ "ArnLike": { "aws:sourcearn": "arn:aws:es:*:111122223333:domain/*" } }',
    ),
    'the organization': policy(
      '"delivery.logs.amazonaws.com"',
      '{ "StringEquals": { "aws:SourceOrgID": "o-a1b2c3d4e5" } }',
    ),
    'the creation of streams alone, which AWS publishes so': policy(
      '"events.amazonaws.com"',
      undefined,
      '"logs:CreateLogStream"',
    ),
    'a service of which it is not known whether it sends source keys': policy('"lambda.amazonaws.com"'),
    'people, of whom logs-policy-principal-void speaks': policy('"route53.amazonaws.com"').replace(
      '"Service"',
      '"AWS"',
    ),
    'a Deny': policy('"route53.amazonaws.com"').replace('"Allow"', '"Deny"'),
    'a half-typed statement':
      '{ "Statement": [{ "Effect": "Allow", "Principal": { "Service": "route53.amazonaws.com" }, "Action": "logs:PutLogEvents", ',
  },
  invalid: {
    'no condition': {
      text: policy('«"route53.amazonaws.com"»'),
      fixed: policy('"route53.amazonaws.com"', ACCOUNT),
      message: 'on behalf of any AWS account',
    },
    'two services, once': {
      text: policy('[«"events.amazonaws.com"», "delivery.logs.amazonaws.com"]'),
      fixed: policy('["events.amazonaws.com", "delivery.logs.amazonaws.com"]', ACCOUNT),
    },
    'a service beside it that the condition might shut out': {
      text: policy('["lambda.amazonaws.com", «"es.amazonaws.com"»]'),
      fixed: null,
    },
    'a resource that does not tell the account': {
      text: policy('«"route53.amazonaws.com"»').replace(RESOURCE, '"*"'),
      fixed: null,
    },
    'every action': policy('«"xray.amazonaws.com"»', undefined, '"logs:*"'),
  },
});
