import { condIpEveryone } from '../../server/src/rules/cond-ip-everyone.js';
import { identityWithCondition, withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

ruleTest(condIpEveryone, {
  valid: {
    'a real range': withCondition('{ "IpAddress": { "aws:SourceIp": "203.0.113.0/24" } }'),
    'a Deny': withCondition('{ "IpAddress": { "aws:SourceIp": "0.0.0.0/0" } }', { effect: 'Deny' }),
    'a negated test': withCondition('{ "NotIpAddress": { "aws:SourceIp": "0.0.0.0/0" } }'),
    'everyone, of whom public-weak-condition speaks': withCondition(
      '{ "IpAddress": { "aws:SourceIp": "0.0.0.0/0" } }',
      { principal: '{ "AWS": "*" }' },
    ),
    'private addresses': withCondition('{ "IpAddress": { "aws:VpcSourceIp": "0.0.0.0/0" } }'),
  },
  invalid: {
    'every address': withCondition('{ "IpAddress": { "aws:SourceIp": «"0.0.0.0/0"» } }'),
    'every address among others': withCondition(
      '{ "IpAddressIfExists": { "aws:sourceip": ["203.0.113.0/24", «"::/0"»] } }',
    ),
    'an IAM policy': identityWithCondition('{ "IpAddress": { "aws:SourceIp": [«"0.0.0.0/0"», "::/0"] } }'),
  },
});
