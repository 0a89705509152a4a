import { principalUniqueId } from '../../server/src/rules/principal-unique-id.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (principal: string, element = 'Principal') => `{ "Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "${element}": ${principal}, "Action": "kms:Decrypt", "Resource": "*" }] }`;

ruleTest(principalUniqueId, {
  valid: {
    'a role': policy('{ "AWS": "arn:aws:iam::111122223333:role/AROA" }'),
    'an account': policy('{ "AWS": "111122223333" }'),
    'an id under another type': policy('{ "CanonicalUser": "AROAEXAMPLEID1234567" }'),
  },
  invalid: {
    'the id of a role, alone': { text: policy('{ "AWS": «"AROAEXAMPLEID1234567"» }'), fixed: null, message: 'deleted' },
    'the only item of a list': { text: policy('{ "AWS": [«"AIDAEXAMPLEID1234567"»] }'), fixed: null },
    'the id of a user in a list': {
      text: policy('{ "AWS": ["111122223333", «"AIDAEXAMPLEID1234567"»] }'),
      fixed: policy('{ "AWS": ["111122223333"] }'),
    },
  },
});
