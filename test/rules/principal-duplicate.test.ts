import { principalDuplicate } from '../../server/src/rules/principal-duplicate.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (principal: string, element = 'Principal') => `{ "Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "${element}": ${principal}, "Action": "kms:Decrypt", "Resource": "*" }] }`;

ruleTest(principalDuplicate, {
  valid: {
    'different principals': policy('{ "AWS": ["111122223333", "444455556666", "arn:aws:iam::111122223333:role/app"] }'),
    'the same text under two types': policy('{ "AWS": ["a", "b"], "CanonicalUser": ["a", "c"] }'),
    'one type that stands twice, which json-duplicate-key reports': policy(
      '{ "AWS": "111122223333", "AWS": "111122223333" }',
    ),
    'names that differ in case': policy(
      '{ "AWS": ["arn:aws:iam::111122223333:role/app", "arn:aws:iam::111122223333:role/App"] }',
    ),
    'the same principal in two statements': `{"Statement":[
      {"Effect":"Allow","Principal":{"AWS":["111122223333"]},"Action":"kms:Decrypt","Resource":"*"},
      {"Effect":"Allow","Principal":{"AWS":["111122223333"]},"Action":"kms:Encrypt","Resource":"*"}]}`,
  },
  invalid: {
    'an account and its root ARN': {
      text: policy('{ "AWS": ["111122223333", «"arn:aws:iam::111122223333:root"»] }'),
      fixed: policy('{ "AWS": ["111122223333"] }'),
      message: 'same account',
    },
    'a service listed three times': {
      text: policy('{ "Service": ["s3.amazonaws.com", «"s3.amazonaws.com"», «"s3.amazonaws.com"»] }'),
      fixed: policy('{ "Service": ["s3.amazonaws.com"] }'),
      message: 'twice',
    },
    'an account of China in NotPrincipal': policy(
      '{ "AWS": ["arn:aws-cn:iam::111122223333:root", «"111122223333"»] }',
      'NotPrincipal',
    ),
  },
});
