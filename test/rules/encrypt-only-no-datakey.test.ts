import { encryptOnlyNoDatakey } from '../../server/src/rules/encrypt-only-no-datakey.js';
import { allow, keyPolicy, role } from '../support/adminPolicy.js';
import { identityWithCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';
import { keyPolicyOf, serviceStatement } from '../support/serviceStatement.js';

const via = (...services: string[]) =>
  `{ "StringEquals": { "kms:ViaService": [${services.map((name) => `"${name}.us-east-1.amazonaws.com"`).join(', ')}] } }`;
const through = (condition: string, action: string) =>
  allow(role('App'), action).replace(/ }$/, `, "Condition": ${condition} }`);
const mark = (statement: string) => statement.replace('"Action"', '«"Action"»');

ruleTest(encryptOnlyNoDatakey, {
  valid: {
    'with data keys': keyPolicy([through(via('s3'), '["kms:Encrypt", "kms:GenerateDataKey*"]')]),
    'data keys without plaintext': keyPolicy([
      through(via('ec2'), '["kms:Encrypt", "kms:GenerateDataKeyWithoutPlaintext"]'),
    ]),
    'data keys by another statement': keyPolicy([
      through(via('s3'), '"kms:Encrypt"'),
      allow(role('App'), '"kms:GenerateDataKey"'),
    ]),
    'a reader': keyPolicy([through(via('s3'), '"kms:Decrypt"')]),
    'Parameter Store, which encrypts directly': keyPolicy([through(via('ssm'), '["kms:Encrypt", "kms:Decrypt"]')]),
    'one that encrypts directly among them': keyPolicy([through(via('s3', 'ssm'), '"kms:Encrypt"')]),
    'an application': keyPolicy([allow(role('App'), '["kms:Encrypt", "kms:Decrypt"]')]),
    'CloudWatch Logs, which has a rule of its own': keyPolicyOf(
      serviceStatement('"logs.us-east-1.amazonaws.com"', { action: '["kms:Encrypt", "kms:Decrypt"]' }),
    ),
    'a service of which nothing is known': keyPolicyOf(
      serviceStatement('"lambda.amazonaws.com"', { action: '["kms:Encrypt", "kms:Decrypt"]' }),
    ),
    'a Deny': keyPolicy([through(via('s3'), '"kms:Encrypt"').replace('Allow', 'Deny')]),
    'a half-typed policy': keyPolicy([through(via('s3'), '"kms:Encrypt"')]).slice(0, -2),
  },
  invalid: {
    'through SQS': {
      text: keyPolicy([mark(through(via('sqs'), '["kms:Encrypt", "kms:Decrypt"]'))]),
      fixed: keyPolicy([through(via('sqs'), '["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey*"]')]),
      message: '"sqs"',
    },
    'through several, in an IAM policy': mark(identityWithCondition(via('s3', 'sns'), '"kms:Encrypt*"')),
    'a service in its own name': {
      text: keyPolicyOf(
        mark(serviceStatement('"delivery.logs.amazonaws.com"', { action: '["kms:Encrypt", "kms:Decrypt"]' })),
      ),
      message: '"delivery.logs.amazonaws.com"',
    },
  },
});
