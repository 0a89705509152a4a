import { trailNoGuard } from '../../server/src/rules/trail-no-guard.js';
import { ruleTest } from '../support/ruleTest.js';
import { keyPolicyOf, logsContext, policyOf, serviceStatement } from '../support/serviceStatement.js';

const TRAIL = '"cloudtrail.amazonaws.com"';
const DATA_KEYS = '"kms:GenerateDataKey*"';
const policy = (condition: string) => keyPolicyOf(serviceStatement(TRAIL, { action: DATA_KEYS, condition }));
const context = logsContext(
  '"arn:aws:cloudtrail:*:111122223333:trail/*"',
  'StringLike',
  '"kms:EncryptionContext:aws:cloudtrail:arn"',
);

ruleTest(trailNoGuard, {
  valid: {
    'the encryption context': policy(context),
    'the trail as source': policy(
      '{ "StringEquals": { "AWS:SourceArn": "arn:aws:cloudtrail:us-east-1:111122223333:trail/main" } }',
    ),
    'the statement for DescribeKey, which AWS publishes without a condition': keyPolicyOf(
      serviceStatement(TRAIL, { action: '"kms:DescribeKey"' }),
    ),
    'a statement that names CloudWatch Logs too, of which logs-no-context-guard speaks': keyPolicyOf(
      serviceStatement(`[${TRAIL}, "logs.us-east-1.amazonaws.com"]`),
    ),
    'a misspelt element, which element-unknown reports': policy(context).replace('"Condition"', '"Conditions"'),
    'a Deny': keyPolicyOf(serviceStatement(TRAIL, { effect: 'Deny', action: DATA_KEYS })),
    'another service': keyPolicyOf(serviceStatement('"sns.amazonaws.com"', { action: DATA_KEYS })),
    'a half-typed statement':
      '{ "Statement": [{ "Effect": "Allow", "Principal": { "Service": "cloudtrail.amazonaws.com" }, "Action": "kms:GenerateDataKey*", "Resource": ',
  },
  invalid: {
    'no condition': {
      text: keyPolicyOf(serviceStatement(`«${TRAIL}»`, { action: DATA_KEYS })),
      fixed: policy(context),
      message: 'trails of every AWS account',
    },
    'no condition in a list, in China': {
      text: keyPolicyOf(serviceStatement(`[«${TRAIL}»]`, { action: `[${DATA_KEYS}, "kms:Decrypt"]` })).replace(
        'arn:aws:',
        'arn:aws-cn:',
      ),
      fixed: keyPolicyOf(
        serviceStatement(`[${TRAIL}]`, { action: `[${DATA_KEYS}, "kms:Decrypt"]`, condition: context }),
      ).replaceAll('arn:aws:', 'arn:aws-cn:'),
    },
    'a policy that does not tell the account': {
      text: policyOf(serviceStatement(`«${TRAIL}»`, { action: DATA_KEYS })),
      fixed: null,
    },
    'other services beside it': {
      text: keyPolicyOf(serviceStatement(`["sns.amazonaws.com", «${TRAIL}»]`, { action: DATA_KEYS })),
      fixed: null,
    },
    'two statements': keyPolicyOf(
      serviceStatement(`«${TRAIL}»`, { action: DATA_KEYS }),
      serviceStatement(`«${TRAIL}»`, { action: '"kms:Decrypt"' }),
    ),
  },
});
