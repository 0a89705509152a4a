import { bucketDeliveryPath } from '../../server/src/rules/bucket-delivery-path.js';
import { ruleTest } from '../support/ruleTest.js';
import { policyOf, serviceStatement } from '../support/serviceStatement.js';

const BUCKET = 'arn:aws:s3:::amzn-s3-demo-bucket';
const SOURCE = '{ "StringEquals": { "aws:SourceAccount": "111122223333" } }';
const write = (resource: string, service = 'delivery.logs.amazonaws.com', condition: string | undefined = SOURCE) =>
  policyOf(serviceStatement(`"${service}"`, { action: '"s3:PutObject"', resource, condition }));

ruleTest(bucketDeliveryPath, {
  valid: {
    'the path': write(`"${BUCKET}/AWSLogs/111122223333/*"`),
    everything: write(`"${BUCKET}/*"`),
    'a prefix with a wildcard': write(`"${BUCKET}/logs*"`),
    'the bucket beside the path': write(`["${BUCKET}", "${BUCKET}/AWSLogs/*"]`),
    'exports, which take any prefix': write(`"${BUCKET}/export"`, 'logs.us-east-1.amazonaws.com'),
    'another service': write(`"${BUCKET}/report.csv"`, 'config.amazonaws.com'),
    'another action': write(`"${BUCKET}"`).replace('s3:PutObject', 's3:GetBucketAcl'),
    'what a tool fills in': write('"arn:aws:s3:::{{ bucket }}/logs"'),
    'a Deny': write(`"${BUCKET}/logs"`).replace('Allow', 'Deny'),
    'a half-typed resource': write(`"${BUCKET}/logs"`).slice(0, -70),
  },
  invalid: {
    'a prefix': {
      text: write(`«"${BUCKET}/logs/"»`),
      fixed: write(`"${BUCKET}/logs/AWSLogs/111122223333/*"`),
    },
    'the bucket': { text: write(`«"${BUCKET}"»`), fixed: write(`"${BUCKET}/AWSLogs/111122223333/*"`) },
    'the path without what is below it, for CloudTrail in China': {
      text: write('«"arn:aws-cn:s3:::amzn-s3-demo-bucket/AWSLogs/111122223333"»', 'cloudtrail.amazonaws.com'),
      fixed: write('"arn:aws-cn:s3:::amzn-s3-demo-bucket/AWSLogs/111122223333/*"', 'cloudtrail.amazonaws.com'),
    },
    'no account to name': {
      text: write(`«"${BUCKET}/AWSLogs"»`, undefined, '{ "Null": { "aws:SourceArn": "false" } }'),
      fixed: null,
    },
    'two resources, one finding': write(`[«"${BUCKET}/a"», "${BUCKET}/b"]`),
  },
});
