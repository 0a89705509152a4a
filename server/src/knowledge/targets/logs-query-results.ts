import { defineTarget } from '../target.js';

const QUERY_RESULTS = 'arn:${Partition}:logs:${Region}:${Account}:query-result:*';
const ACTIONS = ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'];

const STATEMENT = {
  Sid: 'AllowLogsInsightsResults',
  Effect: 'Allow',
  Principal: { Service: 'logs.${Region}.${DnsSuffix}' },
  Action: ACTIONS,
  Resource: '*',
  Condition: {
    ArnEquals: { 'aws:SourceArn': QUERY_RESULTS },
    StringEquals: { 'aws:SourceAccount': '${Account}' },
  },
};

/** Stored results of CloudWatch Logs Insights, one setting per account and Region: log-encryption-recipes T2. */
export const logsQueryResults = defineTarget({
  id: 'logs-query-results',
  name: { en: 'CloudWatch Logs Insights query results', ko: 'CloudWatch Logs Insights 쿼리 결과' },
  principals: ['logs.${Region}.${DnsSuffix}'],
  // Here the source keys are documented and the encryption context is not: the reverse of a log group.
  serviceCalls: [{ actions: ACTIONS, sourceArn: QUERY_RESULTS, sourceAccount: '${Account}' }],
  actions: ACTIONS,
  callerActions: { required: ['kms:DescribeKey'], recommended: [] },
  scopedBy: ['aws:SourceArn', 'aws:SourceAccount'],
  notSent: ['kms:EncryptionContext:aws:logs:arn'],
  keyRegion: 'store',
  templates: { minimal: [STATEMENT], hardened: [STATEMENT] },
  declaredBy: {},
  reference: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatchLogs-Insights-Query-Encrypt.html',
});
