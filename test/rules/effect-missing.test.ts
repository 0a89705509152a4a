import { effectMissing } from '../../server/src/rules/effect-missing.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (...statements: string[]) => `{ "Version": "2012-10-17", "Statement": [${statements.join(', ')}] }`;

ruleTest(effectMissing, {
  valid: {
    'an effect': policy('{ "Effect": "Allow", "Action": "kms:*" }'),
    'an invalid effect, which effect-invalid reports': policy('{ "Effect": "Permit", "Action": "kms:*" }'),
    'a misspelt name, which element-unknown reports': policy(
      '{ "effect": "Allow", "Action": "kms:*" }',
      '{ "Efect": "Allow", "Action": "kms:*" }',
    ),
    'an empty statement, which statement-empty reports': policy('{}'),
    'a statement that is still being typed': '{ "Version": "2012-10-17", "Statement": [{ "Action": "kms:*", "Ef',
    'an effect without its value yet': policy('{ "Action": "kms:*", "Effect": }'),
    'a name without quotes, which json-syntax reports': policy('{ Effect: "Allow", "Action": "kms:*" }'),
    'single quotes, which json-syntax reports': policy(`{ 'Effect': "Allow", "Action": "kms:*" }`),
  },
  invalid: {
    'a statement with a name': {
      text: policy('«{» "Sid": "A", "Action": "kms:*" }'),
      fixed: policy('{ "Sid": "A", "Effect": "Allow", "Action": "kms:*" }'),
    },
    'a statement without a name': {
      text: policy('«{» "Action": "kms:*" }'),
      fixed: policy('{ "Effect": "Allow", "Action": "kms:*" }'),
    },
    'a statement without one': { text: policy('«{» "Action": "kms:*" }'), message: 'Missing effect' },
    'two of three statements': policy(
      '«{» "Action": "kms:*" }',
      '{ "Effect": "Deny", "Action": "kms:*" }',
      '«{» "Action": "kms:*" }',
    ),
    'a finished statement before one that is still being typed':
      '{ "Version": "2012-10-17", "Statement": [«{» "Action": "kms:*" }, { "Action": "k',
    'a single statement object': '{ "Version": "2012-10-17", "Statement": «{» "Action": "kms:*" } }',
  },
});
