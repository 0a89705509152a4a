import { encContextNullOnly } from '../../server/src/rules/enc-context-null-only.js';
import { identityWithCondition, withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const present = (key: string, value = '"false"') => `{ "Null": { ${key}: ${value} } }`;

ruleTest(encContextNullOnly, {
  valid: {
    'a value': withCondition('{ "StringEquals": { "kms:EncryptionContext:App": "x" } }'),
    'a value of another pair beside it': withCondition(
      '{ "Null": { "kms:EncryptionContext:Rule": "false" }, "StringEquals": { "kms:EncryptionContext:App": "x" } }',
    ),
    'a context of any kind': withCondition(present('"kms:EncryptionContextKeys"')),
    "AWS's statement for readers of trail files": withCondition(present('"kms:EncryptionContext:aws:cloudtrail:arn"')),
    'a pair that must not be there': withCondition(present('"kms:EncryptionContext:App"', '"true"')),
    'a Deny': withCondition(present('"kms:EncryptionContext:App"'), { effect: 'Deny' }),
    'an IAM policy': { text: identityWithCondition(present('"kms:EncryptionContext:App"')), kind: 'identity-policy' },
    'another key': withCondition(present('"aws:SourceArn"')),
    'a half-typed value':
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": "*", "Action": "kms:Decrypt", "Condition": { "Null": { "kms:EncryptionContext:App": ',
  },
  invalid: {
    'a pair with any value': withCondition(present('«"kms:EncryptionContext:App"»')),
    'two pairs, in other letter case, beside another condition': withCondition(
      '{ "null": { «"KMS:EncryptionContext:App"»: ["false"], «"kms:EncryptionContext:Stage"»: false }, "StringEquals": { "kms:CallerAccount": "111122223333" } }',
    ),
  },
});
