import { encContextKeyVariable } from '../../server/src/rules/enc-context-key-variable.js';
import { identityWithCondition, withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const under = (key: string) => withCondition(`{ "StringEquals": { ${key}: "x" } }`);

ruleTest(encContextKeyVariable, {
  valid: {
    'a plain name': under('"kms:EncryptionContext:AppName"'),
    'a variable in the value': withCondition('{ "StringEquals": { "kms:EncryptionContext:user": "${aws:username}" } }'),
    'a part that a template fills in': under('"kms:EncryptionContext:${var.name}"'),
    'another key': under('"aws:PrincipalTag/${aws:username}"'),
    'a half-typed key':
      '{ "Version": "2012-10-17", "Statement": [{ "Principal": "*", "Action": "kms:*", "Condition": { "StringEquals": { "kms:EncryptionContext:${aws:username}" } } }] }',
  },
  invalid: {
    'a variable as the name': { text: under('«"kms:EncryptionContext:${aws:username}"»'), message: 'values only' },
    'a variable inside the name, key in other letter case': under(
      '«"KMS:encryptioncontext:app-${aws:PrincipalTag/팀}"»',
    ),
    'an IAM policy': identityWithCondition('{ "StringLike": { «"kms:EncryptionContext:${aws:userid}"»: "*" } }'),
    'two keys': withCondition(
      '{ "StringEquals": { «"kms:EncryptionContext:${aws:username}"»: "a",\n «"kms:EncryptionContext:${aws:userid}"»: "b" } }',
    ),
  },
});
