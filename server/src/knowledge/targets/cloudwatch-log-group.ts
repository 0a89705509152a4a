import { defineTarget } from '../target.js';

const LOG_GROUP = 'arn:${Partition}:logs:${Region}:${Account}:log-group:${LogGroup}';
const ACTIONS = ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*'];

/** A CloudWatch Logs log group: log-encryption-recipes T1. */
export const cloudwatchLogGroup = defineTarget({
  id: 'cloudwatch-log-group',
  name: { en: 'CloudWatch Logs log group', ko: 'CloudWatch Logs 로그 그룹' },
  principals: ['logs.${Region}.${DnsSuffix}'],
  // The service sends the ARN without `:*`, and is not documented to send aws:SourceArn or aws:SourceAccount.
  serviceCalls: [{ actions: ACTIONS, encryptionContext: { 'aws:logs:arn': LOG_GROUP } }],
  actions: ACTIONS,
  callerActions: {
    required: ['kms:DescribeKey'],
    recommended: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*'],
  },
  scopedBy: ['kms:EncryptionContext:aws:logs:arn'],
  notSent: ['aws:SourceArn', 'aws:SourceAccount'],
  keyRegion: 'store',
  templates: {
    minimal: [
      {
        Sid: 'AllowCloudWatchLogsInThisAccount',
        Effect: 'Allow',
        Principal: { Service: 'logs.${Region}.${DnsSuffix}' },
        Action: ACTIONS,
        Resource: '*',
        Condition: {
          ArnLike: {
            'kms:EncryptionContext:aws:logs:arn': 'arn:${Partition}:logs:${Region}:${Account}:log-group:*',
          },
        },
      },
    ],
    hardened: [
      {
        Sid: 'AllowCloudWatchLogsForNamedGroups',
        Effect: 'Allow',
        Principal: { Service: 'logs.${Region}.${DnsSuffix}' },
        Action: ACTIONS,
        Resource: '*',
        Condition: { ArnEquals: { 'kms:EncryptionContext:aws:logs:arn': [LOG_GROUP] } },
      },
    ],
  },
  declaredBy: {
    cloudformation: { type: 'AWS::Logs::LogGroup', key: 'KmsKeyId', keyForms: 'arn' },
    terraform: { type: 'aws_cloudwatch_log_group', key: 'kms_key_id', keyForms: 'arn' },
  },
  reference: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html',
});
