import { principalMissing } from '../../server/src/rules/principal-missing.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (...statements: string[]) => `{ "Version": "2012-10-17", "Statement": [${statements.join(', ')}] }`;
const NAMED = '{ "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "kms:*", "Resource": "*" }';

ruleTest(principalMissing, {
  valid: {
    'principals in every shape': policy(
      NAMED,
      '{ "Effect": "Allow", "Principal": "*", "Action": "kms:*", "Resource": "*" }',
      '{ "Effect": "Deny", "NotPrincipal": { "AWS": "111122223333" }, "Action": "kms:*", "Resource": "*" }',
    ),
    'an IAM policy': policy('{ "Effect": "Allow", "Action": "kms:*", "Resource": "*" }'),
    'a misspelt name, which element-unknown reports': policy(NAMED, '{ "Effect": "Allow", "principal": "*" }'),
    'a statement that is still being typed': `{ "Version": "2012-10-17", "Statement": [${NAMED}, { "Effect": "Allow", "Action": "kms:*`,
    'an empty statement, which statement-empty reports': policy(NAMED, '{}'),
  },
  invalid: {
    'a statement of a key policy': {
      text: policy(NAMED, '«{» "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*" }'),
      message: 'Missing principal',
    },
    'all statements of a policy that was declared to be a key policy': {
      kind: 'key-policy',
      text: policy('«{» "Effect": "Allow", "Action": "kms:*" }', '«{» "Effect": "Deny", "Action": "kms:*" }'),
    },
    'a trust policy': { kind: 'trust-policy', text: policy('«{» "Effect": "Allow", "Action": "sts:AssumeRole" }') },
    'a single statement object': {
      kind: 'bucket-policy',
      text: '{ "Version": "2012-10-17", "Statement": «{» "Effect": "Allow", "Action": "s3:*", "Resource": "*" } }',
    },
  },
});
