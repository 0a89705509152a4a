import { bucketDeliveryNoSource } from '../../server/src/rules/bucket-delivery-no-source.js';
import { ruleTest } from '../support/ruleTest.js';
import { policyOf, serviceStatement } from '../support/serviceStatement.js';

const BUCKET = 'arn:aws:s3:::amzn-s3-demo-bucket';
const OWNER = '"s3:x-amz-acl": "bucket-owner-full-control"';
const put = (service: string, condition?: string, path = '/AWSLogs/111122223333/*') =>
  policyOf(
    serviceStatement(service, {
      action: '"s3:PutObject"',
      resource: `"${BUCKET}${path}"`,
      ...(condition !== undefined && { condition }),
    }),
  );

ruleTest(bucketDeliveryNoSource, {
  valid: {
    'the source account': put(
      '"delivery.logs.amazonaws.com"',
      '{ "StringEquals": { "aws:SourceAccount": ["111122223333"] } }',
    ),
    'the trail': put(
      '"cloudtrail.amazonaws.com"',
      '{ "StringEquals": { "AWS:SourceArn": "arn:aws:cloudtrail:us-east-1:111122223333:trail/main" } }',
    ),
    'the organization': put(
      '"delivery.logs.amazonaws.com"',
      '{ "StringEquals": { "aws:SourceOrgID": "o-a1b2c3d4e5" } }',
    ),
    'reading the ACL, which harms nobody': policyOf(
      serviceStatement('"cloudtrail.amazonaws.com"', { action: '"s3:GetBucketAcl"', resource: `"${BUCKET}"` }),
    ),
    'a service that writes no logs': put('"ses.amazonaws.com"'),
    'a Deny': put('"delivery.logs.amazonaws.com"').replace('"Allow"', '"Deny"'),
    'a half-typed statement':
      '{ "Statement": [{ "Effect": "Allow", "Principal": { "Service": "delivery.logs.amazonaws.com" }, "Action": "s3:PutObject", ',
  },
  invalid: {
    'no condition, with the account in the path': {
      text: put('«"delivery.logs.amazonaws.com"»'),
      fixed: put('"delivery.logs.amazonaws.com"', '{ "StringEquals": { "aws:SourceAccount": "111122223333" } }'),
      message: 'logs of any AWS account',
    },
    'the condition on the ACL alone': {
      text: put('[«"logs.us-east-1.amazonaws.com"»]', `{ "StringEquals": { ${OWNER} } }`),
      fixed: put(
        '["logs.us-east-1.amazonaws.com"]',
        `{ "StringEquals": { ${OWNER}, "aws:SourceAccount": "111122223333" } }`,
      ),
    },
    'CloudTrail, which is tied to trails': {
      text: put('«"cloudtrail.amazonaws.com"»'),
      fixed: put(
        '"cloudtrail.amazonaws.com"',
        '{ "ArnLike": { "aws:SourceArn": "arn:aws:cloudtrail:*:111122223333:trail/*" } }',
      ),
    },
    'a policy that does not tell the account': {
      text: put('«"logging.s3.amazonaws.com"»', undefined, '/*'),
      fixed: null,
    },
    'another service beside it': { text: put('["ses.amazonaws.com", «"delivery.logs.amazonaws.com"»]'), fixed: null },
  },
});
