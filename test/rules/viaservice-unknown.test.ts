import { viaserviceUnknown } from '../../server/src/rules/viaservice-unknown.js';
import { identityWithCondition, withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const via = (values: string, operator = 'StringEquals') => `{ "${operator}": { "kms:ViaService": ${values} } }`;

ruleTest(viaserviceUnknown, {
  valid: {
    'names of the table': withCondition(
      via('["s3.us-east-1.amazonaws.com", "logs.cn-north-1.amazonaws.com", "cassandra.us-gov-west-1.amazonaws.com"]'),
    ),
    'any service': withCondition(via('"*.us-east-1.amazonaws.com"', 'StringLike')),
    'any Region of a service': withCondition(via('"s3.*.amazonaws.com"', 'StringLike')),
    'a form that another rule reports': withCondition(
      via('["ebs.amazonaws.com", "https://ebs.us-east-1.amazonaws.com"]'),
    ),
    'a service in its own name, of which another rule speaks': withCondition(via('"ebs.us-east-1.amazonaws.com"'), {
      principal: '{ "Service": "ec2.amazonaws.com" }',
    }),
    'a variable': withCondition(via('"${aws:PrincipalTag/Service}.us-east-1.amazonaws.com"')),
    'a test for presence': withCondition(via('"false"', 'Null')),
    'another key': withCondition('{ "StringEquals": { "aws:CalledVia": "ebs.amazonaws.com" } }'),
    'a half-typed value':
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": "*", "Action": "kms:Decrypt", "Condition": { "StringEquals": { "kms:ViaService": "ebs.us-east-1.amazonaws.com',
  },
  invalid: {
    'the name of Amazon EBS': {
      text: withCondition(via('«"ebs.us-east-1.amazonaws.com"»')),
      fixed: withCondition(via('"ec2.us-east-1.amazonaws.com"')),
      message: '"ec2"',
    },
    'Neptune and a slip of the pen, in an IAM policy': {
      text: identityWithCondition(
        '{ "StringLike": { "KMS:viaservice": ["s3.us-east-1.amazonaws.com", «"neptune.*.amazonaws.com"», «"secretmanager.eu-west-1.amazonaws.com"»] } }',
      ),
      fixed: identityWithCondition(
        '{ "StringLike": { "KMS:viaservice": ["s3.us-east-1.amazonaws.com", "rds.*.amazonaws.com", "secretsmanager.eu-west-1.amazonaws.com"] } }',
      ),
    },
    'a service that calls in its own name, in a Deny': {
      text: withCondition(via('«"cloudtrail.us-east-1.amazonaws.com"»', 'StringNotEquals'), { effect: 'Deny' }),
      fixed: null,
      message: 'does not call',
    },
    'a service that may be new': {
      text: withCondition(via('«"quantumvault.us-east-1.amazonaws.com"»')),
      fixed: null,
      level: 'info',
    },
  },
});
