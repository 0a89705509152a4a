import { logsCallerRights } from '../../server/src/rules/logs-caller-rights.js';
import { ruleTest } from '../support/ruleTest.js';

const allow = (action: string) => `{ "Effect": "Allow", "Action": ${action}, "Resource": "*" }`;
const policy = (...statements: string[]) => `{ "Version": "2012-10-17", "Statement": [${statements.join(', ')}] }`;

ruleTest(logsCallerRights, {
  valid: {
    'DescribeKey beside it': policy(allow('["logs:AssociateKmsKey", "kms:DescribeKey"]')),
    'DescribeKey in another statement, by pattern': policy(allow('"logs:AssociateKmsKey"'), allow('"kms:Describe*"')),
    'a KMS action that another letter case names': policy(allow('"logs:AssociateKmsKey"'), allow('"KMS:describekey"')),
    'everything but something else': policy(
      allow('"logs:AssociateKmsKey"'),
      '{ "Effect": "Allow", "NotAction": "iam:*", "Resource": "*" }',
    ),
    'a pattern that covers it among much else': policy(allow('"logs:*"')),
    'taking keys away only': policy(allow('"logs:DisassociateKmsKey"')),
    'a Deny': policy('{ "Effect": "Deny", "Action": "logs:AssociateKmsKey", "Resource": "*" }'),
    'everything but associating': policy('{ "Effect": "Allow", "NotAction": "logs:AssociateKmsKey", "Resource": "*" }'),
    'a service control policy': { text: policy(allow('"logs:AssociateKmsKey"')), kind: 'scp' },
    'an effect that is being typed': policy(
      allow('"logs:AssociateKmsKey"'),
      '{ "Effect": "All", "Action": "kms:*", "Resource": "*" }',
    ),
    'a document that is being typed':
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "logs:AssociateKmsKey", "Resource": "*" }, {',
  },
  invalid: {
    'associating alone': { text: policy(allow('«"logs:AssociateKmsKey"»')), message: '"kms:DescribeKey"' },
    'one of several actions, in another letter case': policy(
      allow('["logs:DescribeLogGroups", «"logs:associatekmskey"»]'),
    ),
    'other KMS actions': policy(allow('[«"logs:AssociateKmsKey"», "kms:Decrypt"]')),
    'two statements, once': policy(allow('«"logs:AssociateKmsKey"»'), allow('"logs:AssociateKmsKey"')),
    'a denied DescribeKey': policy(
      allow('«"logs:AssociateKmsKey"»'),
      '{ "Effect": "Deny", "Action": "kms:DescribeKey", "Resource": "*" }',
    ),
  },
});
