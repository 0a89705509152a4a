import { bucketTlsDenyMissing } from '../../server/src/rules/bucket-tls-deny-missing.js';
import { ruleTest } from '../support/ruleTest.js';

const ARN = 'arn:aws:s3:::amzn-s3-demo-bucket';
const write = (service: string, resource = `"${ARN}/AWSLogs/*"`) =>
  `{ "Effect": "Allow", "Principal": { "Service": "${service}" }, "Action": "s3:PutObject", "Resource": ${resource} }`;
const deny = (key = 'aws:SecureTransport', effect = 'Deny') =>
  `{ "Sid": "DenyRequestsWithoutTls", "Effect": "${effect}", "Principal": "*", "Action": "s3:*", "Resource": ["${ARN}", "${ARN}/*"], "Condition": { "Bool": { "${key}": "false" } } }`;
const bucket = (statements: string, key = '"Statement"') => ({
  kind: 'bucket-policy' as const,
  text: `{ "Version": "2012-10-17", ${key}: ${statements} }`,
});

ruleTest(bucketTlsDenyMissing, {
  valid: {
    'the Deny': bucket(`[${write('cloudtrail.amazonaws.com')}, ${deny()}]`),
    'its key in another case': bucket(`[${write('cloudtrail.amazonaws.com')}, ${deny('AWS:securetransport')}]`),
    'the version of TLS': bucket(`[${write('cloudtrail.amazonaws.com')}, ${deny('s3:TlsVersion')}]`),
    'a bucket without logs': bucket(`[${write('ses.amazonaws.com')}]`),
    'a log service that only looks at the ACL': bucket(
      `[${write('cloudtrail.amazonaws.com').replace('s3:PutObject', 's3:GetBucketAcl')}]`,
    ),
    'a half-typed document': { kind: 'bucket-policy', text: `{ "Statement": [${write('cloudtrail.amazonaws.com')}` },
  },
  invalid: {
    logs: {
      ...bucket(`[${write('cloudtrail.amazonaws.com')}]`, '«"Statement"»'),
      fixed: bucket(`[${write('cloudtrail.amazonaws.com')}, ${deny()}]`).text,
      message: 'aws:SecureTransport',
    },
    'an Allow that asks for it, which keeps nobody out': {
      ...bucket(`[${write('delivery.logs.amazonaws.com')}, ${deny('aws:SecureTransport', 'Allow')}]`, '«"Statement"»'),
    },
    'two buckets': {
      ...bucket(`[${write('logs.us-east-1.amazonaws.com', `["${ARN}/*", "arn:aws:s3:::other/*"]`)}]`, '«"Statement"»'),
      fixed: null,
    },
    'a single statement': { ...bucket(write('logging.s3.amazonaws.com'), '«"Statement"»'), fixed: null },
  },
});
