import { defineTarget } from '../target.js';

const PRINCIPAL = { Service: 'delivery.logs.amazonaws.com' };

/**
 * Log delivery of other services (VPC flow logs, WAF, Route 53 Resolver ...) to an S3 bucket with SSE-KMS:
 * log-encryption-recipes T15 and T17. AWS edits the bucket policy by itself, but never the key policy.
 */
export const logDeliveryS3 = defineTarget({
  id: 'log-delivery-s3',
  name: { en: 'Log delivery to an S3 bucket', ko: 'S3 버킷으로의 로그 전달' },
  principals: ['delivery.logs.amazonaws.com'],
  serviceCalls: [
    {
      actions: ['kms:GenerateDataKey', 'kms:Decrypt'],
      encryptionContext: { 'aws:s3:arn': 'arn:${Partition}:s3:::${Bucket}' },
      sourceArn: 'arn:${Partition}:logs:${Region}:${Account}:delivery-source:${Source}',
      sourceAccount: '${Account}',
    },
  ],
  actions: ['kms:GenerateDataKey*', 'kms:Decrypt'],
  callerActions: { required: [], recommended: [] },
  scopedBy: ['aws:SourceAccount', 'aws:SourceArn', 'aws:SourceOrgID', 'aws:SourceOrgPaths'],
  notSent: ['kms:EncryptionContext:aws:logs:arn'],
  keyRegion: 'bucket',
  templates: {
    minimal: [
      {
        Sid: 'LogDeliveryWrite',
        Effect: 'Allow',
        Principal: PRINCIPAL,
        Action: ['kms:GenerateDataKey*', 'kms:Decrypt'],
        Resource: '*',
        Condition: { StringEquals: { 'aws:SourceAccount': ['${Account}'] } },
      },
    ],
    hardened: [
      {
        Sid: 'LogDeliveryWriteHardened',
        Effect: 'Allow',
        Principal: PRINCIPAL,
        Action: ['kms:GenerateDataKey*', 'kms:Decrypt', 'kms:DescribeKey'],
        Resource: '*',
        Condition: {
          StringEquals: { 'aws:SourceAccount': ['${Account}'] },
          ArnLike: { 'aws:SourceArn': ['arn:${Partition}:logs:${Region}:${Account}:*'] },
        },
      },
    ],
  },
  declaredBy: {
    cloudformation: { type: 'AWS::Logs::DeliveryDestination' },
    terraform: { type: 'aws_cloudwatch_log_delivery_destination' },
  },
  reference: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-V2-S3.html',
});
