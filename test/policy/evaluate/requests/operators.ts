import { allow, policy, ROLE, request } from '../../../support/simulations.js';
import type { RequestCase } from './requestCase.js';

const when = (Condition: object, context: object = {}) =>
  request({ context, keyPolicy: policy(allow({ AWS: ROLE }, { Condition })) });
const unless = (Condition: object, context: object = {}) =>
  request({ context, keyPolicy: policy(allow({ AWS: ROLE }), { ...allow('*', { Condition }), Effect: 'Deny' }) });

const VIA = { 'kms:ViaService': 's3.us-east-1.amazonaws.com' };
const IP = 'aws:SourceIp';
const TIME = 'aws:CurrentTime';
const DAYS = 'kms:ScheduleKeyDeletionPendingWindowInDays';
const ARN = 'aws:SourceArn';
const TAGS = 'aws:TagKeys';

/** The condition operators, absent keys and lists of values. */
export const operatorCases: readonly RequestCase[] = [
  // Structure
  ['no condition block', '7: shape', when({}), 'allowed'],
  [
    'two keys under one operator are both asked',
    '7: AND',
    when({ StringEquals: { ...VIA, 'aws:SourceVpce': 'vpce-1' } }, VIA),
    'implicitDeny',
  ],
  [
    'two operators are both asked',
    '7: AND',
    when({ StringEquals: VIA, Bool: { 'aws:SecureTransport': 'true' } }, { ...VIA, 'aws:SecureTransport': 'false' }),
    'implicitDeny',
  ],
  [
    'two operators that both hold',
    '7: AND',
    when({ StringEquals: VIA, Bool: { 'aws:SecureTransport': 'true' } }, { ...VIA, 'aws:SecureTransport': 'true' }),
    'allowed',
  ],
  [
    'several values are alternatives',
    '7: OR',
    when({ StringEquals: { 'kms:ViaService': ['ec2.us-east-1.amazonaws.com', VIA['kms:ViaService']] } }, VIA),
    'allowed',
  ],
  [
    'key names ignore case',
    '7: case of keys',
    when({ StringEquals: { 'KMS:viaservice': VIA['kms:ViaService'] } }, VIA),
    'allowed',
  ],
  ['operator names ignore case', 'README: 4', when({ stringequals: VIA }, VIA), 'allowed'],
  ['an empty list of values', '7: OR', when({ StringEquals: { 'kms:ViaService': [] } }, VIA), 'implicitDeny'],
  [
    'an operator that AWS does not know decides nothing',
    'iam: operators',
    when({ StringMatches: VIA }, VIA),
    'unknown',
  ],
  // String
  [
    'StringEquals',
    'iam: string',
    when({ StringEquals: { 'aws:PrincipalOrgID': 'o-abc' } }, { 'aws:PrincipalOrgID': 'o-abc' }),
    'allowed',
  ],
  [
    'StringEquals is case-sensitive',
    'iam: string',
    when({ StringEquals: { 'aws:PrincipalOrgID': 'o-ABC' } }, { 'aws:PrincipalOrgID': 'o-abc' }),
    'implicitDeny',
  ],
  [
    'StringEquals takes no wildcards',
    'README: 5',
    when({ StringEquals: { 'kms:ViaService': 's3.*' } }, VIA),
    'implicitDeny',
  ],
  ['StringEquals on an absent key', 'iam: absent keys', when({ StringEquals: VIA }), 'implicitDeny'],
  [
    'StringNotEquals with another value',
    'iam: string',
    when({ StringNotEquals: VIA }, { 'kms:ViaService': 'ec2.us-east-1.amazonaws.com' }),
    'allowed',
  ],
  ['StringNotEquals with the value', 'iam: string', when({ StringNotEquals: VIA }, VIA), 'implicitDeny'],
  [
    'StringNotEquals with one of several values',
    '7: negated operators',
    when({ StringNotEquals: { 'kms:ViaService': ['ec2.us-east-1.amazonaws.com', VIA['kms:ViaService']] } }, VIA),
    'implicitDeny',
  ],
  [
    'StringNotEquals with none of several values',
    '7: negated operators',
    when({ StringNotEquals: { 'kms:ViaService': ['a', 'b'] } }, VIA),
    'allowed',
  ],
  ['StringNotEquals on an absent key', '7: negated operators', when({ StringNotEquals: VIA }), 'allowed'],
  [
    'a Deny with StringNotEquals strikes requests without the key',
    '7: negated operators',
    unless({ StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } }),
    'explicitDeny',
  ],
  [
    'a Deny with StringNotEqualsIfExists strikes them too',
    'iam: IfExists',
    unless({ StringNotEqualsIfExists: { 'aws:SourceVpce': 'vpce-1' } }),
    'explicitDeny',
  ],
  [
    'StringEqualsIgnoreCase',
    'iam: string',
    when({ StringEqualsIgnoreCase: { 'aws:PrincipalOrgID': 'O-ABC' } }, { 'aws:PrincipalOrgID': 'o-abc' }),
    'allowed',
  ],
  [
    'StringEqualsIgnoreCase takes no wildcards',
    'iam: string',
    when({ StringEqualsIgnoreCase: { 'aws:PrincipalOrgID': 'O-*' } }, { 'aws:PrincipalOrgID': 'o-abc' }),
    'implicitDeny',
  ],
  [
    'StringNotEqualsIgnoreCase',
    'iam: string',
    when({ StringNotEqualsIgnoreCase: { 'aws:PrincipalOrgID': 'O-ABC' } }, { 'aws:PrincipalOrgID': 'o-abc' }),
    'implicitDeny',
  ],
  [
    'StringLike with a star',
    'iam: string',
    when({ StringLike: { 'kms:ViaService': 's3.*.amazonaws.com' } }, VIA),
    'allowed',
  ],
  [
    'StringLike with a question mark',
    'iam: string',
    when({ StringLike: { 'kms:ViaService': 's?.us-east-1.amazonaws.com' } }, VIA),
    'allowed',
  ],
  [
    'StringLike is case-sensitive',
    'iam: string',
    when({ StringLike: { 'kms:ViaService': 'S3.*' } }, VIA),
    'implicitDeny',
  ],
  [
    'StringLike must match the whole',
    'iam: string',
    when({ StringLike: { 'kms:ViaService': 's3.*.com.cn' } }, VIA),
    'implicitDeny',
  ],
  ['StringLike without a wildcard', 'iam: string', when({ StringLike: VIA }, VIA), 'allowed'],
  [
    'StringLike: a star matches nothing too',
    'iam: string',
    when({ StringLike: { 'aws:PrincipalOrgID': 'o-abc*' } }, { 'aws:PrincipalOrgID': 'o-abc' }),
    'allowed',
  ],
  ['StringNotLike', 'iam: string', when({ StringNotLike: { 'kms:ViaService': 's3.*' } }, VIA), 'implicitDeny'],
  [
    'StringNotLike on another value',
    'iam: string',
    when({ StringNotLike: { 'kms:ViaService': 'ec2.*' } }, VIA),
    'allowed',
  ],
  ['StringEqualsIfExists on an absent key', 'iam: IfExists', when({ StringEqualsIfExists: VIA }), 'allowed'],
  [
    'StringEqualsIfExists on another value',
    'iam: IfExists',
    when({ StringEqualsIfExists: VIA }, { 'kms:ViaService': 'x' }),
    'implicitDeny',
  ],
  [
    'an empty text is a value',
    'iam: string',
    when({ StringEquals: { 'aws:PrincipalOrgID': '' } }, { 'aws:PrincipalOrgID': '' }),
    'allowed',
  ],
  // Numeric
  ['NumericEquals', 'iam: numeric', when({ NumericEquals: { [DAYS]: '7' } }, { [DAYS]: '7' }), 'allowed'],
  [
    'NumericEquals compares numbers, not texts',
    'iam: numeric',
    when({ NumericEquals: { [DAYS]: '7' } }, { [DAYS]: '7.0' }),
    'allowed',
  ],
  [
    'NumericEquals written as a JSON number',
    'iam: numeric',
    when({ NumericEquals: { [DAYS]: 7 } }, { [DAYS]: 7 }),
    'allowed',
  ],
  ['NumericNotEquals', 'iam: numeric', when({ NumericNotEquals: { [DAYS]: '7' } }, { [DAYS]: '7' }), 'implicitDeny'],
  [
    'NumericLessThan at the bound',
    'iam: numeric',
    when({ NumericLessThan: { [DAYS]: '21' } }, { [DAYS]: '21' }),
    'implicitDeny',
  ],
  [
    'NumericLessThan below the bound',
    'iam: numeric',
    when({ NumericLessThan: { [DAYS]: '21' } }, { [DAYS]: '9' }),
    'allowed',
  ],
  [
    'NumericLessThanEquals at the bound',
    'iam: numeric',
    when({ NumericLessThanEquals: { [DAYS]: '21' } }, { [DAYS]: '21' }),
    'allowed',
  ],
  [
    'NumericLessThanEquals above the bound',
    'iam: numeric',
    when({ NumericLessThanEquals: { [DAYS]: '21' } }, { [DAYS]: '22' }),
    'implicitDeny',
  ],
  [
    'NumericGreaterThan at the bound',
    'iam: numeric',
    when({ NumericGreaterThan: { [DAYS]: '21' } }, { [DAYS]: '21' }),
    'implicitDeny',
  ],
  [
    'NumericGreaterThan above the bound',
    'iam: numeric',
    when({ NumericGreaterThan: { [DAYS]: '9' } }, { [DAYS]: '21' }),
    'allowed',
  ],
  [
    'NumericGreaterThanEquals at the bound',
    'iam: numeric',
    when({ NumericGreaterThanEquals: { [DAYS]: '21' } }, { [DAYS]: '21' }),
    'allowed',
  ],
  [
    'NumericGreaterThanEquals below the bound',
    'iam: numeric',
    when({ NumericGreaterThanEquals: { [DAYS]: '21' } }, { [DAYS]: '20.5' }),
    'implicitDeny',
  ],
  ['a negative number', 'iam: numeric', when({ NumericLessThan: { [DAYS]: '0' } }, { [DAYS]: '-1' }), 'allowed'],
  [
    'a word is no number',
    'iam: numeric',
    when({ NumericLessThan: { [DAYS]: '21' } }, { [DAYS]: 'ten' }),
    'implicitDeny',
  ],
  [
    'an empty text is no number',
    'iam: numeric',
    when({ NumericEquals: { [DAYS]: '0' } }, { [DAYS]: '' }),
    'implicitDeny',
  ],
  [
    'NumericLessThanIfExists on an absent key',
    'iam: IfExists',
    when({ NumericLessThanIfExists: { [DAYS]: '21' } }),
    'allowed',
  ],
  [
    'a minimum deletion window: too short',
    'Annex C: C22',
    request({
      action: 'kms:ScheduleKeyDeletion',
      context: { [DAYS]: '7' },
      keyPolicy: policy(allow({ AWS: ROLE }), {
        ...allow({ AWS: '*' }, { Action: 'kms:ScheduleKeyDeletion', Condition: { NumericLessThan: { [DAYS]: '21' } } }),
        Effect: 'Deny',
      }),
    }),
    'explicitDeny',
  ],
  [
    'a minimum deletion window: long enough',
    'Annex C: C22',
    request({
      action: 'kms:ScheduleKeyDeletion',
      context: { [DAYS]: '30' },
      keyPolicy: policy(allow({ AWS: ROLE }), {
        ...allow({ AWS: '*' }, { Action: 'kms:ScheduleKeyDeletion', Condition: { NumericLessThan: { [DAYS]: '21' } } }),
        Effect: 'Deny',
      }),
    }),
    'allowed',
  ],
  // Date
  [
    'DateLessThan',
    'iam: date',
    when({ DateLessThan: { [TIME]: '2026-06-01T00:00:00Z' } }, { [TIME]: '2026-05-31T23:59:59Z' }),
    'allowed',
  ],
  [
    'DateLessThan at the bound',
    'iam: date',
    when({ DateLessThan: { [TIME]: '2026-06-01T00:00:00Z' } }, { [TIME]: '2026-06-01T00:00:00Z' }),
    'implicitDeny',
  ],
  [
    'DateLessThanEquals at the bound',
    'iam: date',
    when({ DateLessThanEquals: { [TIME]: '2026-06-01T00:00:00Z' } }, { [TIME]: '2026-06-01T00:00:00Z' }),
    'allowed',
  ],
  [
    'DateGreaterThan',
    'iam: date',
    when({ DateGreaterThan: { [TIME]: '2026-06-01' } }, { [TIME]: '2026-06-01T00:00:01Z' }),
    'allowed',
  ],
  [
    'DateGreaterThanEquals',
    'iam: date',
    when({ DateGreaterThanEquals: { [TIME]: '2026-06-01T00:00:00Z' } }, { [TIME]: '2026-06-01' }),
    'allowed',
  ],
  [
    'DateEquals across time zones',
    'iam: date',
    when({ DateEquals: { [TIME]: '2026-06-01T09:00:00+09:00' } }, { [TIME]: '2026-06-01T00:00:00Z' }),
    'allowed',
  ],
  [
    'DateEquals west of Greenwich',
    'iam: date',
    when({ DateEquals: { [TIME]: '2026-05-31T19:00:00-0500' } }, { [TIME]: '2026-06-01T00:00:00Z' }),
    'allowed',
  ],
  [
    'DateEquals against seconds since 1970',
    'iam: date',
    when({ DateEquals: { [TIME]: '1780272000' } }, { [TIME]: '2026-06-01T00:00:00Z' }),
    'allowed',
  ],
  [
    'DateEquals against the basic form',
    'iam: date',
    when({ DateEquals: { [TIME]: '20260601T000000Z' } }, { [TIME]: '2026-06-01T00:00:00Z' }),
    'allowed',
  ],
  [
    'a time without zone is UTC',
    'iam: date',
    when({ DateEquals: { [TIME]: '2026-06-01T00:00:00' } }, { [TIME]: '2026-06-01T00:00:00Z' }),
    'allowed',
  ],
  [
    'a month is its first instant',
    'iam: date',
    when({ DateEquals: { [TIME]: '2026-06' } }, { [TIME]: '2026-06-01T00:00:00Z' }),
    'allowed',
  ],
  [
    'fractions of a second count',
    'iam: date',
    when({ DateLessThan: { [TIME]: '2026-06-01T00:00:00.5Z' } }, { [TIME]: '2026-06-01T00:00:00.25Z' }),
    'allowed',
  ],
  [
    'DateNotEquals',
    'iam: date',
    when({ DateNotEquals: { [TIME]: '2026-06-01' } }, { [TIME]: '2026-06-01T00:00:00Z' }),
    'implicitDeny',
  ],
  [
    'a word is no date',
    'iam: date',
    when({ DateLessThan: { [TIME]: '2026-06-01' } }, { [TIME]: 'now' }),
    'implicitDeny',
  ],
  [
    'kms:ValidTo as a date',
    '8: kms:ValidTo',
    when({ DateLessThan: { 'kms:ValidTo': '2027-01-01T00:00:00Z' } }, { 'kms:ValidTo': '2026-06-01T00:00:00Z' }),
    'allowed',
  ],
  [
    'kms:ValidTo as seconds',
    '8: kms:ValidTo',
    when({ NumericLessThan: { 'kms:ValidTo': '1798761600' } }, { 'kms:ValidTo': '2026-06-01T00:00:00Z' }),
    'allowed',
  ],
  // Bool
  [
    'Bool',
    'iam: Bool',
    when({ Bool: { 'aws:SecureTransport': 'true' } }, { 'aws:SecureTransport': 'true' }),
    'allowed',
  ],
  [
    'Bool ignores case',
    'iam: Bool',
    when({ Bool: { 'aws:SecureTransport': 'True' } }, { 'aws:SecureTransport': 'TRUE' }),
    'allowed',
  ],
  [
    'Bool written as JSON booleans',
    '3: booleans',
    when({ Bool: { 'kms:GrantIsForAWSResource': true } }, { 'kms:GrantIsForAWSResource': true }),
    'allowed',
  ],
  [
    'Bool with the other value',
    'iam: Bool',
    when({ Bool: { 'aws:SecureTransport': 'true' } }, { 'aws:SecureTransport': 'false' }),
    'implicitDeny',
  ],
  ['Bool on an absent key', 'iam: absent keys', when({ Bool: { 'aws:SecureTransport': 'false' } }), 'implicitDeny'],
  [
    'BoolIfExists on an absent key',
    'iam: IfExists',
    when({ BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } }),
    'allowed',
  ],
  [
    'a Deny with BoolIfExists strikes requests without the key',
    'iam: IfExists',
    unless({ BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } }),
    'explicitDeny',
  ],
  [
    'a Deny with Bool spares them',
    'iam: absent keys',
    unless({ Bool: { 'aws:MultiFactorAuthPresent': 'false' } }),
    'allowed',
  ],
  // Binary
  [
    'BinaryEquals',
    'iam: binary',
    when({ BinaryEquals: { 'aws:Blob': 'QmluYXJ5' } }, { 'aws:Blob': 'QmluYXJ5' }),
    'allowed',
  ],
  [
    'BinaryEquals with other bytes',
    'iam: binary',
    when({ BinaryEquals: { 'aws:Blob': 'QmluYXJ5' } }, { 'aws:Blob': 'qmluYXJ5' }),
    'implicitDeny',
  ],
  [
    'BinaryEquals: padding is no content',
    'iam: binary',
    when({ BinaryEquals: { 'aws:Blob': 'YQ==' } }, { 'aws:Blob': 'YQ' }),
    'allowed',
  ],
  // IP
  [
    'IpAddress in a range',
    'iam: IP',
    when({ IpAddress: { [IP]: '203.0.113.0/24' } }, { [IP]: '203.0.113.77' }),
    'allowed',
  ],
  [
    'IpAddress outside the range',
    'iam: IP',
    when({ IpAddress: { [IP]: '203.0.113.0/24' } }, { [IP]: '203.0.114.0' }),
    'implicitDeny',
  ],
  [
    'a range that does not end at a byte, inside',
    'iam: IP',
    when({ IpAddress: { [IP]: '203.0.112.0/22' } }, { [IP]: '203.0.115.255' }),
    'allowed',
  ],
  [
    'a range that does not end at a byte, outside',
    'iam: IP',
    when({ IpAddress: { [IP]: '203.0.112.0/22' } }, { [IP]: '203.0.116.0' }),
    'implicitDeny',
  ],
  ['a single address', 'iam: IP', when({ IpAddress: { [IP]: '203.0.113.77' } }, { [IP]: '203.0.113.77' }), 'allowed'],
  [
    'another single address',
    'iam: IP',
    when({ IpAddress: { [IP]: '203.0.113.77' } }, { [IP]: '203.0.113.78' }),
    'implicitDeny',
  ],
  [
    'host bits of a range do not count',
    'iam: IP',
    when({ IpAddress: { [IP]: '203.0.113.9/24' } }, { [IP]: '203.0.113.77' }),
    'allowed',
  ],
  ['every IPv4 address', 'iam: IP', when({ IpAddress: { [IP]: '0.0.0.0/0' } }, { [IP]: '8.8.8.8' }), 'allowed'],
  [
    'no IPv6 address is an IPv4 one',
    'iam: IP',
    when({ IpAddress: { [IP]: '0.0.0.0/0' } }, { [IP]: '2001:db8::1' }),
    'implicitDeny',
  ],
  [
    'IPv6 in a range',
    'iam: IP',
    when({ IpAddress: { [IP]: '2001:db8:1234:5678::/64' } }, { [IP]: '2001:0DB8:1234:5678:0:0:0:1' }),
    'allowed',
  ],
  [
    'IPv6 outside the range',
    'iam: IP',
    when({ IpAddress: { [IP]: '2001:db8:1234:5678::/64' } }, { [IP]: '2001:db8:1234:5679::1' }),
    'implicitDeny',
  ],
  [
    'IPv6 written in two ways',
    'iam: IP',
    when({ IpAddress: { [IP]: '2001:db8::1' } }, { [IP]: '2001:db8:0:0:0:0:0:1' }),
    'allowed',
  ],
  [
    'an IPv4 address in IPv6 form',
    'iam: IP',
    when({ IpAddress: { [IP]: '203.0.113.0/24' } }, { [IP]: '::ffff:203.0.113.77' }),
    'allowed',
  ],
  [
    'one of several ranges',
    'iam: IP',
    when({ IpAddress: { [IP]: ['10.0.0.0/8', '203.0.113.0/24'] } }, { [IP]: '203.0.113.77' }),
    'allowed',
  ],
  [
    'NotIpAddress inside',
    'iam: IP',
    when({ NotIpAddress: { [IP]: ['10.0.0.0/8', '203.0.113.0/24'] } }, { [IP]: '203.0.113.77' }),
    'implicitDeny',
  ],
  [
    'NotIpAddress outside',
    'iam: IP',
    when({ NotIpAddress: { [IP]: '10.0.0.0/8' } }, { [IP]: '203.0.113.77' }),
    'allowed',
  ],
  [
    'a Deny with NotIpAddress strikes requests through an endpoint',
    '9: aws:SourceIp',
    unless({ NotIpAddress: { [IP]: '10.0.0.0/8' } }),
    'explicitDeny',
  ],
  [
    'a word is no address',
    'iam: IP',
    when({ IpAddress: { [IP]: '0.0.0.0/0' } }, { [IP]: 'AWS Internal' }),
    'implicitDeny',
  ],
  // ARN
  [
    'ArnEquals',
    'iam: ARN',
    when({ ArnEquals: { [ARN]: 'arn:aws:s3:::logs' } }, { [ARN]: 'arn:aws:s3:::logs' }),
    'allowed',
  ],
  [
    'ArnEquals takes wildcards',
    'README: 5',
    when(
      { ArnEquals: { [ARN]: 'arn:aws:cloudtrail:*:111122223333:trail/*' } },
      { [ARN]: 'arn:aws:cloudtrail:us-east-1:111122223333:trail/main' },
    ),
    'allowed',
  ],
  [
    'ArnLike',
    'iam: ARN',
    when(
      { ArnLike: { [ARN]: 'arn:aws:cloudtrail:*:111122223333:trail/*' } },
      { [ARN]: 'arn:aws:cloudtrail:us-east-1:111122223333:trail/main' },
    ),
    'allowed',
  ],
  [
    'ArnLike: a wildcard does not cross a colon',
    'iam: ARN',
    when(
      { ArnLike: { [ARN]: 'arn:aws:cloudtrail:*:trail/main' } },
      { [ARN]: 'arn:aws:cloudtrail:us-east-1:111122223333:trail/main' },
    ),
    'implicitDeny',
  ],
  [
    'ArnLike: the last part may hold colons',
    'iam: ARN',
    when(
      { ArnLike: { [ARN]: 'arn:aws:logs:us-east-1:111122223333:log-group:*' } },
      { [ARN]: 'arn:aws:logs:us-east-1:111122223333:log-group:/app:log-stream:x' },
    ),
    'allowed',
  ],
  [
    'ArnLike on a text that is no ARN',
    'iam: ARN',
    when({ ArnLike: { [ARN]: 'arn:aws:s3:::*' } }, { [ARN]: 'logs' }),
    'implicitDeny',
  ],
  [
    'ArnNotEquals',
    'iam: ARN',
    when({ ArnNotEquals: { [ARN]: 'arn:aws:s3:::logs' } }, { [ARN]: 'arn:aws:s3:::logs' }),
    'implicitDeny',
  ],
  ['ArnNotLike on an absent key', '7: negated operators', when({ ArnNotLike: { [ARN]: 'arn:aws:s3:::*' } }), 'allowed'],
  // Null
  ['Null true on an absent key', '7: Null', when({ Null: { 'aws:TokenIssueTime': 'true' } }), 'allowed'],
  [
    'Null true on a present key',
    '7: Null',
    when({ Null: { 'aws:TokenIssueTime': 'true' } }, { 'aws:TokenIssueTime': 'x' }),
    'implicitDeny',
  ],
  [
    'Null false on a present key',
    '7: Null',
    when({ Null: { 'aws:TokenIssueTime': 'false' } }, { 'aws:TokenIssueTime': 'x' }),
    'allowed',
  ],
  ['Null false on an absent key', '7: Null', when({ Null: { 'aws:TokenIssueTime': false } }), 'implicitDeny'],
  ['an empty list is an absent key', '7: Null', when({ Null: { [TAGS]: 'true' } }, { [TAGS]: [] }), 'allowed'],
  // Set operators
  [
    'ForAllValues: all are listed',
    '7: set operators',
    when({ 'ForAllValues:StringEquals': { [TAGS]: ['a', 'b', 'c'] } }, { [TAGS]: ['a', 'b'] }),
    'allowed',
  ],
  [
    'ForAllValues: one is not listed',
    '7: set operators',
    when({ 'ForAllValues:StringEquals': { [TAGS]: ['a'] } }, { [TAGS]: ['a', 'b'] }),
    'implicitDeny',
  ],
  [
    'ForAllValues on an absent key',
    '7: ForAllValues',
    when({ 'ForAllValues:StringEquals': { [TAGS]: ['a'] } }),
    'allowed',
  ],
  [
    'ForAllValues with Null closes the gap',
    '7: ForAllValues',
    when({ 'ForAllValues:StringEquals': { [TAGS]: ['a'] }, Null: { [TAGS]: 'false' } }),
    'implicitDeny',
  ],
  [
    'ForAnyValue: one is listed',
    '7: set operators',
    when({ 'ForAnyValue:StringEquals': { [TAGS]: ['b', 'x'] } }, { [TAGS]: ['a', 'b'] }),
    'allowed',
  ],
  [
    'ForAnyValue: none is listed',
    '7: set operators',
    when({ 'ForAnyValue:StringEquals': { [TAGS]: ['x'] } }, { [TAGS]: ['a', 'b'] }),
    'implicitDeny',
  ],
  [
    'ForAnyValue on an absent key',
    '7: ForAnyValue',
    when({ 'ForAnyValue:StringEquals': { [TAGS]: ['a'] } }),
    'implicitDeny',
  ],
  [
    'ForAnyValue with IfExists on an absent key',
    'iam: IfExists',
    when({ 'ForAnyValue:StringEqualsIfExists': { [TAGS]: ['a'] } }),
    'allowed',
  ],
  [
    'ForAnyValue with a negated operator: one differs',
    'iam: set operators',
    when({ 'ForAnyValue:StringNotEquals': { [TAGS]: ['a'] } }, { [TAGS]: ['a', 'b'] }),
    'allowed',
  ],
  [
    'ForAnyValue with a negated operator on an absent key',
    '7: ForAnyValue',
    when({ 'ForAnyValue:StringNotEquals': { [TAGS]: ['a'] } }),
    'implicitDeny',
  ],
  [
    'ForAllValues with a negated operator: none is listed',
    'iam: set operators',
    when({ 'ForAllValues:StringNotEquals': { [TAGS]: ['x'] } }, { [TAGS]: ['a', 'b'] }),
    'allowed',
  ],
  [
    'ForAllValues with a negated operator: one is listed',
    'iam: set operators',
    when({ 'ForAllValues:StringNotEquals': { [TAGS]: ['a'] } }, { [TAGS]: ['a', 'b'] }),
    'implicitDeny',
  ],
  [
    'set operators ignore case',
    'README: 4',
    when({ 'foranyvalue:stringlike': { [TAGS]: ['B*', 'b*'] } }, { [TAGS]: ['a', 'bc'] }),
    'allowed',
  ],
  [
    'several values without a set operator: all agree',
    '7: set operators',
    when({ StringLike: { [TAGS]: 'a*' } }, { [TAGS]: ['a1', 'a2'] }),
    'allowed',
  ],
  [
    'several values without a set operator: none fits',
    '7: set operators',
    when({ StringEquals: { [TAGS]: 'x' } }, { [TAGS]: ['a', 'b'] }),
    'implicitDeny',
  ],
  [
    'several values without a set operator: they disagree',
    '7: set operators',
    when({ StringEquals: { [TAGS]: 'a' } }, { [TAGS]: ['a', 'b'] }),
    'unknown',
  ],
  // Each bound from both sides, and values in every form
  [
    'NumericLessThanEquals below the bound',
    'iam: operators',
    when({ NumericLessThanEquals: { [DAYS]: '21' } }, { [DAYS]: '20' }),
    'allowed',
  ],
  [
    'NumericGreaterThanEquals above the bound',
    'iam: operators',
    when({ NumericGreaterThanEquals: { [DAYS]: '21' } }, { [DAYS]: '22' }),
    'allowed',
  ],
  ['a number with its sign', 'iam: operators', when({ NumericEquals: { [DAYS]: '+7' } }, { [DAYS]: '7' }), 'allowed'],
  [
    'a number of four digits is no year',
    'iam: operators',
    when({ NumericLessThan: { 'aws:MultiFactorAuthAge': '99999' } }, { 'aws:MultiFactorAuthAge': '2026' }),
    'allowed',
  ],
  [
    'a date is compared by its seconds',
    '8: ValidTo',
    when({ NumericEquals: { 'kms:ValidTo': '1767225600' } }, { 'kms:ValidTo': '2026-01-01T00:00:00Z' }),
    'allowed',
  ],
  [
    'StringEqualsIgnoreCase ignores the case of the request too',
    'iam: operators',
    when({ StringEqualsIgnoreCase: { 'aws:PrincipalOrgID': 'o-abc' } }, { 'aws:PrincipalOrgID': 'O-ABC' }),
    'allowed',
  ],
  ['Null with both values', '7: OR', when({ Null: { 'kms:ViaService': ['true', 'false'] } }, VIA), 'allowed'],
  ['Null has no IfExists', '7: Null', when({ NullIfExists: { 'kms:ViaService': 'false' } }, VIA), 'unknown'],
];
