import { logsActionsIncomplete } from '../../server/src/rules/logs-actions-incomplete.js';
import { ruleTest } from '../support/ruleTest.js';
import { keyPolicyOf, LOGS_ACTIONS, logsContext, serviceStatement } from '../support/serviceStatement.js';

const LOGS = '"logs.us-east-1.amazonaws.com"';
const groups = logsContext('"arn:aws:logs:us-east-1:111122223333:log-group:*"');
const anything = logsContext('"arn:aws:logs:us-east-1:111122223333:*"');
const lookupTables = logsContext('"arn:aws:logs:us-east-1:111122223333:lookup-table:*"');
const queries = '{ "ArnEquals": { "aws:SourceArn": "arn:aws:logs:us-east-1:111122223333:query-result:*" } }';

const statement = (action: string, condition: string | undefined = groups) =>
  serviceStatement(LOGS, { action, condition });
const policy = (action: string, condition?: string) => keyPolicyOf(statement(action, condition));
const open = (action: string) => keyPolicyOf(serviceStatement(LOGS, { action }));

/** Marks the name of the last `Action` element. */
const marked = (text: string) => {
  const index = text.lastIndexOf('"Action"');
  return `${text.slice(0, index)}«"Action"»${text.slice(index + '"Action"'.length)}`;
};

ruleTest(logsActionsIncomplete, {
  valid: {
    'the four actions': policy(LOGS_ACTIONS),
    'the patterns that AWS publishes': policy(
      '["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"]',
    ),
    'the actions one by one': policy(
      '["kms:Encrypt", "kms:Decrypt", "kms:ReEncryptFrom", "kms:ReEncryptTo", "kms:GenerateDataKey"]',
    ),
    'another letter case': policy('["KMS:encrypt", "kms:DECRYPT", "kms:reencrypt*", "kms:generatedatakey*"]'),
    'all actions': policy('"kms:*"'),
    'a star alone': policy('"*"'),
    'what other statements give': keyPolicyOf(
      statement('["kms:Encrypt", "kms:Decrypt"]'),
      statement('["kms:ReEncrypt*", "kms:GenerateDataKey*"]'),
    ),
    'what a statement without a condition gives': keyPolicyOf(
      statement('["kms:Encrypt", "kms:Decrypt"]'),
      serviceStatement(LOGS, { action: '["kms:ReEncrypt*", "kms:GenerateDataKey*"]' }),
    ),
    'a retired key that is kept readable': policy('"kms:Decrypt"'),
    'a retired key with DescribeKey': policy('["kms:Decrypt", "kms:DescribeKey"]'),
    'lookup tables, which need two actions': policy('["kms:Decrypt", "kms:GenerateDataKey"]', lookupTables),
    'exports to S3, which need two actions': open('["kms:GenerateDataKey", "kms:Decrypt"]'),
    'two actions for whatever an account has': policy('["kms:GenerateDataKey", "kms:Decrypt"]', anything),
    'DescribeKey alone': open('"kms:DescribeKey"'),
    'a misspelt action, which action-unknown reports': policy(
      '["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenrateDataKey"]',
    ),
    'a NotAction': keyPolicyOf(statement('"kms:GenerateDataKey*"').replace('"Action"', '"NotAction"')),
    'a Deny': keyPolicyOf(serviceStatement(LOGS, { effect: 'Deny', action: '"kms:Encrypt"', condition: groups })),
    'the name without a Region, which logs-principal-global reports': keyPolicyOf(
      serviceStatement('"logs.amazonaws.com"', { action: '"kms:Encrypt"', condition: groups }),
    ),
    'a half-typed statement after it, which may give the rest': `{ "Statement": [${statement('["kms:Encrypt", "kms:Decrypt"]')}, { "Effect": "Allow", "Principal": { "Service": ["logs.us-east-1.amazonaws.com"] }, "Action": ["kms:ReEnc`,
    'a half-typed list':
      '{ "Statement": [{ "Effect": "Allow", "Principal": { "Service": "logs.us-east-1.amazonaws.com" }, "Action": ["kms:Encrypt", ',
  },
  invalid: {
    'no data keys': {
      text: marked(policy('["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*"]')),
      fixed: policy('["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*"]'),
      message: 'without kms:GenerateDataKey*',
    },
    'a single action': {
      text: marked(policy('"kms:GenerateDataKey*"')),
      fixed: policy('["kms:GenerateDataKey*", "kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*"]'),
    },
    'several missing actions in a list over several lines': {
      text: marked(policy('[\n      "kms:Encrypt",\n      "kms:ReEncrypt*"\n    ]')),
      fixed: policy(
        '[\n      "kms:Encrypt",\n      "kms:ReEncrypt*",\n      "kms:Decrypt",\n      "kms:GenerateDataKey*"\n    ]',
      ),
    },
    'data key pairs, which no log store uses': marked(
      policy('["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKeyPair"]'),
    ),
    'no encryption, more quietly, since it is not proven to fail': {
      text: marked(policy('["kms:Decrypt", "kms:GenerateDataKey*"]')),
      level: 'warning',
      fixed: policy('["kms:Decrypt", "kms:GenerateDataKey*", "kms:Encrypt", "kms:ReEncrypt*"]'),
    },
    'a statement without a condition that is plainly for log groups': marked(
      open('["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*"]'),
    ),
    'query results, for which the other statement does nothing': marked(
      keyPolicyOf(statement(LOGS_ACTIONS), statement('["kms:Encrypt", "kms:Decrypt"]', queries)),
    ),
    'two principals that lack the same, once': marked(
      keyPolicyOf(
        serviceStatement('["logs.us-east-1.amazonaws.com", "logs.eu-west-1.amazonaws.com"]', {
          action: '["kms:Encrypt", "kms:Decrypt"]',
          condition: logsContext('"arn:aws:logs:*:111122223333:log-group:*"'),
        }),
      ),
    ),
    'two Regions with statements of their own': keyPolicyOf(
      statement('["kms:Encrypt", "kms:Decrypt"]').replace('"Action"', '«"Action"»'),
      serviceStatement('"logs.eu-west-1.amazonaws.com"', {
        action: '["kms:Encrypt"]',
        condition: logsContext('"arn:aws:logs:eu-west-1:111122223333:log-group:*"'),
      }).replace('"Action"', '«"Action"»'),
    ),
  },
});
