import { s3WriterNeedsDecrypt } from '../../server/src/rules/s3-writer-needs-decrypt.js';
import { ACCOUNT_STATEMENT, allow, keyPolicy, role } from '../support/adminPolicy.js';
import { identityWithCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const via = (values: string, operator = 'StringEquals') => `{ "${operator}": { "kms:ViaService": ${values} } }`;
const S3 = via('"s3.us-east-1.amazonaws.com"');
const writer = (action: string, condition = S3) =>
  allow(role('Upload'), action).replace(/ }$/, `, "Condition": ${condition} }`);

ruleTest(s3WriterNeedsDecrypt, {
  valid: {
    'with Decrypt': keyPolicy([writer('["kms:GenerateDataKey", "kms:Decrypt"]')]),
    'Decrypt by another statement': keyPolicy([writer('"kms:GenerateDataKey"'), allow(role('Upload'), '"kms:De*"')]),
    'a reader': keyPolicy([writer('"kms:DescribeKey"')]),
    'another service': keyPolicy([writer('"kms:GenerateDataKey"', via('"sqs.us-east-1.amazonaws.com"'))]),
    'S3 among others': keyPolicy([
      writer('"kms:GenerateDataKey"', via('["s3.us-east-1.amazonaws.com", "sqs.us-east-1.amazonaws.com"]')),
    ]),
    'no service': keyPolicy([allow(role('Upload'), '"kms:GenerateDataKey"')]),
    'all but S3': keyPolicy([writer('"kms:GenerateDataKey"', via('"s3.us-east-1.amazonaws.com"', 'StringNotEquals'))]),
    'a Deny': keyPolicy([writer('"kms:GenerateDataKey"').replace('Allow', 'Deny')]),
    'a half-typed policy': keyPolicy([writer('"kms:GenerateDataKey"')]).slice(0, -2),
  },
  invalid: {
    'data keys alone': {
      text: keyPolicy([ACCOUNT_STATEMENT, writer('"kms:GenerateDataKey"').replace('"Action"', '«"Action"»')]),
      fixed: keyPolicy([ACCOUNT_STATEMENT, writer('["kms:GenerateDataKey", "kms:Decrypt"]')]),
    },
    'a list and a pattern of Regions, in an IAM policy': {
      text: identityWithCondition(via('"s3.*.amazonaws.com"', 'StringLike'), '["kms:GenerateDataKey*"]').replace(
        '"Action"',
        '«"Action"»',
      ),
    },
    'Decrypt for somebody else': keyPolicy([
      writer('"kms:GenerateDataKey"').replace('"Action"', '«"Action"»'),
      allow(role('Reader'), '"kms:Decrypt"'),
    ]),
  },
});
