import { principalPartitionMismatch } from '../../server/src/rules/principal-partition-mismatch.js';
import { allow, keyPolicy } from '../support/adminPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const named = (...principals: readonly string[]) => keyPolicy(principals.map((each) => allow(each)));
const aws = (partition: string, name = 'root') => `"arn:${partition}:iam::111122223333:${name}"`;

ruleTest(principalPartitionMismatch, {
  valid: {
    'one partition': named(`{ "AWS": [${aws('aws-cn')}, ${aws('aws-cn', 'role/App')}] }`),
    'accounts without a partition': named(`{ "AWS": ["444455556666", ${aws('aws-us-gov')}] }`),
    'the Region of the settings': { text: named(`{ "AWS": ${aws('aws-cn')} }`), facts: { region: 'cn-north-1' } },
    'a partition that nobody knows, of which principal-arn-format speaks': named(
      `{ "AWS": [${aws('aws')}, ${aws('amazon')}] }`,
    ),
    'a service of the partition': named(`{ "AWS": ${aws('aws-cn')}, "Service": "logs.cn-north-1.amazonaws.com.cn" }`),
    'an ARN that is filled in later': named(
      `{ "AWS": [${aws('aws-cn')}, "arn:\${AWS::Partition}:iam::111122223333:root"] }`,
    ),
    'no principals': '{ "Statement": [{ "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*" }] }',
    'a half-typed ARN': `{ "Statement": [{ "Effect": "Allow", "Principal": { "AWS": [${aws('aws-cn')}, "arn:aws:iam::11112222`,
  },
  invalid: {
    'the fewer of them': {
      text: named(`{ "AWS": [«${aws('aws', 'role/a')}», ${aws('aws-cn', 'role/b')}] }`, `{ "AWS": ${aws('aws-cn')} }`),
      fixed: named(
        `{ "AWS": [${aws('aws-cn', 'role/a')}, ${aws('aws-cn', 'role/b')}] }`,
        `{ "AWS": ${aws('aws-cn')} }`,
      ),
    },
    'equally many, where the first decides': named(`{ "AWS": [${aws('aws')}, «${aws('aws-us-gov', 'user/b')}»] }`),
    'the Region of the settings': {
      text: named(`{ "AWS": «${aws('aws')}» }`),
      facts: { region: 'us-gov-west-1' },
      fixed: named(`{ "AWS": ${aws('aws-us-gov')} }`),
      message: '"aws-us-gov"',
    },
    'the Region of a service': named(`{ "AWS": «${aws('aws')}», "Service": "logs.cn-north-1.amazonaws.com.cn" }`),
    'the resources of a bucket policy': {
      kind: 'bucket-policy',
      text: `{ "Statement": [{ "Effect": "Allow", "Principal": { "AWS": «${aws('aws')}» }, "Action": "s3:GetObject", "Resource": "arn:aws-us-gov:s3:::amzn-s3-demo-bucket/*" }] }`,
    },
  },
});
