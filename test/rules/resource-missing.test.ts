import { resourceMissing } from '../../server/src/rules/resource-missing.js';
import { ruleTest } from '../support/ruleTest.js';

const ACCOUNT = '"Principal": { "AWS": "arn:aws:iam::111122223333:root" }';
const key = (...statements: string[]) =>
  `{ "Version": "2012-10-17", "Statement": [${statements.map((text) => `{ "Effect": "Allow", ${ACCOUNT}, ${text} }`).join(', ')}] }`;
const bare = key('"Action": "kms:*"').replace('[{', '[«{»');

ruleTest(resourceMissing, {
  valid: {
    'a resource': key('"Action": "kms:*", "Resource": "*"'),
    'all resources but some': key('"Action": "kms:*", "NotResource": "arn:aws:s3:::a"'),
    'a misspelt name, which element-unknown reports': key('"Action": "kms:*", "resources": "*"'),
    'a trust policy, which names none':
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "sts:AssumeRole" }] }',
    'a policy whose kind cannot be told':
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "sqs:*" }] }',
    'a statement that is still being typed': key('"Action": "kms:*", "Res').slice(0, -5),
    'a trailing comma, after which more is to come': key('"Action": "kms:*",'),
  },
  invalid: {
    'a statement of a key policy': {
      text: bare,
      fixed: key('"Action": "kms:*", "Resource": "*"'),
      message: 'stored before 18 August 2025, the statement does nothing',
    },
    'two statements, before their conditions': {
      text: key('"Action": "kms:Decrypt", "Condition": {}', '"Action": "kms:Encrypt"').replaceAll(
        /\{ "Effect/g,
        '«{» "Effect',
      ),
      fixed: key(
        '"Action": "kms:Decrypt", "Resource": "*", "Condition": {}',
        '"Action": "kms:Encrypt", "Resource": "*"',
      ),
    },
    'an IAM policy': {
      text: '{ "Version": "2012-10-17", "Statement": [«{» "Effect": "Allow", "Action": "kms:Decrypt" }] }',
      fixed: null,
      message: 'or AWS refuses the policy',
    },
    'a bucket policy, although it names a principal': {
      text: key('"Action": "s3:GetObject"').replace('[{', '[«{»'),
      fixed: null,
    },
    'a CloudWatch Logs resource policy in China': {
      text: key('"Action": "logs:PutLogEvents"').replace('[{', '[«{»').replace('arn:aws:', 'arn:aws-cn:'),
      fixed: null,
    },
  },
});
