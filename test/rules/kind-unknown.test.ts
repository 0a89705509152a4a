import { kindUnknown } from '../../server/src/rules/kind-unknown.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (inside: string) => `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", ${inside} }] }`;
const MIXED = '"Principal": { "AWS": "111122223333" }, "Action": ["kms:Decrypt", "sqs:SendMessage"], "Resource": "*"';

ruleTest(kindUnknown, {
  valid: {
    'a key policy': policy('"Principal": { "AWS": "111122223333" }, "Action": "kms:*", "Resource": "*"'),
    'an IAM policy': policy('"Action": "kms:*", "Resource": "*"'),
    'a kind that a comment declares': {
      languageId: 'jsonc',
      text: `// sealwright: kind=key-policy\n${policy(MIXED)}`,
    },
    'a kind that a setting declares': { kind: 'key-policy', text: policy(MIXED) },
    'the policy of a service that is not ours': policy('"Principal": { "AWS": "111122223333" }, "Action": "sqs:*"'),
    'a statement that is still being typed': `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", ${MIXED}, `,
    'an action that is about to be typed': policy('"Principal": { "AWS": "111122223333" }, "Action": ""'),
    'a statement that has no actions yet': policy('"Principal": { "AWS": "111122223333" }'),
    'a policy that has no statements yet': '{ "Version": "2012-10-17", "Statement": [] }',
  },
  invalid: {
    'a kind that is misspelt': {
      languageId: 'jsonc',
      text: `«// sealwright: kind=key-polcy»\n${policy(MIXED)}`,
      level: 'warning',
      fixed: `// sealwright: kind=key-policy\n${policy(MIXED)}`,
    },
    'a policy with principals, whose kind is then declared': {
      languageId: 'jsonc',
      text: policy(MIXED).replace('{', '«{»').replace('{ "Effect"', '{\n"Effect"'),
      fixed: `// sealwright: kind=key-policy\n${policy(MIXED).replace('{ "Effect"', '{\n"Effect"')}`,
    },
    'plain JSON, which has no comments': { text: policy(MIXED).replace('{', '«{»'), fixed: null },
    'a policy of several services': {
      text: policy(MIXED).replace('{', '«{»'),
      message: 'sealwright.policyKinds',
    },
    'the same where comments are legal': {
      languageId: 'jsonc',
      text: policy(MIXED).replace('{', '«{»'),
      message: '// sealwright: kind=key-policy',
    },
    'every action of every service': policy('"Principal": { "AWS": "111122223333" }, "Action": "*"').replace(
      '{',
      '«{»',
    ),
    'a declared kind that does not exist': {
      languageId: 'jsonc',
      text: `«// sealwright: kind=kms»\n${policy(MIXED)}`,
      level: 'warning',
      message: 'Unknown kind of policy "kms": expected one of "key-policy"',
    },
  },
});
