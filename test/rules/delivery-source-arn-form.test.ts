import { deliverySourceArnForm } from '../../server/src/rules/delivery-source-arn-form.js';
import { ruleTest } from '../support/ruleTest.js';
import { keyPolicyOf, logsContext, policyOf, serviceStatement } from '../support/serviceStatement.js';

const DELIVERY = '"delivery.logs.amazonaws.com"';
const ARN = 'arn:aws:logs:us-east-1:111122223333';
const policy = (value: string, operator = 'ArnLike', service = DELIVERY) =>
  keyPolicyOf(serviceStatement(service, { condition: logsContext(value, operator, '"aws:SourceArn"') }));

ruleTest(deliverySourceArnForm, {
  valid: {
    'all logs of an account': policy(`"${ARN}:*"`),
    'one delivery source': policy(`"${ARN}:delivery-source:web"`),
    'all delivery sources': policy(`["${ARN}:delivery-source:*", "arn:aws:logs:*:*:*"]`),
    'any service': policy('"arn:aws:*:us-east-1:111122223333:*"'),
    China: policy('"arn:aws-cn:logs:cn-north-1:111122223333:*"'),
    'a value that a tool completes': policy('"arn:aws:ec2:us-east-1:${AWS::AccountId}:vpc/*"'),
    'EventBridge beside it, whose rule is the source': policy(
      '"arn:aws:events:us-east-1:111122223333:rule/orders"',
      'ArnEquals',
      `["events.amazonaws.com", ${DELIVERY}]`,
    ),
    'another service': policy('"arn:aws:s3:::amzn-s3-demo-bucket"', 'ArnLike', '"s3.amazonaws.com"'),
    'a text that is no ARN, which cond-value-type reports': policy('"web"'),
    'a half-typed value':
      '{ "Statement": [{ "Effect": "Allow", "Action": "kms:Decrypt", "Principal": { "Service": "delivery.logs.amazonaws.com" }, "Condition": { "ArnLike": { "aws:SourceArn": "arn:aws:ec2:us-east-1:111122223333:vpc',
  },
  invalid: {
    'the VPC whose flow logs are delivered': {
      text: policy('«"arn:aws:ec2:us-east-1:111122223333:vpc/vpc-0a1b2c3d"»'),
      fixed: policy(`"${ARN}:*"`),
      message: `as in "${ARN}:*"`,
    },
    'a log group': {
      text: policy(`«"${ARN}:log-group:/app:*"»`, 'ArnEquals'),
      fixed: policy(`"${ARN}:*"`, 'ArnEquals'),
    },
    'an operator that reads no wildcards': { text: policy(`«"${ARN}:log-group:/app"»`, 'StringEquals'), fixed: null },
    'an ARN that tells neither Region nor account': {
      text: policy('«"arn:aws:s3:::amzn-s3-demo-bucket"»'),
      fixed: null,
    },
    'no account': policy('«"arn:aws:logs:us-east-1::*"»'),
    'a bucket policy': {
      text: policyOf(
        serviceStatement(DELIVERY, {
          action: '"s3:PutObject"',
          resource: '"arn:aws:s3:::amzn-s3-demo-bucket/*"',
          condition: `{ "ArnLike": { "aws:SourceArn": ["${ARN}:*", «"arn:aws:wafv2:us-east-1:111122223333:regional/webacl/a/b"»] } }`,
        }),
      ),
    },
    'a Logs resource policy': policyOf(
      serviceStatement(DELIVERY, {
        action: '"logs:PutLogEvents"',
        resource: '"arn:aws:logs:us-east-1:111122223333:log-group:/aws/vendedlogs/a:*"',
        condition: '{ "ArnLike": { "aws:sourcearn": «"arn:aws:states:us-east-1:111122223333:stateMachine:a"» } }',
      }),
    ),
  },
});
