import { principalCanonicalUnsupported } from '../../server/src/rules/principal-canonical-unsupported.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (principal: string, element = 'Principal') => `{ "Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "${element}": ${principal}, "Action": "kms:Decrypt", "Resource": "*" }] }`;

ruleTest(principalCanonicalUnsupported, {
  valid: {
    'an account': policy('{ "AWS": "111122223333" }'),
    'a bucket policy, which takes canonical user ids':
      '{ "Statement": { "Effect": "Allow", "Principal": { "CanonicalUser": "79a5" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*" } }',
  },
  invalid: {
    'an id beside an account': {
      text: policy('{ «"CanonicalUser"»: ["79a5"], "AWS": "111122223333" }'),
      fixed: policy('{ "AWS": "111122223333" }'),
    },
    'a key policy': { text: policy('{ «"CanonicalUser"»: "79a5" }'), fixed: null, message: 'Amazon S3' },
    'a Logs resource policy, twice': `{ "Statement": [
      { "Effect": "Allow", "Principal": { «"CanonicalUser"»: "79a5" }, "Action": "logs:PutLogEvents", "Resource": "*" },
      { "Effect": "Allow", "Principal": { «"CanonicalUser"»: ["79a5"] }, "Action": "logs:PutLogEvents", "Resource": "*" }] }`,
  },
});
