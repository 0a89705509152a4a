import { condIpHostBits } from '../../server/src/rules/cond-ip-host-bits.js';
import { withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

ruleTest(condIpHostBits, {
  valid: {
    'a network': withCondition(
      '{ "IpAddress": { "aws:SourceIp": ["203.0.113.0/24", "2001:db8::/32", "0.0.0.0/0", "203.0.113.128/25"] } }',
    ),
    'an address': withCondition(
      '{ "IpAddress": { "aws:SourceIp": ["203.0.113.7", "203.0.113.7/32", "2001:db8::1", "2001:db8::1/128"] } }',
    ),
    'no address': withCondition('{ "IpAddress": { "aws:SourceIp": "203.0.113.7/33" } }'),
  },
  invalid: {
    'bits behind the length': {
      text: withCondition('{ "IpAddress": { "aws:SourceIp": «"203.0.113.7/24"» } }'),
      fixed: withCondition('{ "IpAddress": { "aws:SourceIp": "203.0.113.0/24" } }'),
    },
    'a length that is no multiple of eight': {
      text: withCondition(
        '{ "NotIpAddress": { "aws:VpcSourceIp": ["10.1.0.0/16", «"10.1.2.3/20"», «"255.255.255.255/1"»] } }',
      ),
      fixed: withCondition('{ "NotIpAddress": { "aws:VpcSourceIp": ["10.1.0.0/16", "10.1.0.0/20", "128.0.0.0/1"] } }'),
    },
    IPv6: {
      text: withCondition(
        '{ "IpAddress": { "aws:SourceIp": [«"2001:DB8:0:1::5/33"», «"::1/0"», «"1:2:3:4:5:6:7:9/127"»] } }',
      ),
      fixed: withCondition('{ "IpAddress": { "aws:SourceIp": ["2001:db8::/33", "::/0", "1:2:3:4:5:6:7:8/127"] } }'),
    },
  },
});
