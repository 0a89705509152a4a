import { actionMissing } from '../../server/src/rules/action-missing.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (...statements: string[]) => `{ "Version": "2012-10-17", "Statement": [${statements.join(', ')}] }`;

ruleTest(actionMissing, {
  valid: {
    actions: policy('{ "Effect": "Allow", "Action": "kms:*" }'),
    'all actions but some': policy('{ "Effect": "Allow", "NotAction": "kms:*" }'),
    'an empty list, which array-empty reports': policy('{ "Effect": "Allow", "Action": [] }'),
    'a misspelt name, which element-unknown reports': policy('{ "Effect": "Allow", "Actions": "kms:*" }'),
    'an empty statement, which statement-empty reports': policy('{}'),
    'a statement that is still being typed': '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", ',
  },
  invalid: {
    'a statement of a key policy': {
      kind: 'key-policy',
      text: policy('«{» "Effect": "Allow", "Principal": "*", "Resource": "*" }'),
      message: 'stored before 18 August 2025, the statement does nothing',
    },
    'a statement of an IAM policy': {
      kind: 'identity-policy',
      text: policy('«{» "Effect": "Allow", "Resource": "*" }'),
      message: 'or AWS refuses the policy',
    },
    'two statements of a policy whose kind cannot be told': policy('«{» "Effect": "Allow" }', '«{» "Effect": "Deny" }'),
  },
});
