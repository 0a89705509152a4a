import { condIpPrivate } from '../../server/src/rules/cond-ip-private.js';
import { withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

ruleTest(condIpPrivate, {
  valid: {
    'a public range': withCondition('{ "IpAddress": { "aws:SourceIp": ["203.0.113.0/24", "2001:db8::/32"] } }'),
    'the key for private addresses': withCondition('{ "IpAddress": { "aws:VpcSourceIp": "10.0.0.0/8" } }'),
    'a range that holds private and public addresses': withCondition(
      '{ "IpAddress": { "aws:SourceIp": "0.0.0.0/0" } }',
    ),
    'a range that is larger than a private one': withCondition(
      '{ "NotIpAddress": { "aws:SourceIp": ["172.0.0.0/8", "11.0.0.0/8", "172.32.0.1"] } }',
    ),
    'a text that is no address, which cond-value-type reports': withCondition(
      '{ "IpAddress": { "aws:SourceIp": "10.0.0" } }',
    ),
    'a variable': withCondition('{ "IpAddress": { "aws:SourceIp": "${aws:PrincipalTag/ip}" } }'),
    'another operator, which cond-operator-type reports': withCondition(
      '{ "StringEquals": { "aws:SourceIp": "10.0.0.1" } }',
    ),
  },
  invalid: {
    'private ranges only': {
      text: withCondition('{ "IpAddress": { "aws:SourceIp": [«"10.0.0.0/8"», "172.16.5.0/24", "192.168.1.1"] } }'),
      message: '"aws:VpcSourceIp"',
      fixed: null,
    },
    'a private range among public ones': {
      text: withCondition(
        '{ "NotIpAddress": { "AWS:sourceip": ["203.0.113.0/24", «"100.64.1.0/24"», «"fd00::/8"»] } }',
      ),
      level: 'warning',
      fixed: withCondition('{ "NotIpAddress": { "AWS:sourceip": ["203.0.113.0/24"] } }'),
    },
    'the own machine': withCondition('{ "IpAddressIfExists": { "aws:SourceIp": «"127.0.0.1"» } }'),
    'an IPv4 address in IPv6 notation': withCondition('{ "IpAddress": { "aws:SourceIp": «"::ffff:10.1.2.3"» } }'),
    'a bucket policy': {
      text: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::b/*", "Condition": { "NotIpAddress": { "aws:SourceIp": «"169.254.0.0/16"» } } }] }',
      kind: 'bucket-policy',
    },
  },
});
