import { sidDuplicate } from '../../server/src/rules/sid-duplicate.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (...sids: string[]) =>
  `{ "Version": "2012-10-17", "Statement": [${sids.map((sid) => `{ "Sid": ${sid}, "Effect": "Allow" }`).join(', ')}] }`;

ruleTest(sidDuplicate, {
  valid: {
    'different IDs': policy('"a"', '"b"'),
    'IDs that differ in letter case': policy('"a"', '"A"'),
    'empty IDs': policy('""', '""'),
    'no IDs': '{ "Statement": [{ "Effect": "Allow" }, { "Effect": "Allow" }] }',
    'a single statement object': '{ "Statement": { "Sid": "a", "Effect": "Allow" } }',
    'a half-typed ID': policy('"a"', '"a').slice(0, -20),
  },
  invalid: {
    'the second of two': {
      kind: 'key-policy',
      text: policy('"Enable IAM"', '«"Enable IAM"»'),
      fixed: policy('"Enable IAM"', '"Enable IAM2"'),
      message: 'another statement has it too',
    },
    'an IAM policy, which AWS refuses': {
      kind: 'identity-policy',
      text: policy('"a"', '«"a"»'),
      fixed: policy('"a"', '"a2"'),
      level: 'error',
      message: 'IAM refuses',
    },
    'three, and a name that is taken': {
      text: policy('"a"', '«"a"»', '"a2"', '«"a"»'),
      fixed: policy('"a"', '"a3"', '"a2"', '"a4"'),
    },
  },
});
