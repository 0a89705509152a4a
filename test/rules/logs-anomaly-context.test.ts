import { logsAnomalyContext } from '../../server/src/rules/logs-anomaly-context.js';
import { ACCOUNT_STATEMENT, keyPolicy } from '../support/adminPolicy.js';
import { ruleTest } from '../support/ruleTest.js';
import { logsContext, serviceStatement } from '../support/serviceStatement.js';

const LOGS = '"logs.us-east-1.amazonaws.com"';
const DETECTORS = '"arn:aws:logs:us-east-1:111122223333:anomaly-detector:*"';
const FIRST = '"kms:EncryptionContext:aws:logs:arn"';
const SECOND = '"kms:EncryptionContext:aws-crypto-ec:aws:logs:arn"';
const data = (key: string, arn = DETECTORS) =>
  serviceStatement(LOGS, {
    action: '["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey*"]',
    condition: logsContext(arn, 'ArnLike', key),
  });
const again = (key: string) =>
  serviceStatement(LOGS, {
    action: '["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*"]',
    condition: logsContext(DETECTORS, 'ArnLike', key),
  });

const keyPolicyOf = (...statements: string[]) => keyPolicy([ACCOUNT_STATEMENT, ...statements]);

ruleTest(logsAnomalyContext, {
  valid: {
    both: keyPolicyOf(data(FIRST), again(SECOND)),
    'log groups': keyPolicyOf(data(FIRST, '"arn:aws:logs:us-east-1:111122223333:log-group:*"')),
    'a statement without a context': keyPolicyOf(
      data(FIRST),
      serviceStatement(LOGS, { condition: '{ "StringEquals": { "aws:SourceAccount": "111122223333" } }' }),
    ),
    'a description, which has no context': keyPolicyOf(
      serviceStatement(LOGS, { action: '"kms:DescribeKey"', condition: logsContext(DETECTORS) }),
    ),
    'a Deny': keyPolicyOf(data(FIRST).replace('Allow', 'Deny')),
    'a half-typed policy': keyPolicyOf(data(FIRST)).slice(0, -3),
  },
  invalid: {
    'the first alone': {
      text: keyPolicyOf(data(`«${FIRST}»`)),
      fixed: keyPolicyOf(data(FIRST), again(SECOND)),
    },
    'the second alone, in other letter case, and a statement that only describes': {
      text: keyPolicyOf(
        data('«"kms:encryptioncontext:AWS-crypto-ec:aws:logs:arn"»'),
        serviceStatement(LOGS, { action: '"kms:DescribeKey"' }),
      ),
    },
  },
});
