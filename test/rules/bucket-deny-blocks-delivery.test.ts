import { bucketDenyBlocksDelivery } from '../../server/src/rules/bucket-deny-blocks-delivery.js';
import { ruleTest } from '../support/ruleTest.js';
import { policyOf, serviceStatement } from '../support/serviceStatement.js';

const BUCKET = 'arn:aws:s3:::amzn-s3-demo-bucket';
const write = (service = 'delivery.logs.amazonaws.com', resource = `"${BUCKET}/AWSLogs/111122223333/*"`) =>
  serviceStatement(`"${service}"`, { action: '"s3:PutObject"', resource });
const deny = (
  condition: string,
  { principal = '"*"', action = '"s3:*"', resource = `["${BUCKET}", "${BUCKET}/*"]` } = {},
) =>
  `{ "Effect": "Deny", "Principal": ${principal}, "Action": ${action}, "Resource": ${resource}, "Condition": ${condition} }`;
const org = (key = '"aws:PrincipalOrgID"') => `"StringNotEquals": { ${key}: "o-a1b2c3d4e5" }`;

ruleTest(bucketDenyBlocksDelivery, {
  valid: {
    'services left out': policyOf(
      write(),
      deny(`{ ${org()}, "BoolIfExists": { "aws:PrincipalIsAWSService": "false" } }`),
    ),
    'no log service': policyOf(deny(`{ ${org()} }`)),
    'a service that writes no logs': policyOf(write('config.amazonaws.com'), deny(`{ ${org()} }`)),
    'another part of the bucket': policyOf(write(), deny(`{ ${org()} }`, { resource: `"${BUCKET}/data/*"` })),
    'reading alone': policyOf(write(), deny(`{ ${org()} }`, { action: '"s3:GetObject"' })),
    'transport without encryption': policyOf(write(), deny('{ "Bool": { "aws:SecureTransport": "false" } }')),
    'one account': policyOf(write(), deny(`{ ${org()} }`, { principal: '{ "AWS": "444455556666" }' })),
    'a half-typed statement': policyOf(write(), deny(`{ ${org()} }`)).slice(0, -6),
  },
  invalid: {
    'an organization': {
      text: policyOf(write(), deny(`{ ${org('«"aws:PrincipalOrgID"»')} }`)),
      fixed: policyOf(write(), deny(`{ ${org()}, "BoolIfExists": { "aws:PrincipalIsAWSService": "false" } }`)),
      message: '"delivery.logs.amazonaws.com"',
    },
    'an endpoint, for CloudTrail in China, writing alone': {
      text: policyOf(
        write('cloudtrail.amazonaws.com', '"arn:aws-cn:s3:::amzn-s3-demo-bucket/*"'),
        deny('{ "StringNotEquals": { «"AWS:SourceVpce"»: "vpce-0123456789abcdef0" } }', {
          principal: '{ "AWS": "*" }',
          action: '["s3:GetObject", "s3:Put*"]',
          resource: '"arn:aws-cn:s3:::amzn-s3-demo-bucket/*"',
        }),
      ),
    },
    'addresses, for exports, twice': policyOf(
      write('logs.us-east-1.amazonaws.com'),
      deny('{ "NotIpAddress": { «"aws:SourceIp"»: "203.0.113.0/24" } }'),
      deny('{ "NotIpAddressIfExists": { «"aws:VpcSourceIp"»: "10.0.0.0/8" } }'),
    ),
  },
});
