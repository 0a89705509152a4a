import { idInIdentityPolicy } from '../../server/src/rules/id-in-identity-policy.js';
import { allowing, KEY } from '../support/identityPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (id: string) => `{ "Version": "2012-10-17", ${id}"Statement": [${allowing('"kms:Decrypt"', KEY)}] }`;

ruleTest(idInIdentityPolicy, {
  valid: {
    'no Id': policy(''),
    'a key policy': { kind: 'key-policy', text: policy('"Id": "key-default-1", ') },
    'an Id that is being typed': '{ "Version": "2012-10-17", "Id"',
  },
  invalid: {
    'an Id': { text: policy('«"Id"»: "app-role", '), fixed: policy('') },
    'on a line of its own': {
      text: `{\n  "Version": "2012-10-17",\n  «"Id"»: "역할",\n  "Statement": ${allowing('"kms:Decrypt"', KEY)}\n}`,
      fixed: `{\n  "Version": "2012-10-17",\n  "Statement": ${allowing('"kms:Decrypt"', KEY)}\n}`,
    },
  },
});
