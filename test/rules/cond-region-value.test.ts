import { condRegionValue } from '../../server/src/rules/cond-region-value.js';
import { withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

ruleTest(condRegionValue, {
  valid: {
    Regions: withCondition(
      '{ "StringEquals": { "aws:RequestedRegion": ["us-east-1", "cn-north-1", "us-gov-west-1"] } }',
    ),
    'a Region newer than the list': withCondition('{ "StringEquals": { "kms:ReplicaRegion": "eu-north-9" } }'),
    'a pattern': withCondition('{ "StringLike": { "aws:RequestedRegion": "eu-*" } }'),
    'a wildcard under StringEquals, which cond-wildcard-needs-like reports': withCondition(
      '{ "StringEquals": { "aws:RequestedRegion": "eu-*" } }',
    ),
    'capitals, which cond-case-sensitive-value reports': withCondition(
      '{ "StringEquals": { "aws:RequestedRegion": "EU-WEST-1" } }',
    ),
    'a variable': withCondition('{ "StringEquals": { "aws:RequestedRegion": "${aws:PrincipalTag/region}" } }'),
    'another key': withCondition('{ "StringEquals": { "aws:PrincipalTag/region": "europe" } }'),
  },
  invalid: {
    'a part of a Region': {
      text: withCondition('{ "StringEquals": { "aws:RequestedRegion": «"eu-west1"» } }'),
      fixed: withCondition('{ "StringEquals": { "aws:RequestedRegion": "eu-west-1" } }'),
      message: 'Did you mean "eu-west-1"?',
    },
    'an Availability Zone and a place': {
      text: withCondition('{ "StringNotEquals": { "AWS:requestedregion": ["us-east-1", «"us-east-1a"», «"서울"»] } }', {
        effect: 'Deny',
      }),
    },
    'the Region of a replica': withCondition('{ "StringEqualsIfExists": { "kms:PrimaryRegion": «"Frankfurt"» } }', {
      action: '"kms:UpdatePrimaryRegion"',
    }),
  },
});
