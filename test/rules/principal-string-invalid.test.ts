import { principalStringInvalid } from '../../server/src/rules/principal-string-invalid.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (principal: string, element = 'Principal') => `{ "Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "${element}": ${principal}, "Action": "kms:Decrypt", "Resource": "*" }] }`;

ruleTest(principalStringInvalid, {
  valid: {
    'everyone, which is legal as a string': policy('"*"'),
    'a mapping': policy('{ "AWS": "111122223333" }'),
    'a text that a template fills in': policy('"${AWS::AccountId}"'),
    'a number, which element-type reports': policy('111122223333'),
    'an identity policy, which has no principals': {
      text: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": "app", "Action": "kms:Decrypt", "Resource": "*" }] }',
      kind: 'identity-policy',
    },
    'a string that is still being typed': `{ "Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "Action": "kms:Decrypt", "Principal": "1111`,
    'a document without statements': '{ "Version": "2012-10-17" }',
  },
  invalid: {
    'an account': {
      text: policy('«"111122223333"»'),
      fixed: policy('{ "AWS": "111122223333" }'),
      message: 'only "*" may stand alone',
    },
    'the ARN of a role in China': {
      text: '{"Statement":{"Effect":"Allow","Principal":«"arn:aws-cn:iam::111122223333:role/app"»,"Action":"kms:*","Resource":"*"}}',
      fixed: `{"Statement":{"Effect":"Allow","Principal":{"AWS":"arn:aws-cn:iam::111122223333:role/app"},"Action":"kms:*","Resource":"*"}}`,
    },
    'a service under NotPrincipal': {
      text: '{"Statement":{"Effect":"Deny","NotPrincipal":«"cloudtrail.amazonaws.com"»,"Action":"kms:*","Resource":"*"}}',
      fixed: `{"Statement":{"Effect":"Deny","NotPrincipal":{"Service":"cloudtrail.amazonaws.com"},"Action":"kms:*","Resource":"*"}}`,
    },
    'a text that is nothing': { text: policy('«"관리자"»'), fixed: null },
    'an empty string': { text: policy('«""»'), fixed: null },
    'two statements': {
      text: '{"Statement":[{"Effect":"Allow","Principal":«"app"»,"Action":"kms:*"},{"Effect":"Deny","Principal":«"root"»,"Action":"kms:*"}]}',
      fixed: null,
    },
  },
});
