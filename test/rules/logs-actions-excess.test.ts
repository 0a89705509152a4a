import { logsActionsExcess } from '../../server/src/rules/logs-actions-excess.js';
import { ruleTest } from '../support/ruleTest.js';
import { keyPolicyOf, LOGS_ACTIONS, serviceStatement } from '../support/serviceStatement.js';

const LOGS = '"logs.us-east-1.amazonaws.com"';
const policy = (action: string, services = LOGS) => keyPolicyOf(serviceStatement(services, { action }));

ruleTest(logsActionsExcess, {
  valid: {
    'the four actions': policy(LOGS_ACTIONS),
    'the patterns that AWS publishes': policy(
      '["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"]',
    ),
    DescribeKey: policy('["kms:DescribeKey", "KMS:decrypt"]'),
    'all actions, which key-service-kms-star reports': policy('["kms:*", "*"]'),
    'an action without effect in key policies, which key-action-iam-only reports': policy('"kms:ListKeys"'),
    'a misspelt action': policy('"kms:CreateGrants"'),
    'another service': policy('"kms:CreateGrant"', '"rds.amazonaws.com"'),
    'a statement for several services': policy('"kms:CreateGrant"', `[${LOGS}, "rds.amazonaws.com"]`),
    'a Deny': keyPolicyOf(serviceStatement(LOGS, { effect: 'Deny', action: '"kms:CreateGrant"' })),
    'a NotAction': policy('"kms:CreateGrant"').replace('"Action": "kms:CreateGrant"', '"NotAction": "kms:CreateGrant"'),
    'a half-typed list':
      '{ "Statement": [{ "Effect": "Allow", "Principal": { "Service": "logs.us-east-1.amazonaws.com" }, "Action": ["kms:CreateGrant", ',
  },
  invalid: {
    grants: {
      text: policy('["kms:Decrypt", «"kms:CreateGrant"»]'),
      fixed: policy('["kms:Decrypt"]'),
      message: '"kms:CreateGrant" for "logs.us-east-1.amazonaws.com"',
    },
    'several, among them a pattern': {
      text: policy('[«"kms:List*"», "kms:Decrypt", «"kms:GetKeyPolicy"»]'),
      message: 'CloudWatch Logs does not call',
    },
    'a pattern that covers what is needed too': { text: policy('[«"kms:Generate*"», "kms:Decrypt"]'), fixed: null },
    'the only action': { text: policy('«"kms:GetPublicKey"»'), fixed: null },
    'the name without a Region': policy('["kms:Decrypt", «"kms:CreateGrant"»]', '"logs.amazonaws.com"'),
  },
});
