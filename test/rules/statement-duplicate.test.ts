import { statementDuplicate } from '../../server/src/rules/statement-duplicate.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (...statements: readonly string[]) =>
  `{ "Version": "2012-10-17", "Statement": [${statements.join(', ')}] }`;
const FIRST =
  '{ "Sid": "A", "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": ["kms:Decrypt", "kms:Encrypt"], "Resource": "*" }';
const SAME =
  '"Action": ["kms:encrypt", "kms:Decrypt"], "Effect": "Allow", "Resource": ["*"], "Principal": { "AWS": ["arn:aws:iam::111122223333:root"] } }';
const CONDITION =
  '"Condition": { "StringEquals": { "aws:PrincipalOrgID": ["o-a1b2c3d4e5", "o-b2c3d4e5f6"] }, "Bool": { "aws:SecureTransport": true } }';
const REORDERED =
  '"Condition": { "bool": { "AWS:SecureTransport": "true" }, "StringEquals": { "aws:principalorgid": ["o-b2c3d4e5f6", "o-a1b2c3d4e5"] } }';
const withCondition = (condition: string) =>
  FIRST.replace(' }', ` }`).replace('"Resource": "*"', `"Resource": "*", ${condition}`);

ruleTest(statementDuplicate, {
  valid: {
    'another action': policy(FIRST, FIRST.replace('kms:Encrypt', 'kms:Sign')),
    'another effect': policy(FIRST, FIRST.replace('Allow', 'Deny')),
    'another principal': policy(FIRST, FIRST.replace('111122223333', '444455556666')),
    'a condition on one of them': policy(FIRST, withCondition(CONDITION)),
    'another value of a condition': policy(withCondition(CONDITION), withCondition(CONDITION.replace('f6', 'f7'))),
    'the twin of an element': policy(FIRST, FIRST.replace('"Action"', '"NotAction"')),
    'the letter case of a resource': policy(
      '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/A" }',
      '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/a" }',
    ),
    'statements that are not in the form that AWS takes': policy(
      FIRST.replace('"*"', '["*", 5]'),
      FIRST.replace('"*"', '["*", 6]'),
      FIRST.replace('"Effect"', '"effect"'),
      FIRST.replace('"Effect"', '"effect"'),
      '{}',
      '{}',
    ),
    'a half-typed document': `{ "Statement": [${FIRST}, ${FIRST.slice(0, -2)}`,
  },
  invalid: {
    'another order, lists and names': {
      text: policy(FIRST, `«{» "Sid": "B", ${SAME}`),
      fixed: policy(FIRST),
      message: 'the same as statement 1',
    },
    'conditions, whose names are compared without case': {
      text: policy(withCondition(CONDITION), withCondition(REORDERED).replace('{ "Sid"', '«{» "Sid"')),
      fixed: policy(withCondition(CONDITION)),
    },
    'three of them': {
      text: policy(FIRST, FIRST.replace('{', '«{»'), '{ "Effect": "Deny" }', FIRST.replace('{', '«{»')),
      fixed: policy(FIRST, '{ "Effect": "Deny" }'),
    },
  },
});
