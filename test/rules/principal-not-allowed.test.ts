import { principalNotAllowed } from '../../server/src/rules/principal-not-allowed.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (principal: string) =>
  `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Deny",${principal} "Action": "kms:*", "Resource": "*" }] }`;

ruleTest(principalNotAllowed, {
  valid: {
    'an IAM policy without principals': { kind: 'identity-policy', text: policy('') },
    'a key policy': { kind: 'key-policy', text: policy(' "Principal": "*",') },
    'a resource control policy': { kind: 'rcp', text: policy(' "Principal": "*",') },
    'a policy whose kind is told by its principals': policy(' "Principal": { "AWS": "111122223333" },'),
    'a half-typed element': { kind: 'identity-policy', text: '{ "Statement": [{ "Effect": "Allow", "Princi' },
  },
  invalid: {
    'an IAM policy': {
      kind: 'identity-policy',
      text: policy(' «"Principal"»: "*",'),
      fixed: policy(''),
      message: 'the user, group or role',
    },
    'the Not twin, over several lines': {
      kind: 'identity-policy',
      text: '{\n  "Statement": {\n    "Effect": "Deny",\n    «"NotPrincipal"»: {\n      "AWS": "111122223333"\n    },\n    "Action": "kms:*"\n  }\n}',
      fixed: '{\n  "Statement": {\n    "Effect": "Deny",\n    "Action": "kms:*"\n  }\n}',
    },
    'a service control policy': {
      kind: 'scp',
      text: policy(' «"Principal"»: "*",'),
      fixed: policy(''),
      message: 'accounts',
    },
  },
});
