import { condValueMixedTypes } from '../../server/src/rules/cond-value-mixed-types.js';
import { withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const test = (values: string) => withCondition(`{ "StringEquals": { "aws:userid": ${values} } }`);

ruleTest(condValueMixedTypes, {
  valid: {
    'strings only': test('["a", "b"]'),
    'numbers only': test('[1, 2]'),
    'one value': test('true'),
    'an empty list': test('[]'),
    'null, which element-type reports': test('["a", null]'),
    'a list that is being typed':
      '{ "Version": "2012-10-17", "Statement": [{ "Condition": { "Bool": { "aws:SecureTransport": ["true", 1',
  },
  invalid: {
    'a string and a number': { text: test('["true", «1»]'), fixed: test('["true", "1"]') },
    'a Boolean and strings': { text: test('[true, «"a"», "b"]'), fixed: test('["true", "a", "b"]') },
    'three types': { text: test('[1, «true»,\n "a"]'), fixed: test('["1", "true",\n "a"]') },
    'two keys': withCondition('{ "StringEquals": { "aws:userid": ["a", «1»], "aws:username": ["b", «false»] } }'),
  },
});
