import { condNullValue } from '../../server/src/rules/cond-null-value.js';
import { withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const nullTest = (value: string) => withCondition(`{ "Null": { "kms:EncryptionContextKeys": ${value} } }`);

ruleTest(condNullValue, {
  valid: {
    true: nullTest('"true"'),
    false: nullTest('"false"'),
    'a JSON Boolean': nullTest('true'),
    'another letter case': nullTest('"False"'),
    'a list': nullTest('["false"]'),
    'a policy variable': nullTest('"${aws:SecureTransport}"'),
    'another operator': withCondition('{ "StringEquals": { "aws:userid": "yes" } }'),
    'a value that is being typed':
      '{ "Version": "2012-10-17", "Statement": [{ "Condition": { "Null": { "aws:TagKeys": "tr',
  },
  invalid: {
    'a word': { text: nullTest('«"yes"»'), message: '"yes"' },
    'a number': nullTest('«1»'),
    'one value of a list': nullTest('["true", «"present"»]'),
    'the operator in lower case': withCondition('{ "null": { "aws:TagKeys": «"no"» } }'),
    'two keys': withCondition('{ "Null": { "aws:TagKeys": «"no"», "aws:userid": «""» } }'),
  },
});
