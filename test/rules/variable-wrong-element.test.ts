import { variableWrongElement } from '../../server/src/rules/variable-wrong-element.js';
import { withCondition } from '../support/conditionPolicy.js';
import { identityPolicy } from '../support/identityPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

ruleTest(variableWrongElement, {
  valid: {
    'a resource and a condition value': identityPolicy('"s3:GetObject"', '"arn:aws:s3:::${aws:username}/*"', {
      condition: '{ "StringEquals": { "aws:PrincipalTag/a": "${aws:username}" } }',
    }),
    'a variable of a tool': identityPolicy('"s3:${action}"', '"*"'),
    'the encryption context, of which enc-context-key-variable speaks': withCondition(
      '{ "StringEquals": { "kms:EncryptionContext:${aws:username}": "a" } }',
    ),
    'an unknown key, of which cond-key-unknown speaks': withCondition(
      '{ "StringEquals": { "kms:${aws:username}": "a" } }',
    ),
    'a principal, of which principal-variable speaks': withCondition('{}', {
      principal: '{ "AWS": "arn:aws:iam::111122223333:user/${aws:username}" }',
    }),
  },
  invalid: {
    'an action': {
      text: identityPolicy('["s3:GetObject", «"s3:${aws:PrincipalTag/access}"»]', '"*"'),
      message: 'policy variable in the action',
    },
    'actions that are left out': identityPolicy('«"kms:${aws:username}"»', '"*"').replace('"Action"', '"NotAction"'),
    'the key of a tag': {
      text: withCondition('{ "StringEquals": { «"aws:PrincipalTag/${aws:username}"»: "a" } }'),
      message: 'policy variable in the condition key',
    },
  },
});
