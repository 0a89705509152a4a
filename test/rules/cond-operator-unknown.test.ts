import { condOperatorUnknown } from '../../server/src/rules/cond-operator-unknown.js';
import { withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const under = (operator: string) => withCondition(`{ ${operator}: { "aws:PrincipalOrgID": "o-abcdef1234" } }`);

ruleTest(condOperatorUnknown, {
  valid: {
    'a known operator': under('"StringEquals"'),
    'another letter case, which AWS accepts': under('"stringequals"'),
    'prefix and suffix together': under('"ForAnyValue:StringLikeIfExists"'),
    'a prefix in another letter case': under('"forallvalues:StringEquals"'),
    'Null alone': withCondition('{ "Null": { "aws:TagKeys": "true" } }'),
    'an operator whose block is not typed yet':
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Condition": { "StringEq',
    'an operator that a template fills in': under('"{{ operator }}"'),
    'a statement without conditions':
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "kms:*" }] }',
    'a document without statements': '{ "Version": "2012-10-17" }',
  },
  invalid: {
    'a misspelt operator': { text: under('«"StringEqual"»'), fixed: under('"StringEquals"'), message: '"StringEqual"' },
    'a misspelt operator with prefix': {
      text: under('«"ForAnyValues:StringLike"»'),
      fixed: under('"ForAnyValue:StringLike"'),
    },
    'a misspelt operator with suffix': {
      text: under('«"StringEqualIfExists"»'),
      fixed: under('"StringEqualsIfExists"'),
    },
    'a word that resembles nothing': { text: under('«"matches"»'), fixed: null },
    'NullIfExists, which cfn-lint lets pass': {
      text: withCondition('{ «"NullIfExists"»: { "aws:TagKeys": "true" } }'),
      fixed: withCondition('{ "Null": { "aws:TagKeys": "true" } }'),
    },
    'an operator with an empty block': { text: withCondition('{ «"Equals"»: {} }') },
    'a non-ASCII operator': { text: under('«"같음"»'), fixed: null },
    'two operators of one statement': {
      text: withCondition('{ «"StringEqual"»: { "aws:userid": "a" }, «"Boolean"»: { "aws:SecureTransport": "true" } }'),
    },
    'a statement that is an object': {
      text: '{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Condition": {\n  «"StringEquls"»: { "aws:userid": "a" } } } }',
    },
  },
});

ruleTest(condOperatorUnknown, {
  valid: {},
  invalid: {
    'a set operator on Null': {
      text: withCondition('{ «"ForAllValues:Null"»: { "aws:TagKeys": "true" } }'),
      fixed: withCondition('{ "Null": { "aws:TagKeys": "true" } }'),
      level: 'warning',
      message: 'always true',
    },
    'the other set operator on Null': {
      text: withCondition('{ «"ForAnyValue:Null"»: { "aws:TagKeys": "true" } }'),
      level: 'warning',
      message: 'always false',
    },
  },
});
