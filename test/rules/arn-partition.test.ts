import { arnPartition } from '../../server/src/rules/arn-partition.js';
import { withCondition } from '../support/conditionPolicy.js';
import { identityPolicy } from '../support/identityPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const decrypt = (partition: string, mark = ['', '']) =>
  identityPolicy('"kms:Decrypt"', `${mark[0]}"arn:${partition}:kms:*:111122223333:key/*"${mark[1]}`);
const marked = (partition: string) => decrypt(partition, ['«', '»']);

ruleTest(arnPartition, {
  valid: {
    'the partition of most Regions': decrypt('aws'),
    China: decrypt('aws-cn'),
    'the AWS GovCloud (US) Regions': decrypt('aws-us-gov'),
    'a pattern for all of them': decrypt('aws*'),
    'a star': decrypt('*'),
    'a variable of a tool': decrypt('${AWS::Partition}'),
    'a variable of AWS': decrypt('${aws:PrincipalTag/partition}'),
    'one that is newer than our list': decrypt('aws-moon'),
  },
  invalid: {
    'the name of the company': { text: marked('amazon'), fixed: decrypt('aws'), message: 'to be "aws"' },
    'a misspelt one': { text: marked('asw'), fixed: null, message: 'Unknown partition' },
    capitals: { text: marked('AWS'), fixed: decrypt('aws') },
    'a name for China': { text: marked('aws-china'), fixed: decrypt('aws-cn') },
    'a name for GovCloud': { text: marked('aws-gov'), fixed: decrypt('aws-us-gov') },
    'an underscore': { text: marked('aws_cn'), fixed: decrypt('aws-cn') },
    nothing: { text: marked(''), fixed: decrypt('aws') },
    'a pattern that no partition matches': { text: marked('gov*'), message: 'Unknown partition' },
    'a condition, by the Region beside it': {
      text: withCondition('{ "ArnLike": { "aws:SourceArn": «"arn:china:sns:cn-north-1:111122223333:topic"» } }'),
      fixed: withCondition('{ "ArnLike": { "aws:SourceArn": "arn:aws-cn:sns:cn-north-1:111122223333:topic" } }'),
    },
  },
});
