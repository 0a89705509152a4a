import { condOperatorType } from '../../server/src/rules/cond-operator-type.js';
import { withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const test = (operator: string, key: string, value: string) => withCondition(`{ ${operator}: { "${key}": ${value} } }`);

ruleTest(condOperatorType, {
  valid: {
    'Bool on a Boolean key': test('"Bool"', 'kms:GrantIsForAWSResource', '"true"'),
    'StringEquals on an ARN key, as in CloudTrail statements of AWS': test(
      '"StringEquals"',
      'aws:SourceArn',
      '"arn:aws:cloudtrail:us-east-1:111122223333:trail/main"',
    ),
    'ArnEquals on the encryption context, as in the statement of AWS': test(
      '"ArnEquals"',
      'kms:EncryptionContext:aws:logs:arn',
      '"arn:aws:logs:us-east-1:111122223333:log-group:app"',
    ),
    'Null on any key': test('"Null"', 'kms:MultiRegion', '"true"'),
    'a date as number of seconds': test('"NumericLessThan"', 'aws:EpochTime', '"1900000000"'),
    'either family on kms:ValidTo': test('"NumericLessThan"', 'kms:ValidTo', '"1900000000"'),
    'an unknown key': test('"Bool"', 'mycompany:thing', '"true"'),
    'an operator in another letter case': test('"bool"', 'KMS:multiregion', '"true"'),
    'an unknown operator': test('"Boolean"', 'kms:KeySpec', '"true"'),
    'a value that is being typed':
      '{ "Version": "2012-10-17", "Statement": [{ "Condition": { "StringEquals": { "kms:MultiRegion": "',
  },
  invalid: {
    'text on a Boolean key': {
      text: test('«"StringEquals"»', 'kms:GrantIsForAWSResource', '"true"'),
      fixed: test('"Bool"', 'kms:GrantIsForAWSResource', '"true"'),
      message: 'type is Bool',
    },
    'text on a numeric key': {
      text: test('«"StringEquals"»', 'kms:ScheduleKeyDeletionPendingWindowInDays', '"7"'),
      fixed: test('"NumericEquals"', 'kms:ScheduleKeyDeletionPendingWindowInDays', '"7"'),
    },
    'text on an address key, with IfExists': {
      text: test('«"StringNotEqualsIfExists"»', 'aws:SourceIp', '"203.0.113.0/24"'),
      fixed: test('"NotIpAddressIfExists"', 'aws:SourceIp', '"203.0.113.0/24"'),
    },
    'a Boolean operator on text': {
      text: test('«"Bool"»', 'kms:KeySpec', '"true"'),
      fixed: test('"StringEquals"', 'kms:KeySpec', '"true"'),
    },
    'a number comparison on text, which no equality can replace': {
      text: test('«"NumericLessThan"»', 'kms:ViaService', '"7"'),
      fixed: null,
    },
    'a negated text operator on a Boolean key': {
      text: test('«"StringNotEquals"»', 'kms:MultiRegion', '"true"'),
      fixed: null,
    },
    'a value that the right family could not read': {
      text: test('«"StringEquals"»', 'kms:MultiRegion', '"maybe"'),
      fixed: null,
    },
    'the key, when others share the operator': {
      text: withCondition('{ "StringEquals": { "kms:KeySpec": "RSA_2048", «"kms:MultiRegion"»: "true" } }'),
      fixed: withCondition('{ "StringEquals": { "kms:KeySpec": "RSA_2048" }, "Bool": { "kms:MultiRegion": "true" } }'),
    },
    'two conditions': withCondition(
      '{ «"Bool"»: { "kms:KeySpec": "true" },\n «"StringLike"»: { "kms:MultiRegion": "true" } }',
    ),
  },
});
