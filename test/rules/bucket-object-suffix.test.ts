import { bucketObjectSuffix } from '../../server/src/rules/bucket-object-suffix.js';
import { identityPolicy } from '../support/identityPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const BUCKET = '"arn:aws:s3:::app"';
const OBJECTS = '"arn:aws:s3:::app/*"';

ruleTest(bucketObjectSuffix, {
  valid: {
    'objects for objects': identityPolicy('["s3:GetObject", "s3:PutObject*"]', OBJECTS),
    'the bucket for the bucket': identityPolicy('["s3:ListBucket", "s3:GetBucketAcl"]', BUCKET),
    both: identityPolicy('["s3:ListBucket", "s3:GetObject"]', `[${BUCKET}, ${OBJECTS}]`),
    everything: identityPolicy('["s3:ListBucket", "s3:GetObject"]', '"*"'),
    'a pattern that both match': identityPolicy('["s3:ListBucket", "s3:GetObject"]', '"arn:aws:s3:::app*"'),
    'a pattern of actions for both': identityPolicy('"s3:*"', BUCKET),
    'a variable that may bring a slash': identityPolicy('"s3:GetObject"', '"arn:aws:s3:::${aws:PrincipalTag/path}"'),
    'an access point': identityPolicy('"s3:GetObject"', '"arn:aws:s3:us-east-1:111122223333:accesspoint/a/object/*"'),
    'an action without resources': identityPolicy('"s3:ListAllMyBuckets"', '"arn:aws:s3:::*"'),
    'an action on neither': identityPolicy('"s3:DescribeJob"', BUCKET),
    'a resource that a tool fills in': identityPolicy('"s3:GetObject"', `[${BUCKET}, "\${var.objects}"]`),
    'resources of other services alone': identityPolicy('"s3:GetObject"', '"arn:aws:kms:*:111122223333:key/*"'),
    'resources that are left out': identityPolicy('"s3:GetObject"', BUCKET).replace('"Resource"', '"NotResource"'),
  },
  invalid: {
    'the bucket for objects': {
      text: identityPolicy('["s3:GetObject", "s3:PutObject"]', `«${BUCKET}»`),
      fixed: identityPolicy('["s3:GetObject", "s3:PutObject"]', OBJECTS),
      message: '"s3:GetObject" works on objects',
    },
    'objects for the bucket': {
      text: identityPolicy('"s3:ListBucket"', `[«${OBJECTS}», «"arn:aws-cn:s3:::b/logs/*"»]`),
      fixed: identityPolicy('"s3:ListBucket"', `[${BUCKET}, "arn:aws-cn:s3:::b"]`),
      message: '"s3:ListBucket" works on buckets',
    },
    'one action of several': {
      text: identityPolicy('["s3:GetObject", «"s3:ListBucket"», "s3:GetBucketLocation"]', OBJECTS),
      fixed: identityPolicy('["s3:GetObject", "s3:ListBucket", "s3:GetBucketLocation"]', `[${OBJECTS}, ${BUCKET}]`),
      message: 'names objects alone',
    },
    'one action of several, the other way round': {
      text: identityPolicy('[«"s3:getobject"», "s3:ListBucket"]', `[${BUCKET}]`),
      fixed: identityPolicy('["s3:getobject", "s3:ListBucket"]', `[${BUCKET}, ${OBJECTS}]`),
    },
    'a key beside the bucket': {
      text: identityPolicy(
        '[«"s3:PutObject"», "kms:GenerateDataKey"]',
        `["arn:aws:kms:*:111122223333:key/*", ${BUCKET}]`,
      ),
      fixed: identityPolicy(
        '["s3:PutObject", "kms:GenerateDataKey"]',
        `["arn:aws:kms:*:111122223333:key/*", ${BUCKET}, ${OBJECTS}]`,
      ),
    },
    'a bucket policy': {
      text: `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Deny", "Principal": "*", "Action": "s3:DeleteObject", "Resource": «${BUCKET}» }] }`,
    },
  },
});
