import { defineTarget } from '../target.js';

const TRAIL = 'arn:${Partition}:cloudtrail:${HomeRegion}:${Account}:trail/${Trail}';
const ANY_TRAIL = 'arn:${Partition}:cloudtrail:*:${Account}:trail/*';
const PRINCIPAL = { Service: 'cloudtrail.amazonaws.com' };

/** Log and digest files of a CloudTrail trail: log-encryption-recipes T13. The key lives in the Region of the bucket. */
export const cloudtrailTrail = defineTarget({
  id: 'cloudtrail-trail',
  name: { en: 'CloudTrail trail', ko: 'CloudTrail 추적' },
  principals: ['cloudtrail.amazonaws.com'],
  serviceCalls: [
    {
      actions: ['kms:GenerateDataKey*'],
      encryptionContext: {
        'aws:cloudtrail:arn': TRAIL,
        'aws:s3:arn': 'arn:${Partition}:s3:::${Bucket}/AWSLogs/${Account}/',
      },
      sourceArn: TRAIL,
    },
    { actions: ['kms:DescribeKey'], sourceArn: TRAIL },
  ],
  actions: ['kms:GenerateDataKey*', 'kms:DescribeKey'],
  callerActions: { required: [], recommended: ['kms:DescribeKey'] },
  scopedBy: ['kms:EncryptionContext:aws:cloudtrail:arn', 'aws:SourceArn', 'aws:SourceAccount'],
  notSent: [],
  keyRegion: 'bucket',
  templates: {
    minimal: [
      {
        Sid: 'CloudTrailEncrypt',
        Effect: 'Allow',
        Principal: PRINCIPAL,
        Action: 'kms:GenerateDataKey*',
        Resource: '*',
        Condition: { StringLike: { 'kms:EncryptionContext:aws:cloudtrail:arn': ANY_TRAIL } },
      },
      {
        Sid: 'CloudTrailDescribe',
        Effect: 'Allow',
        Principal: PRINCIPAL,
        Action: 'kms:DescribeKey',
        Resource: '*',
      },
    ],
    hardened: [
      {
        Sid: 'CloudTrailEncryptOneTrail',
        Effect: 'Allow',
        Principal: PRINCIPAL,
        // Decrypt is needed where the bucket has an S3 Bucket Key.
        Action: ['kms:GenerateDataKey*', 'kms:Decrypt'],
        Resource: '*',
        Condition: {
          StringEquals: { 'aws:SourceArn': TRAIL },
          StringLike: { 'kms:EncryptionContext:aws:cloudtrail:arn': ANY_TRAIL },
        },
      },
      {
        Sid: 'CloudTrailDescribeOneTrail',
        Effect: 'Allow',
        Principal: PRINCIPAL,
        Action: 'kms:DescribeKey',
        Resource: '*',
        Condition: { StringEquals: { 'aws:SourceArn': TRAIL } },
      },
    ],
  },
  declaredBy: {
    cloudformation: { type: 'AWS::CloudTrail::Trail', key: 'KMSKeyId', keyForms: 'any' },
    terraform: { type: 'aws_cloudtrail', key: 'kms_key_id', keyForms: 'arn' },
  },
  reference: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html',
});
