import { bucketDenySseHeader } from '../../server/src/rules/bucket-deny-sse-header.js';
import { ruleTest } from '../support/ruleTest.js';
import { policyOf, serviceStatement } from '../support/serviceStatement.js';

const OBJECTS = '"arn:aws:s3:::amzn-s3-demo-bucket/*"';
const write = (service = 'delivery.logs.amazonaws.com') =>
  serviceStatement(`"${service}"`, { action: '"s3:PutObject"', resource: OBJECTS });
const deny = (condition: string, principal = '"*"') =>
  `{ "Effect": "Deny", "Principal": ${principal}, "Action": "s3:PutObject", "Resource": ${OBJECTS}, "Condition": ${condition} }`;
const kms = (key = '"s3:x-amz-server-side-encryption"', operator = 'StringNotEquals') =>
  `"${operator}": { ${key}: "aws:kms" }`;
const EXEMPT = '"BoolIfExists": { "aws:PrincipalIsAWSService": "false" }';

ruleTest(bucketDenySseHeader, {
  valid: {
    'services left out': policyOf(write(), deny(`{ ${kms()}, ${EXEMPT} }`)),
    'uploads that name another encryption': policyOf(
      write(),
      deny(`{ ${kms()}, "Null": { "s3:x-amz-server-side-encryption": "false" } }`),
      deny('{ "StringEquals": { "s3:x-amz-server-side-encryption": "AES256" } }'),
    ),
    'CloudTrail, which may send the header': policyOf(write('cloudtrail.amazonaws.com'), deny(`{ ${kms()} }`)),
    'no log service': policyOf(deny(`{ ${kms()} }`)),
    'one account': policyOf(write(), deny(`{ ${kms()} }`, '{ "AWS": "444455556666" }')),
    'an Allow': policyOf(write(), deny(`{ ${kms()} }`).replace('Deny', 'Allow')),
    'a half-typed statement': policyOf(write(), deny(`{ ${kms()} }`)).slice(0, -6),
  },
  invalid: {
    'the classic statement': {
      text: policyOf(write(), deny(`{ ${kms('«"s3:x-amz-server-side-encryption"»')} }`)),
      fixed: policyOf(write(), deny(`{ ${kms()}, ${EXEMPT} }`)),
      message: 'delivery.logs',
    },
    'the absent header, and another key than yours, in other letter case': {
      text: policyOf(
        write('logs.us-east-1.amazonaws.com'),
        deny('{ "Null": { «"s3:X-Amz-Server-Side-Encryption"»: true } }', '{ "AWS": "*" }'),
        deny(
          '{ "StringNotLikeIfExists": { «"s3:x-amz-server-side-encryption-aws-kms-key-id"»: "arn:aws:kms:us-east-1:111122223333:key/*" } }',
        ),
      ),
    },
  },
});
