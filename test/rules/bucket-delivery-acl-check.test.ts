import { bucketDeliveryAclCheck } from '../../server/src/rules/bucket-delivery-acl-check.js';
import { ruleTest } from '../support/ruleTest.js';
import { policyOf, serviceStatement } from '../support/serviceStatement.js';

const BUCKET = 'arn:aws:s3:::amzn-s3-demo-bucket';
const DELIVERY = '"delivery.logs.amazonaws.com"';
const CONDITION =
  '{ "StringEquals": { "s3:x-amz-acl": "bucket-owner-full-control", "aws:SourceAccount": "111122223333" }, ' +
  '"ArnLike": { "aws:SourceArn": "arn:aws:logs:us-east-1:111122223333:*" } }';
const put = (service: string, condition = CONDITION) =>
  serviceStatement(service, {
    action: '"s3:PutObject"',
    resource: `"${BUCKET}/AWSLogs/111122223333/*"`,
    condition,
  });
const acl = (service: string, action = '"s3:GetBucketAcl"') =>
  serviceStatement(service, { action, resource: `"${BUCKET}"` });

ruleTest(bucketDeliveryAclCheck, {
  valid: {
    'both statements': policyOf(acl(DELIVERY), put(DELIVERY)),
    'both statements in the other order, with other reads': policyOf(
      put(DELIVERY),
      acl(DELIVERY, '["S3:getbucketacl", "s3:ListBucket"]'),
    ),
    'one statement for all': policyOf(
      serviceStatement(DELIVERY, {
        action: '["s3:PutObject", "s3:GetBucketAcl"]',
        resource: `["${BUCKET}", "${BUCKET}/*"]`,
      }),
    ),
    'every action': policyOf(serviceStatement(DELIVERY, { action: '"s3:*"', resource: `"${BUCKET}/*"` })),
    'a delivery source, which does not ask': policyOf(
      put(DELIVERY, '{ "ArnLike": { "aws:SourceArn": ["arn:aws:logs:us-east-1:111122223333:delivery-source:*"] } }'),
    ),
    'server access logs, which do not ask': policyOf(put('"logging.s3.amazonaws.com"')),
    'a permission for everyone': policyOf(
      put(DELIVERY),
      `{ "Effect": "Allow", "Principal": "*", "Action": "s3:GetBucketAcl", "Resource": "${BUCKET}" }`,
    ),
    'a Deny': policyOf(put(DELIVERY).replace('"Allow"', '"Deny"')),
    'a key policy': policyOf(serviceStatement(DELIVERY)),
    'a half-typed policy': `{ "Statement": [{ "Effect": "Allow", "Principal": { "Service": ${DELIVERY} }, "Action": "s3:PutObject", "Resource": `,
  },
  invalid: {
    'log delivery': {
      text: policyOf(put(`«${DELIVERY}»`)),
      fixed: policyOf(
        `{
    "Effect": "Allow",
    "Principal": {
      "Service": "delivery.logs.amazonaws.com"
    },
    "Action": "s3:GetBucketAcl",
    "Resource": "arn:aws:s3:::amzn-s3-demo-bucket",
    "Condition": {
      "StringEquals": {
        "aws:SourceAccount": "111122223333"
      },
      "ArnLike": {
        "aws:SourceArn": "arn:aws:logs:us-east-1:111122223333:*"
      }
    }
  }`,
        put(DELIVERY),
      ),
      message: '"s3:GetBucketAcl" on the bucket',
    },
    'CloudTrail and exports, each once': policyOf(
      put('«"cloudtrail.amazonaws.com"»'),
      put('"cloudtrail.amazonaws.com"'),
      put('«"logs.us-east-1.amazonaws.com"»'),
    ),
    'the permission of another service': policyOf(acl('"cloudtrail.amazonaws.com"'), put(`[«${DELIVERY}»]`)),
    'a resource that names no bucket': {
      text: policyOf(put(`«${DELIVERY}»`).replace(`"${BUCKET}/AWSLogs/111122223333/*"`, '"*"')),
      fixed: null,
    },
    'a single statement object': {
      text: `{ "Version": "2012-10-17", "Statement": ${put(`«${DELIVERY}»`)} }`,
      fixed: null,
    },
  },
});
