import { logsQueryResultGuard } from '../../server/src/rules/logs-query-result-guard.js';
import { ruleTest } from '../support/ruleTest.js';
import { keyPolicyOf, logsContext, serviceStatement } from '../support/serviceStatement.js';

const RESULTS = '"arn:aws:logs:us-east-1:111122223333:query-result:*"';
const GROUPS = '"arn:aws:logs:us-east-1:111122223333:log-group:*"';
const policy = (condition: string) => keyPolicyOf(serviceStatement('"logs.us-east-1.amazonaws.com"', { condition }));

ruleTest(logsQueryResultGuard, {
  valid: {
    'the statement that AWS publishes': policy(
      `{ "ArnEquals": { "aws:SourceArn": ${RESULTS} }, "StringEquals": { "aws:SourceAccount": "111122223333" } }`,
    ),
    'log groups': policy(logsContext(GROUPS)),
    'everything of the account': policy(logsContext('"arn:aws:logs:us-east-1:111122223333:*"')),
    'a value that a tool completes': policy(logsContext('"arn:aws:logs:${AWS::Region}:111122223333:query-result:*"')),
    'a half-typed value':
      '{ "Statement": [{ "Effect": "Allow", "Action": "kms:Decrypt", "Principal": { "AWS": "*" }, "Condition": { "ArnLike": { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:us-east-1:111122223333:query-result:*',
  },
  invalid: {
    'query results as encryption context': {
      text: policy(logsContext(`«${RESULTS}»`, 'ArnEquals')),
      fixed: policy(logsContext(RESULTS, 'ArnEquals', '"aws:SourceArn"')),
      message: 'under "aws:SourceArn"',
    },
    'query results among log groups, which must stay': {
      text: policy(logsContext(`[${GROUPS}, «${RESULTS}»]`)),
      fixed: null,
    },
    'query results of two Regions': policy(
      logsContext(
        '[«"arn:aws:logs:us-east-1:111122223333:query-result:*"», «"arn:aws:logs:eu-west-1:111122223333:query-result"»]',
      ),
    ),
  },
});
