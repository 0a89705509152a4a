import { logsNoContextGuard } from '../../server/src/rules/logs-no-context-guard.js';
import { ruleTest } from '../support/ruleTest.js';
import { keyPolicyOf, logsContext, policyOf, serviceStatement } from '../support/serviceStatement.js';

const LOGS = '"logs.us-east-1.amazonaws.com"';
const policy = (condition: string) => keyPolicyOf(serviceStatement(LOGS, { condition }));
const guarded = logsContext('"arn:aws:logs:us-east-1:111122223333:log-group:*"');

ruleTest(logsNoContextGuard, {
  valid: {
    'the encryption context': policy(guarded),
    'the source ARN, in any letter case': policy('{ "arnlike": { "AWS:sourcearn": "arn:aws:logs:*:111122223333:*" } }'),
    'the source account': policy('{ "StringEquals": { "aws:SourceAccount": "111122223333" } }'),
    'the source account, if it is sent': policy('{ "StringEqualsIfExists": { "aws:SourceAccount": "111122223333" } }'),
    'the organization': policy('{ "StringEquals": { "aws:SourceOrgID": "o-a1b2c3d4e5" } }'),
    'a set operator': policy('{ "ForAnyValue:StringLike": { "aws:SourceOrgPaths": "o-a1b2c3d4e5/*" } }'),
    'a misspelt context key, which logs-context-key-wrong reports': policy(
      logsContext(
        '"arn:aws:logs:us-east-1:111122223333:log-group:*"',
        'ArnLike',
        '"kms:EncryptionContext:aws:log:arn"',
      ),
    ),
    'a condition that shuts services out, which another rule reports': policy(
      '{ "StringEquals": { "kms:ViaService": "logs.us-east-1.amazonaws.com" } }',
    ),
    'a key that we do not know': policy('{ "StringEquals": { "kms:CallerAccount": "111122223333" } }'),
    'an element in lower case, which element-unknown reports': policy(guarded).replace('"Condition"', '"condition"'),
    'a statement that only describes the key': keyPolicyOf(serviceStatement(LOGS, { action: '"kms:DescribeKey"' })),
    'a Deny': keyPolicyOf(serviceStatement(LOGS, { effect: 'Deny' })),
    NotPrincipal: keyPolicyOf(serviceStatement(LOGS).replace('"Principal"', '"NotPrincipal"')),
    'another service': keyPolicyOf(serviceStatement('"sns.amazonaws.com"')),
    'a name that a tool completes': keyPolicyOf(serviceStatement('"logs.${AWS::Region}.amazonaws.com"')),
    'a half-typed statement':
      '{ "Statement": [{ "Effect": "Allow", "Principal": { "Service": "logs.us-east-1.amazonaws.com" }, "Action": "kms:Decrypt", ',
  },
  invalid: {
    'no condition': {
      text: keyPolicyOf(serviceStatement(`«${LOGS}»`)),
      fixed: keyPolicyOf(serviceStatement(LOGS, { condition: guarded })),
      message: 'log groups of every AWS account',
    },
    'no condition in China': {
      text: keyPolicyOf(serviceStatement('«"logs.cn-north-1.amazonaws.com.cn"»')),
      fixed: keyPolicyOf(
        serviceStatement('"logs.cn-north-1.amazonaws.com.cn"', {
          condition: logsContext('"arn:aws-cn:logs:cn-north-1:111122223333:log-group:*"'),
        }),
      ),
    },
    'a condition that says nothing of the source': {
      text: keyPolicyOf(serviceStatement(`«${LOGS}»`, { condition: '{ "Bool": { "aws:SecureTransport": "true" } }' })),
    },
    'a guard that lets everything through': keyPolicyOf(
      serviceStatement(`«${LOGS}»`, { condition: '{ "ArnLike": { "aws:SourceArn": "*" } }' }),
    ),
    'a policy that does not tell the account': { text: policyOf(serviceStatement(`[«${LOGS}»]`)), fixed: null },
    'two Regions, once, since one condition is missing': {
      text: keyPolicyOf(serviceStatement(`[«${LOGS}», "logs.eu-west-1.amazonaws.com"]`)),
      fixed: null,
    },
    'other services beside it, which a context would shut out': {
      text: keyPolicyOf(serviceStatement(`["cloudtrail.amazonaws.com", «${LOGS}»]`)),
      fixed: null,
    },
    'the name without a Region': { text: keyPolicyOf(serviceStatement('«"logs.amazonaws.com"»')), fixed: null },
  },
});
