import { effectInvalid } from '../../server/src/rules/effect-invalid.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (effect: string) => `{ "Version": "2012-10-17", "Statement": [{
  "Effect": ${effect}, "Principal": { "AWS": "111122223333" }, "Action": "kms:*", "Resource": "*" }] }`;

ruleTest(effectInvalid, {
  valid: {
    Allow: policy('"Allow"'),
    Deny: policy('"Deny"'),
    'another type, which element-type reports': policy('1'),
    'a half-typed statement': '{ "Version": "2012-10-17", "Statement": [{ "Effect": ',
  },
  invalid: {
    'lower case': { text: policy('«"allow"»'), fixed: policy('"Allow"'), message: 'to be "Allow"' },
    'upper case': { text: policy('«"DENY"»'), fixed: policy('"Deny"') },
    'an unknown word': { text: policy('«"Permit"»'), fixed: null },
    'an empty string': { text: policy('«""»'), fixed: null },
    'two statements of which both are wrong': {
      text: '{"Version":"2012-10-17","Statement":[{"Effect":«"allow"»,"Action":"kms:*","Principal":"*"},{"Effect":«"deny"»,"Action":"kms:*"}]}',
      fixed:
        '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"kms:*","Principal":"*"},{"Effect":"Deny","Action":"kms:*"}]}',
    },
  },
});
