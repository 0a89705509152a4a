import { statementMissing } from '../../server/src/rules/statement-missing.js';
import { ruleTest } from '../support/ruleTest.js';

ruleTest(statementMissing, {
  valid: {
    'a statement': '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "kms:*" }] }',
    'a single statement object': '{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "kms:*" } }',
    'an empty list, which statement-empty reports': '{ "Version": "2012-10-17", "Statement": [] }',
    'a misspelt name, which element-unknown reports': {
      kind: 'key-policy',
      text: '{ "Version": "2012-10-17", "Statements": [{ "Effect": "Allow", "Action": "kms:*" }] }',
    },
    'a name that is still being typed': { kind: 'key-policy', text: '{ "Version": "2012-10-17", "Principal' },
    'a document that is no policy': '{ "name": "app", "Version": "1.0" }',
  },
  invalid: {
    'a version alone': { text: '«{» "Version": "2012-10-17" }', message: 'Missing statements' },
    'an object that was declared to be a policy': {
      kind: 'key-policy',
      text: '«{» "Version": "2012-10-17", "Effect": "Allow", "Action": "kms:*" }',
    },
  },
});
