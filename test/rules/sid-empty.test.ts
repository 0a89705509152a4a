import { sidEmpty } from '../../server/src/rules/sid-empty.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (sid: string) =>
  `{ "Version": "2012-10-17", "Statement": [{${sid} "Effect": "Allow", "Action": "kms:*" }] }`;

ruleTest(sidEmpty, {
  valid: {
    'a name': policy(' "Sid": "a",'),
    'no Sid': policy(''),
    'another type, which element-type reports': policy(' "Sid": null,'),
    'a half-typed Sid': '{ "Statement": [{ "Effect": "Allow", "Sid": "',
  },
  invalid: {
    'an empty string': { text: policy(' "Sid": «""»,'), fixed: policy(''), message: 'Empty statement ID' },
    'two of them, one at the end': {
      text: '{ "Statement": [\n  {\n    "Sid": «""»,\n    "Effect": "Allow"\n  },\n  { "Effect": "Deny", "Sid": «""» }\n] }',
      fixed: '{ "Statement": [\n  {\n    "Effect": "Allow"\n  },\n  { "Effect": "Deny" }\n] }',
    },
  },
});
