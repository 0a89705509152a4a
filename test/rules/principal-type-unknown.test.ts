import { principalTypeUnknown } from '../../server/src/rules/principal-type-unknown.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (principal: string, element = 'Principal') => `{ "Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "${element}": ${principal}, "Action": "kms:Decrypt", "Resource": "*" }] }`;

ruleTest(principalTypeUnknown, {
  valid: {
    'all four types': policy('{ "AWS": "*", "Service": "x", "Federated": "x", "CanonicalUser": "x" }'),
    'everyone as a string': policy('"*"'),
    'a type whose value is not typed yet': `{ "Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "Action": "kms:Decrypt", "Principal": { "aws": `,
    'an empty mapping, which array-empty reports': policy('{}'),
  },
  invalid: {
    'lower case': {
      text: policy('{ «"aws"»: "*" }'),
      fixed: policy('{ "AWS": "*" }'),
      message: 'to be "AWS"',
    },
    'a plural': { text: policy('{ «"Services"»: ["a", "b"] }'), fixed: policy('{ "Service": ["a", "b"] }') },
    'a type of other systems': { text: policy('{ «"Group"»: "Ops" }'), fixed: null },
    'a misspelt type beside the right one, without a fix that would write it twice': {
      text: policy('{ "AWS": "111122223333", «"Aws"»: "444455556666" }'),
      fixed: null,
    },
    'two types of one mapping': policy('{ «"aws"»: "*", «"service"»: "x" }'),
    'a type under NotPrincipal': policy('{ «"aws"»: "*" }', 'NotPrincipal'),
  },
});
