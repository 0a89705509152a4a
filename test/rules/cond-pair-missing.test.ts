import { condPairMissing } from '../../server/src/rules/cond-pair-missing.js';
import { withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const IP = '"IpAddress": { "aws:VpcSourceIp": "10.0.0.0/16" }';

ruleTest(condPairMissing, {
  valid: {
    'the VPC beside it': withCondition(`{ ${IP}, "StringEquals": { "aws:SourceVpc": "vpc-0a1b2c3d" } }`),
    'the endpoint beside it': withCondition(`{ ${IP}, "StringLike": { "AWS:SourceVPCE": "vpce-*" } }`),
    'a Deny that keeps other networks out': `{ "Version": "2012-10-17", "Statement": [
      { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "kms:Decrypt", "Resource": "*", "Condition": { ${IP} } },
      { "Effect": "Deny", "Principal": "*", "Action": "kms:*", "Resource": "*", "Condition": { "StringNotEquals": { "aws:SourceVpc": "vpc-0a1b2c3d" } } }] }`,
    'the public address': withCondition('{ "IpAddress": { "aws:SourceIp": "203.0.113.0/24" } }'),
  },
  invalid: {
    'the address alone': withCondition('{ "IpAddress": { «"aws:VpcSourceIp"»: "10.0.0.0/16" } }'),
    'a Deny of other addresses': withCondition('{ "NotIpAddressIfExists": { «"AWS:vpcsourceip"»: "10.0.0.0/16" } }', {
      effect: 'Deny',
    }),
    'the network in another Allow': `{ "Version": "2012-10-17", "Statement": [
      { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "kms:Decrypt", "Resource": "*", "Condition": { "IpAddress": { «"aws:VpcSourceIp"»: "10.0.0.0/16" } } },
      { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "kms:Encrypt", "Resource": "*", "Condition": { "StringEquals": { "aws:SourceVpc": "vpc-0a1b2c3d" } } }] }`,
  },
});
