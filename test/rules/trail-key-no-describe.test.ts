import { trailKeyNoDescribe } from '../../server/src/rules/trail-key-no-describe.js';
import { ruleTest } from '../support/ruleTest.js';
import { keyPolicyOf, logsContext, serviceStatement } from '../support/serviceStatement.js';

const TRAIL = '"cloudtrail.amazonaws.com"';
const SOURCE = '"aws:SourceArn": "arn:aws:cloudtrail:us-east-1:111122223333:trail/main"';
const context = logsContext(
  '"arn:aws:cloudtrail:*:111122223333:trail/*"',
  'StringLike',
  '"kms:EncryptionContext:aws:cloudtrail:arn"',
);
const encrypt = (condition: string, service = TRAIL) =>
  serviceStatement(service, { action: '"kms:GenerateDataKey*"', condition });
const describeKey = serviceStatement(TRAIL, { action: '"kms:DescribeKey"' });

ruleTest(trailKeyNoDescribe, {
  valid: {
    'both statements': keyPolicyOf(encrypt(context), describeKey),
    'one statement without a context': keyPolicyOf(
      serviceStatement(TRAIL, {
        action: '["kms:GenerateDataKey*", "kms:DescribeKey"]',
        condition: `{ "StringEquals": { ${SOURCE} } }`,
      }),
    ),
    'a pattern that covers it': keyPolicyOf(encrypt(context), serviceStatement(TRAIL, { action: '"kms:Describe*"' })),
    'DescribeKey under the context, which enc-context-wrong-action reports': keyPolicyOf(
      serviceStatement(TRAIL, { action: '["kms:GenerateDataKey*", "kms:DescribeKey"]', condition: context }),
    ),
    'everyone of the account may describe the key': keyPolicyOf(
      encrypt(context),
      '{ "Effect": "Allow", "Principal": "*", "Action": "kms:DescribeKey", "Resource": "*", "Condition": { "StringEquals": { "kms:CallerAccount": "111122223333" } } }',
    ),
    'an event data store': keyPolicyOf(
      encrypt('{ "ArnLike": { "aws:SourceArn": "arn:aws:cloudtrail:us-east-1:111122223333:eventdatastore/*" } }'),
    ),
    'a statement without a condition, which may be for an event data store': keyPolicyOf(
      serviceStatement(TRAIL, { action: '["kms:GenerateDataKey", "kms:Decrypt"]' }),
    ),
    'readers of trails': keyPolicyOf(
      '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/Reader" }, "Action": "kms:Decrypt", "Resource": "*", "Condition": { "Null": { "kms:EncryptionContext:aws:cloudtrail:arn": "false" } } }',
    ),
    'a half-typed policy': `{ "Statement": [${encrypt(context)}, { "Effect": "Allow", "Principal": { "Service": ["cloudtrail.amazonaws.com"] }, "Action": "kms:Desc`,
  },
  invalid: {
    'the encryption context alone': {
      text: keyPolicyOf(encrypt(context, `«${TRAIL}»`)),
      fixed: `${keyPolicyOf(encrypt(context)).slice(0, -'\n] }'.length)},
  {
    "Effect": "Allow",
    "Principal": {
      "Service": "cloudtrail.amazonaws.com"
    },
    "Action": "kms:DescribeKey",
    "Resource": "*"
  }
] }`,
      message: '"kms:DescribeKey"',
    },
    'one trail, to which the new statement is limited too': {
      text: keyPolicyOf(encrypt(`{ "StringEquals": { ${SOURCE} } }`, `[«${TRAIL}»]`)),
      fixed: `${keyPolicyOf(encrypt(`{ "StringEquals": { ${SOURCE} } }`, `[${TRAIL}]`)).slice(0, -'\n] }'.length)},
  {
    "Effect": "Allow",
    "Principal": {
      "Service": "cloudtrail.amazonaws.com"
    },
    "Action": "kms:DescribeKey",
    "Resource": "*",
    "Condition": {
      "StringEquals": {
        "aws:SourceArn": "arn:aws:cloudtrail:us-east-1:111122223333:trail/main"
      }
    }
  }
] }`,
    },
    'a single statement object': {
      text: `{ "Version": "2012-10-17", "Statement": ${encrypt(context, `«${TRAIL}»`)} }`,
      fixed: null,
    },
    'DescribeKey for another service': keyPolicyOf(
      encrypt(context, `«${TRAIL}»`),
      serviceStatement('"sns.amazonaws.com"', { action: '"kms:DescribeKey"' }),
    ),
    'two statements for trails, once': keyPolicyOf(
      encrypt(context, `«${TRAIL}»`),
      encrypt(`{ "ArnLike": { ${SOURCE} } }`),
    ),
  },
});
