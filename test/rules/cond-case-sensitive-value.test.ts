import { condCaseSensitiveValue } from '../../server/src/rules/cond-case-sensitive-value.js';
import { withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

ruleTest(condCaseSensitiveValue, {
  valid: {
    'lower case': withCondition('{ "StringEquals": { "aws:RequestedRegion": "eu-west-1" } }'),
    'an operator that ignores case': withCondition(
      '{ "StringEqualsIgnoreCase": { "aws:RequestedRegion": "EU-WEST-1" } }',
    ),
    'a pattern': withCondition('{ "StringLike": { "aws:RequestedRegion": "EU-*" } }'),
    'no Region, which cond-region-value reports': withCondition(
      '{ "StringEquals": { "aws:RequestedRegion": "EUROPE" } }',
    ),
    'another key': withCondition('{ "StringEquals": { "aws:PrincipalTag/region": "EU-WEST-1" } }'),
    'a variable': withCondition('{ "StringEquals": { "aws:RequestedRegion": "${aws:PrincipalTag/Region}" } }'),
  },
  invalid: {
    capitals: {
      text: withCondition(
        '{ "StringEquals": { "aws:RequestedRegion": ["us-east-1", «"EU-WEST-1"», «"Ap-Northeast-2"»] } }',
      ),
      fixed: withCondition(
        '{ "StringEquals": { "aws:RequestedRegion": ["us-east-1", "eu-west-1", "ap-northeast-2"] } }',
      ),
    },
    'the Region of a replica under StringLike': withCondition(
      '{ "StringNotLikeIfExists": { "KMS:replicaregion": «"US-GOV-WEST-1"» } }',
    ),
  },
});
