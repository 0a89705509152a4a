import { condForanyvalueDeny } from '../../server/src/rules/cond-foranyvalue-deny.js';
import { withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const KEYS = '{ "kms:EncryptionContextKeys": ["App"] }';

ruleTest(condForanyvalueDeny, {
  valid: {
    'an Allow': withCondition(`{ "ForAnyValue:StringNotEquals": ${KEYS} }`),
    'a list of what is denied': withCondition(
      '{ "ForAnyValue:StringEquals": { "kms:GrantOperations": ["Decrypt"] } }',
      { effect: 'Deny', action: '"kms:CreateGrant"' },
    ),
    ForAllValues: withCondition(`{ "ForAllValues:StringNotEquals": ${KEYS} }`, { effect: 'Deny' }),
    IfExists: withCondition(`{ "ForAnyValue:StringNotEqualsIfExists": ${KEYS} }`, { effect: 'Deny' }),
    'a single-valued key, which cond-set-on-single reports': withCondition(
      '{ "ForAnyValue:StringNotEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }',
      { effect: 'Deny' },
    ),
    'an empty list, which cond-empty reports': withCondition(
      '{ "ForAnyValue:StringNotEquals": { "kms:EncryptionContextKeys": [] } }',
      { effect: 'Deny' },
    ),
    'another Deny for the absent key': `{ "Version": "2012-10-17", "Statement": [
      { "Effect": "Deny", "Principal": "*", "Action": "kms:Encrypt", "Resource": "*", "Condition": { "ForAnyValue:StringNotEquals": ${KEYS} } },
      { "Effect": "Deny", "Principal": "*", "Action": "kms:Encrypt", "Resource": "*", "Condition": { "Null": { "KMS:encryptioncontextkeys": "true" } } }] }`,
  },
  invalid: {
    'a list of what may come': {
      text: withCondition(`{ «"ForAnyValue:StringNotEquals"»: ${KEYS} }`, { effect: 'Deny' }),
      message: '"kms:EncryptionContextKeys"',
    },
    'in other letter case': withCondition('{ «"foranyvalue:stringnotlike"»: { "AWS:tagkeys": ["팀*"] } }', {
      effect: 'Deny',
      action: '"kms:TagResource"',
    }),
    'with Null on another key': withCondition(
      `{ «"ForAnyValue:StringNotEquals"»: ${KEYS}, "Null": { "aws:TagKeys": "true" } }`,
      { effect: 'Deny' },
    ),
    'two in one policy': `{ "Version": "2012-10-17", "Statement": [
      { "Effect": "Deny", "Principal": "*", "Action": "kms:Encrypt", "Resource": "*", "Condition": { «"ForAnyValue:StringNotEquals"»: ${KEYS} } },
      { "Effect": "Deny", "Principal": "*", "Action": "kms:CreateGrant", "Resource": "*", "Condition": { «"ForAnyValue:StringNotEquals"»: { "kms:GrantOperations": "Decrypt" } } }] }`,
  },
});
