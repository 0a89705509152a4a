import { condVpcId } from '../../server/src/rules/cond-vpc-id.js';
import { withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

ruleTest(condVpcId, {
  valid: {
    'ids of both lengths': withCondition(
      '{ "StringEquals": { "aws:SourceVpc": ["vpc-0a1b2c3d", "vpc-0a1b2c3d4e5f67890"], "aws:SourceVpce": "vpce-0a1b2c3d4e5f67890" } }',
    ),
    'a pattern': withCondition('{ "StringLike": { "aws:SourceVpce": "vpce-*" } }'),
    'a wildcard under StringEquals, which cond-wildcard-needs-like reports': withCondition(
      '{ "StringEquals": { "aws:SourceVpc": "vpc-*" } }',
    ),
    'a variable and a placeholder': withCondition(
      '{ "StringNotEquals": { "aws:SourceVpc": ["${aws:PrincipalTag/vpc}", "{{ vpc }}"] } }',
    ),
    'another key': withCondition('{ "StringEquals": { "aws:PrincipalTag/vpc": "x" } }'),
    'a half-typed value':
      '{ "Statement": [{ "Effect": "Allow", "Action": "kms:*", "Condition": { "StringEquals": { "aws:SourceVpc": "vpc-0a',
  },
  invalid: {
    'too few digits': { text: withCondition('{ "StringEquals": { "aws:SourceVpce": «"vpce-1"» } }'), fixed: null },
    'the id of an endpoint': {
      text: withCondition('{ "StringNotEquals": { "AWS:sourcevpc": [«"vpce-0a1b2c3d"»] } }'),
      fixed: withCondition('{ "StringNotEquals": { "aws:SourceVpce": ["vpce-0a1b2c3d"] } }'),
    },
    'ids of both kinds': {
      text: withCondition('{ "StringEquals": { "aws:SourceVpce": ["vpce-0a1b2c3d", «"vpc-0a1b2c3d"»] } }'),
      fixed: null,
    },
    'the id of an endpoint beside the key for it': {
      text: withCondition(
        '{ "StringEquals": { "aws:SourceVpc": «"vpce-0a1b2c3d"», "aws:SourceVpce": "vpce-0a1b2c3d" } }',
      ),
      fixed: null,
    },
    capitals: {
      text: withCondition('{ "StringEquals": { "aws:SourceVpc": «"VPC-0A1B2C3D"» } }'),
      fixed: withCondition('{ "StringEquals": { "aws:SourceVpc": "vpc-0a1b2c3d" } }'),
    },
    'something else, twice': withCondition('{ "StringEquals": { "aws:SourceVpc": [«"우리망"», «"vpc-0a1b2c3g"»] } }'),
  },
});
