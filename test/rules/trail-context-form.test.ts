import { trailContextForm } from '../../server/src/rules/trail-context-form.js';
import { ruleTest } from '../support/ruleTest.js';
import { keyPolicyOf, logsContext, serviceStatement } from '../support/serviceStatement.js';

const KEY = '"kms:EncryptionContext:aws:cloudtrail:arn"';
const policy = (value: string, operator = 'StringLike', key = KEY) =>
  keyPolicyOf(
    serviceStatement('"cloudtrail.amazonaws.com"', {
      action: '"kms:GenerateDataKey*"',
      condition: logsContext(value, operator, key),
    }),
  );

ruleTest(trailContextForm, {
  valid: {
    'all trails of an account': policy('"arn:aws:cloudtrail:*:111122223333:trail/*"'),
    'one trail': policy('"arn:aws:cloudtrail:us-east-1:111122223333:trail/main"', 'StringEquals'),
    'trails that begin alike': policy('"arn:aws:cloudtrail:*:111122223333:tr*"', 'ArnLike'),
    'everything of an account': policy('"arn:aws:cloudtrail:*:111122223333:*"'),
    'any account': policy('"arn:aws:cloudtrail:*:*:trail/*"'),
    'a pattern without the head of an ARN': policy('"*:trail/main"'),
    'China and GovCloud': policy(
      '["arn:aws-cn:cloudtrail:*:111122223333:trail/*", "arn:aws-us-gov:cloudtrail:*:111122223333:trail/*"]',
    ),
    'an event data store, of which AWS says nothing': policy(
      '"arn:aws:cloudtrail:us-east-1:111122223333:eventdatastore/*"',
    ),
    'a test for presence': policy('"false"', 'Null'),
    'a value that a tool completes': policy('"arn:aws:cloudtrail:*:${AWS::AccountId}:trail/*"'),
    'a text under an ARN operator, which cond-value-type reports': policy('"main"', 'ArnEquals'),
    'a wildcard under StringEquals, which cond-wildcard-needs-like reports': policy(
      '"arn:aws:cloudtrail:*:111122223333:trail/*"',
      'StringEquals',
    ),
    'another context': policy('"main"', 'StringEquals', '"kms:EncryptionContext:trail"'),
    'a half-typed value':
      '{ "Statement": [{ "Effect": "Allow", "Action": "kms:Decrypt", "Principal": { "AWS": "*" }, "Condition": { "StringLike": { "kms:EncryptionContext:aws:cloudtrail:arn": "arn:aws:cloudt',
  },
  invalid: {
    'no name': {
      text: policy('«"arn:aws:cloudtrail:*:111122223333:trail"»'),
      fixed: policy('"arn:aws:cloudtrail:*:111122223333:trail/*"'),
      message: 'CloudTrail sends the ARN of the trail',
    },
    'no name where a star would be a character': {
      text: policy('«"arn:aws:cloudtrail:us-east-1:111122223333:trail/"»', 'StringEquals'),
      fixed: null,
    },
    'a colon for the slash': {
      text: policy('«"arn:aws:cloudtrail:us-east-1:111122223333:trail:main"»', 'STRINGEQUALS'),
      fixed: policy('"arn:aws:cloudtrail:us-east-1:111122223333:trail/main"', 'STRINGEQUALS'),
    },
    'the name alone': { text: policy('«"main"»', 'StringEquals'), fixed: null },
    'the ARN of another service': policy('«"arn:aws:logs:us-east-1:111122223333:log-group:trail"»', 'ArnLike'),
    'no Region': policy('«"arn:aws:cloudtrail::111122223333:trail/main"»', 'StringEquals'),
    'no account, and one that is too short': policy(
      '[«"arn:aws:cloudtrail:us-east-1::trail/main"», «"arn:aws:cloudtrail:us-east-1:1111:trail/main"»]',
    ),
    'another letter case of the condition key': policy(
      '«"main"»',
      'StringLike',
      '"KMS:EncryptionContext:AWS:CloudTrail:arn"',
    ),
  },
});
