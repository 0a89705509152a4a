import { condValueType } from '../../server/src/rules/cond-value-type.js';
import { withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const test = (operator: string, key: string, value: string) =>
  withCondition(`{ "${operator}": { "${key}": ${value} } }`);

ruleTest(condValueType, {
  valid: {
    'a Boolean word': test('Bool', 'kms:MultiRegion', '"true"'),
    'a Boolean word in upper case': test('Bool', 'kms:MultiRegion', '"TRUE"'),
    'a JSON Boolean': test('Bool', 'kms:MultiRegion', 'true'),
    'a number': test('NumericLessThan', 'aws:MultiFactorAuthAge', '"3600"'),
    'a JSON number': test('NumericLessThan', 'aws:MultiFactorAuthAge', '3600.5'),
    'a date and time': test('DateLessThan', 'aws:CurrentTime', '"2030-01-31T23:59:59Z"'),
    'a date and time with an offset': test('DateLessThan', 'aws:CurrentTime', '"2030-01-31T23:59:59.5+09:00"'),
    'a date alone, which parliament refuses': test('DateLessThan', 'aws:CurrentTime', '"2030-01-31"'),
    'a year and a month': test('DateLessThan', 'aws:CurrentTime', '["2030", "2030-06"]'),
    'seconds since 1970': test('DateLessThan', 'aws:EpochTime', '"1900000000"'),
    'an IPv4 range': test('IpAddress', 'aws:SourceIp', '["203.0.113.0/24", "203.0.113.7"]'),
    'an IPv6 range': test('NotIpAddress', 'aws:SourceIp', '["2001:DB8:1234:5678::/64", "::ffff:203.0.113.7"]'),
    'an ARN': test('ArnLike', 'aws:SourceArn', '"arn:aws-cn:logs:cn-north-1:111122223333:log-group:*"'),
    'a pattern for ARNs': test('ArnLike', 'aws:PrincipalArn', '["*", "arn:aws:iam::*"]'),
    'a policy variable': test('Bool', 'kms:MultiRegion', '"${aws:PrincipalTag/multi}"'),
    'a value that a template fills in': test('IpAddress', 'aws:SourceIp', '"{{ range }}"'),
    base64: test('BinaryEquals', 'mycompany:thing', '"QmluYXJ5VmFsdWU="'),
    'text of any form': test('StringEquals', 'kms:KeySpec', '"yes"'),
    'an operator that does not fit the key, which cond-operator-type reports': test(
      'Bool',
      'kms:KeySpec',
      '"RSA_2048"',
    ),
    'Null, which cond-null-value reports': test('Null', 'kms:KeySpec', '"yes"'),
    'a value that is being typed':
      '{ "Version": "2012-10-17", "Statement": [{ "Condition": { "Bool": { "kms:MultiRegion": "tr',
  },
  invalid: {
    'a word under Bool': {
      text: test('Bool', 'kms:MultiRegion', '«"yes"»'),
      fixed: test('Bool', 'kms:MultiRegion', '"true"'),
      message: '"yes"',
    },
    'a number under Bool': {
      text: test('BoolIfExists', 'aws:SecureTransport', '«0»'),
      fixed: test('BoolIfExists', 'aws:SecureTransport', '"false"'),
    },
    'an unclear word under Bool': { text: test('Bool', 'kms:MultiRegion', '«"maybe"»'), fixed: null },
    'text under a numeric operator': { text: test('NumericLessThan', 'aws:MultiFactorAuthAge', '«"1h"»'), fixed: null },
    'a date in another order': test('DateLessThan', 'aws:CurrentTime', '«"31.01.2030"»'),
    'a month that does not exist': test('DateLessThan', 'aws:CurrentTime', '«"2030-13-01"»'),
    'an address part over 255': test('IpAddress', 'aws:SourceIp', '«"203.0.113.256"»'),
    'a prefix length over 32': test('IpAddress', 'aws:SourceIp', '«"203.0.113.0/33"»'),
    'an address with a star': test('IpAddress', 'aws:SourceIp', '«"203.0.113.*"»'),
    'too many parts of an IPv6 address': test('IpAddress', 'aws:SourceIp', '«"1:2:3:4:5:6:7:8:9"»'),
    'an account under an ARN operator': test('ArnEquals', 'aws:SourceArn', '«"111122223333"»'),
    'text that is no base64': test('BinaryEquals', 'mycompany:thing', '«"no base64!"»'),
    'one value of a list, under a set operator': test(
      'ForAnyValue:NumericEquals',
      'mycompany:sizes',
      '["1", «"two"»,\n «"셋"»]',
    ),
  },
});
