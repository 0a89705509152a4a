import { stringStrayWhitespace } from '../../server/src/rules/string-stray-whitespace.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (statement: string) => `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", ${statement} }] }`;
const identity = { kind: 'identity-policy' } as const;

ruleTest(stringStrayWhitespace, {
  valid: {
    'names without blanks': policy('"Action": ["kms:Decrypt", "kms:Encrypt"], "Resource": "*"'),
    'a Sid with blanks': policy('"Sid": " a b ", "Action": "kms:*"'),
    'blanks inside a name': policy('"Action": "kms:*", "Resource": "arn:aws:s3:::a/b c"'),
    'condition values, which are free text': policy(
      '"Action": "kms:*", "Condition": { "StringEquals": { "kms:EncryptionContext:a": " b " } }',
    ),
    'nothing but a blank, which is no name at all': policy('"Action": " "'),
    'an effect with a blank, which effect-invalid reports':
      '{ "Statement": [{ "Effect": "Allow ", "Action": "kms:*" }] }',
    'a zero-width character in a key policy, which policy-charset reports': {
      kind: 'key-policy',
      text: policy('"Action": "kms:Decrypt\u200B"'),
    },
    'a half-typed action': '{ "Statement": [{ "Effect": "Allow", "Action": "kms:Decrypt ',
  },
  invalid: {
    'a blank after an action': {
      text: policy('"Action": «"kms:Decrypt "»'),
      fixed: policy('"Action": "kms:Decrypt"'),
      message: 'in "kms:Decrypt"',
    },
    'one item of a list, and a tab written as an escape': {
      text: policy('"NotAction": ["kms:Encrypt", «"\\tkms:Decrypt"»]'),
      fixed: policy('"NotAction": ["kms:Encrypt", "kms:Decrypt"]'),
    },
    'a no-break space in a key policy, which the character set allows': {
      kind: 'key-policy',
      text: policy('"Action": «"kms:Decrypt\u00A0"»'),
      fixed: policy('"Action": "kms:Decrypt"'),
    },
    'a zero-width space elsewhere': {
      ...identity,
      text: policy('"Action": «"kms:Decrypt\u200B"»'),
      fixed: policy('"Action": "kms:Decrypt"'),
    },
    'a zero-width joiner inside a name': {
      ...identity,
      text: policy('"Action": «"kms:De\u200Dcrypt"»'),
      fixed: policy('"Action": "kms:Decrypt"'),
    },
    'a resource and a principal': {
      text: policy(
        '"Action": "kms:*", "Resource": «" *"», "Principal": { "AWS": [«"arn:aws:iam::111122223333:root\\n"»] }',
      ),
      fixed: policy('"Action": "kms:*", "Resource": "*", "Principal": { "AWS": ["arn:aws:iam::111122223333:root"] }'),
    },
    'an operator once, and a key': {
      text: policy('"Action": "kms:*", "Condition": { «"Bool "»: { «" a:b"»: "true", "c:d": "true" } }'),
      fixed: policy('"Action": "kms:*", "Condition": { "Bool": { "a:b": "true", "c:d": "true" } }'),
    },
  },
});
