import { condMultivaluedNoSet } from '../../server/src/rules/cond-multivalued-no-set.js';
import { identityWithCondition, withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const test = (operator: string, key: string) => withCondition(`{ ${operator}: { "${key}": "x" } }`);

ruleTest(condMultivaluedNoSet, {
  valid: {
    ForAnyValue: test('"ForAnyValue:StringEquals"', 'kms:EncryptionContextKeys'),
    'ForAllValues in lower case': test('"forallvalues:stringequals"', 'kms:GrantOperations'),
    Null: test('"Null"', 'kms:EncryptionContextKeys'),
    'a single-valued key': test('"StringEquals"', 'kms:ViaService'),
    'an unknown key': test('"StringEquals"', 'mycompany:things'),
    'a key that KMS refuses altogether, which key-cond-iam-only reports': test('"StringLike"', 'kms:ResourceAliases'),
    'a value that is being typed':
      '{ "Version": "2012-10-17", "Statement": [{ "Condition": { "StringEquals": { "aws:TagKeys": "',
  },
  invalid: {
    'an encryption context': {
      text: test('«"StringEquals"»', 'kms:EncryptionContextKeys'),
      fixed: test('"ForAnyValue:StringEquals"', 'kms:EncryptionContextKeys'),
      message: 'ForAllValues:',
    },
    'a pattern with IfExists': {
      text: test('«"stringlikeifexists"»', 'AWS:TagKeys'),
      fixed: test('"ForAnyValue:StringLikeIfExists"', 'AWS:TagKeys'),
    },
    'a negated operator, whose author must choose': { text: test('«"StringNotEquals"»', 'aws:TagKeys'), fixed: null },
    'aliases in an IAM policy': {
      text: identityWithCondition('{ «"StringLike"»: { "kms:ResourceAliases": "alias/app" } }'),
      fixed: identityWithCondition('{ "ForAnyValue:StringLike": { "kms:ResourceAliases": "alias/app" } }'),
    },
    'two conditions': withCondition(
      '{ «"StringEquals"»: { "kms:GrantOperations": "Decrypt" },\n «"StringLike"»: { "aws:TagKeys": "팀" } }',
    ),
  },
});
