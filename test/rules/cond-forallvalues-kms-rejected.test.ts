import { condForallvaluesKmsRejected } from '../../server/src/rules/cond-forallvalues-kms-rejected.js';
import { identityWithCondition, withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const test = (operator: string, key: string) => withCondition(`{ ${operator}: { "${key}": "x" } }`);

ruleTest(condForallvaluesKmsRejected, {
  valid: {
    'no set operator': test('"StringEquals"', 'kms:EncryptionContext:App'),
    'ForAnyValue, which KMS accepts': test('"ForAnyValue:StringEquals"', 'kms:EncryptionContext:App'),
    'the names of the encryption context': test('"ForAllValues:StringEquals"', 'kms:EncryptionContextKeys'),
    'another tag key': test('"ForAllValues:StringEquals"', 'aws:TagKeys'),
    'an IAM policy': identityWithCondition('{ "ForAllValues:StringEquals": { "kms:EncryptionContext:App": "x" } }'),
    'a half-typed condition':
      '{ "Version": "2012-10-17", "Statement": [{ "Principal": "*", "Action": "kms:*", "Condition": { "ForAllValues:StringEquals": { "kms:EncryptionContext:App": ',
  },
  invalid: {
    'an encryption-context pair': {
      text: test('«"ForAllValues:StringEquals"»', 'kms:EncryptionContext:App'),
      fixed: test('"StringEquals"', 'kms:EncryptionContext:App'),
      message: 'OverlyPermissiveCondition',
    },
    'a request tag, in other letter case and with IfExists': {
      text: test('«"forallvalues:StringLikeIfExists"»', 'AWS:RequestTag/team'),
      fixed: test('"StringLikeIfExists"', 'AWS:RequestTag/team'),
    },
    'a Deny too': withCondition('{ «"ForAllValues:ArnLike"»: { "kms:EncryptionContext:aws:logs:arn": "*" } }', {
      effect: 'Deny',
      principal: '"*"',
    }).replace(
      '"Statement": [',
      '"Statement": [{ "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "kms:*", "Resource": "*" }, ',
    ),
    'two conditions': withCondition(
      '{ «"ForAllValues:StringEquals"»: { "kms:EncryptionContext:App": "x" },\n «"ForAllValues:StringLike"»: { "aws:RequestTag/팀": "x" } }',
    ),
  },
});
