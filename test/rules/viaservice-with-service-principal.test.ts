import { viaserviceWithServicePrincipal } from '../../server/src/rules/viaservice-with-service-principal.js';
import { withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const SERVICE = '{ "Service": "logs.us-east-1.amazonaws.com" }';
const VALUE = '"logs.us-east-1.amazonaws.com"';
const test = (operator: string, key: string, principal = SERVICE) =>
  withCondition(`{ "${operator}": { ${key}: ${VALUE} } }`, { principal });

ruleTest(viaserviceWithServicePrincipal, {
  valid: {
    'a role': test('StringEquals', '"kms:ViaService"', '{ "AWS": "arn:aws:iam::111122223333:role/LogWriter" }'),
    everyone: test('StringEquals', '"kms:ViaService"', '"*"'),
    'a service and a role together': test(
      'StringEquals',
      '"kms:ViaService"',
      '{ "Service": "logs.us-east-1.amazonaws.com", "AWS": "111122223333" }',
    ),
    'another key': test('StringEquals', '"aws:SourceAccount"'),
    'IfExists, which the absent key passes': test('StringEqualsIfExists', '"kms:ViaService"'),
    'a negated test, which the absent key passes': test('StringNotEquals', '"kms:ViaService"'),
    'a test for absence': withCondition('{ "Null": { "kms:ViaService": "true" } }', { principal: SERVICE }),
    'a half-typed value': `{ "Version": "2012-10-17", "Statement": [{ "Principal": ${SERVICE}, "Action": "kms:*", "Condition": { "StringEquals": { "kms:ViaService": `,
  },
  invalid: {
    'a service in its own name': {
      text: test('StringEquals', '«"kms:ViaService"»'),
      fixed: `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": ${SERVICE}, "Action": "kms:Decrypt", "Resource": "*" }] }`,
      message: '"logs.us-east-1.amazonaws.com"',
    },
    'a service of China, key in other letter case, beside another condition': {
      text: withCondition('{ "stringlike": { «"KMS:viaservice"»: "logs.*", "aws:SourceAccount": "111122223333" } }', {
        principal: '{ "Service": ["logs.cn-north-1.amazonaws.com.cn"] }',
      }),
      fixed: withCondition('{ "stringlike": { "aws:SourceAccount": "111122223333" } }', {
        principal: '{ "Service": ["logs.cn-north-1.amazonaws.com.cn"] }',
      }),
    },
    'two statements': `{ "Version": "2012-10-17", "Statement": [
      { "Effect": "Allow", "Principal": ${SERVICE}, "Action": "kms:*", "Condition": { "StringEquals": { «"kms:ViaService"»: ${VALUE} } } },
      { "Effect": "Deny", "Principal": ${SERVICE}, "Action": "kms:*", "Condition": { "StringLike": { «"kms:ViaService"»: "*" } } }] }`,
  },
});
