import { aws, type Statement, type World, type Writer } from './world.js';

const service = (name: string) => ({ Service: name });

/** A bucket with what its policy says of it and of its objects. */
function inBucket(write: (world: World, bucket: string, objects: string) => readonly Statement[]): Writer {
  return (world) => {
    const bucket = `arn:${world.partition}:s3:::${world.ownBucket}`;
    return write(world, bucket, `${bucket}/AWSLogs/${world.account}/*`);
  };
}

/** Policies of log buckets (log-encryption-recipes T6, T13 and T15), readers, and transport. */
export const BUCKETS: readonly Writer[] = [
  inBucket((world, bucket, objects) => {
    const source = { 'aws:SourceArn': world.arn('cloudtrail', `trail/${world.word()}`) };
    return [
      {
        Effect: 'Allow',
        Principal: service('cloudtrail.amazonaws.com'),
        Action: 's3:GetBucketAcl',
        Resource: bucket,
        Condition: { StringEquals: source },
      },
      {
        Effect: 'Allow',
        Principal: service('cloudtrail.amazonaws.com'),
        Action: 's3:PutObject',
        Resource: objects,
        Condition: { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control', ...source } },
      },
    ];
  }),
  inBucket((world, bucket, objects) => {
    const account = { 'aws:SourceAccount': [world.account] };
    const source = { ArnLike: { 'aws:SourceArn': [world.arn('logs', '*')] } };
    return [
      {
        Effect: 'Allow',
        Principal: service('delivery.logs.amazonaws.com'),
        Action: ['s3:GetBucketAcl', 's3:ListBucket'],
        Resource: bucket,
        Condition: { StringEquals: account, ...source },
      },
      {
        Effect: 'Allow',
        Principal: service('delivery.logs.amazonaws.com'),
        Action: 's3:PutObject',
        Resource: objects,
        Condition: { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control', ...account }, ...source },
      },
    ];
  }),
  inBucket((world, bucket, objects) => {
    const exporter = service(`logs.${world.region}.${world.dnsSuffix}`);
    const source = {
      StringEquals: { 'aws:SourceAccount': world.account },
      ArnLike: { 'aws:SourceArn': world.arn('logs', 'log-group:*') },
    };
    return [
      { Effect: 'Allow', Principal: exporter, Action: 's3:GetBucketAcl', Resource: bucket, Condition: source },
      {
        Effect: 'Allow',
        Principal: exporter,
        Action: 's3:PutObject',
        Resource: world.dice.pick([objects, `${bucket}/*`]),
        Condition: {
          ...source,
          StringEquals: { ...source.StringEquals, 's3:x-amz-acl': 'bucket-owner-full-control' },
        },
      },
    ];
  }),
  inBucket((world, bucket) => [
    {
      Effect: 'Allow',
      Principal: aws(world.role()),
      Action: ['s3:GetObject', 's3:GetObjectVersion'],
      Resource: `${bucket}/*`,
    },
    {
      Effect: 'Allow',
      Principal: aws(world.role()),
      Action: ['s3:ListBucket', 's3:GetBucketLocation'],
      Resource: bucket,
    },
  ]),
  inBucket((world, bucket) => [
    {
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: [bucket, `${bucket}/*`],
      Condition: { Bool: { 'aws:SecureTransport': world.dice.pick(['false', false]) } },
    },
  ]),
];
