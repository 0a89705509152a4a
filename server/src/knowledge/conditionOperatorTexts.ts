import type { OperatorName } from './conditionOperatorNames.js';
import type { LocalText } from './localText.js';

/** Our words on each operator, for hover and completion. */
export const OPERATOR_TEXTS: Readonly<Record<OperatorName, LocalText>> = {
  StringEquals: {
    en: 'The value is exactly one of those listed, letter case included. `*` and `?` are ordinary characters here: use `StringLike` for patterns.',
    ko: '값이 나열된 값 중 하나와 대소문자까지 정확히 같아야 합니다. 여기서 `*`와 `?`는 일반 문자이므로 패턴에는 `StringLike`를 사용합니다.',
  },
  StringNotEquals: {
    en: 'The value is none of those listed, letter case included. Also true when the key is absent from the request.',
    ko: '값이 나열된 값 중 어느 것과도 같지 않아야 합니다(대소문자 구분). 요청에 키가 없을 때도 참입니다.',
  },
  StringEqualsIgnoreCase: {
    en: 'The value is one of those listed; letter case does not count.',
    ko: '값이 나열된 값 중 하나와 같아야 하며 대소문자는 구분하지 않습니다.',
  },
  StringNotEqualsIgnoreCase: {
    en: 'The value is none of those listed; letter case does not count. Also true when the key is absent from the request.',
    ko: '값이 나열된 값 중 어느 것과도 같지 않아야 하며 대소문자는 구분하지 않습니다. 요청에 키가 없을 때도 참입니다.',
  },
  StringLike: {
    en: 'The value fits one of the patterns listed: `*` stands for any run of characters, `?` for one. Letter case counts.',
    ko: '값이 나열된 패턴 중 하나와 맞아야 합니다. `*`는 임의의 문자열, `?`는 한 문자를 뜻하며 대소문자를 구분합니다.',
  },
  StringNotLike: {
    en: 'The value fits none of the patterns listed (`*`, `?`). Also true when the key is absent from the request.',
    ko: '값이 나열된 패턴(`*`, `?`) 중 어느 것과도 맞지 않아야 합니다. 요청에 키가 없을 때도 참입니다.',
  },
  NumericEquals: {
    en: 'The number is one of those listed.',
    ko: '숫자가 나열된 값 중 하나와 같아야 합니다.',
  },
  NumericNotEquals: {
    en: 'The number is none of those listed. Also true when the key is absent from the request.',
    ko: '숫자가 나열된 값 중 어느 것과도 같지 않아야 합니다. 요청에 키가 없을 때도 참입니다.',
  },
  NumericLessThan: {
    en: 'The number is smaller than the value. Give one value: of several, any that holds is enough.',
    ko: '숫자가 지정한 값보다 작아야 합니다. 여러 값 중 하나만 성립해도 참이므로 값은 하나만 지정합니다.',
  },
  NumericLessThanEquals: {
    en: 'The number is at most the value.',
    ko: '숫자가 지정한 값보다 작거나 같아야 합니다.',
  },
  NumericGreaterThan: {
    en: 'The number is greater than the value.',
    ko: '숫자가 지정한 값보다 커야 합니다.',
  },
  NumericGreaterThanEquals: {
    en: 'The number is at least the value.',
    ko: '숫자가 지정한 값보다 크거나 같아야 합니다.',
  },
  DateEquals: {
    en: 'The time is exactly the value (ISO 8601 such as `2026-11-01T00:00:00Z`, or Unix seconds).',
    ko: '시각이 지정한 값과 정확히 같아야 합니다(`2026-11-01T00:00:00Z`와 같은 ISO 8601 또는 Unix 초).',
  },
  DateNotEquals: {
    en: 'The time is not the value. Also true when the key is absent from the request.',
    ko: '시각이 지정한 값과 달라야 합니다. 요청에 키가 없을 때도 참입니다.',
  },
  DateLessThan: {
    en: 'The time is before the value: a permission that ends.',
    ko: '시각이 지정한 값보다 앞서야 합니다. 끝나는 때가 있는 권한에 사용합니다.',
  },
  DateLessThanEquals: {
    en: 'The time is before the value or equal to it.',
    ko: '시각이 지정한 값보다 앞서거나 같아야 합니다.',
  },
  DateGreaterThan: {
    en: 'The time is after the value: a permission that begins.',
    ko: '시각이 지정한 값보다 뒤여야 합니다. 시작하는 때가 있는 권한에 사용합니다.',
  },
  DateGreaterThanEquals: {
    en: 'The time is after the value or equal to it.',
    ko: '시각이 지정한 값보다 뒤이거나 같아야 합니다.',
  },
  Bool: {
    en: 'The value is `true` or `false`, as stated. When the key is absent the test fails, also for `false`; `BoolIfExists` lets an absent key pass.',
    ko: '값이 지정한 대로 `true` 또는 `false`여야 합니다. 키가 없으면 `false`를 지정해도 성립하지 않으며, `BoolIfExists`를 사용하면 키가 없을 때도 통과합니다.',
  },
  BinaryEquals: {
    en: 'The value equals the bytes given in Base64.',
    ko: '값이 Base64로 지정한 바이트와 같아야 합니다.',
  },
  IpAddress: {
    en: 'The address lies in one of the ranges listed (CIDR, IPv4 or IPv6).',
    ko: '주소가 나열된 범위(CIDR, IPv4 또는 IPv6) 중 하나에 속해야 합니다.',
  },
  NotIpAddress: {
    en: 'The address lies in none of the ranges listed. Also true when the key is absent, as in requests through a VPC endpoint.',
    ko: '주소가 나열된 범위 중 어느 것에도 속하지 않아야 합니다. VPC 엔드포인트를 통한 요청처럼 키가 없을 때도 참입니다.',
  },
  ArnEquals: {
    en: 'The ARN fits one of those listed, compared part by part. Takes `*` and `?` in each part, exactly as `ArnLike` does.',
    ko: 'ARN이 나열된 값 중 하나와 맞아야 하며 부분별로 비교합니다. `ArnLike`와 똑같이 각 부분에 `*`와 `?`를 사용할 수 있습니다.',
  },
  ArnLike: {
    en: 'The ARN fits one of those listed, compared part by part; `*` and `?` stand for characters within a part.',
    ko: 'ARN이 나열된 값 중 하나와 맞아야 하며 부분별로 비교합니다. `*`와 `?`는 한 부분 안의 문자를 뜻합니다.',
  },
  ArnNotEquals: {
    en: 'The ARN fits none of those listed. Takes wildcards, as `ArnNotLike` does. Also true when the key is absent from the request.',
    ko: 'ARN이 나열된 값 중 어느 것과도 맞지 않아야 합니다. `ArnNotLike`처럼 와일드카드를 사용할 수 있습니다. 요청에 키가 없을 때도 참입니다.',
  },
  ArnNotLike: {
    en: 'The ARN fits none of those listed. Also true when the key is absent from the request.',
    ko: 'ARN이 나열된 값 중 어느 것과도 맞지 않아야 합니다. 요청에 키가 없을 때도 참입니다.',
  },
  Null: {
    en: '`"true"`: the key must be absent from the request. `"false"`: it must be there, whatever its value.',
    ko: '`"true"`이면 요청에 키가 없어야 하고, `"false"`이면 값과 관계없이 키가 있어야 합니다.',
  },
};

/** One key and value per operator; each forms a complete condition with it. */
export const OPERATOR_EXAMPLES: Readonly<Record<OperatorName, Readonly<Record<string, string>>>> = {
  StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' },
  StringNotEquals: { 'aws:SourceVpce': 'vpce-0123456789abcdef0' },
  StringEqualsIgnoreCase: { 'aws:PrincipalTag/team': 'Billing' },
  StringNotEqualsIgnoreCase: { 'aws:PrincipalTag/stage': 'prod' },
  StringLike: { 'kms:RequestAlias': 'alias/app-*' },
  StringNotLike: { 'kms:ViaService': 's3.*.amazonaws.com' },
  NumericEquals: { 'kms:ScheduleKeyDeletionPendingWindowInDays': '30' },
  NumericNotEquals: { 'kms:RotationPeriodInDays': '365' },
  NumericLessThan: { 'kms:ScheduleKeyDeletionPendingWindowInDays': '21' },
  NumericLessThanEquals: { 'kms:RotationPeriodInDays': '365' },
  NumericGreaterThan: { 'aws:MultiFactorAuthAge': '3600' },
  NumericGreaterThanEquals: { 'kms:ScheduleKeyDeletionPendingWindowInDays': '14' },
  DateEquals: { 'kms:ValidTo': '2027-01-01T00:00:00Z' },
  DateNotEquals: { 'kms:ValidTo': '2027-01-01T00:00:00Z' },
  DateLessThan: { 'aws:CurrentTime': '2027-01-01T00:00:00Z' },
  DateLessThanEquals: { 'aws:CurrentTime': '2027-01-01T00:00:00Z' },
  DateGreaterThan: { 'aws:CurrentTime': '2026-12-01T00:00:00Z' },
  DateGreaterThanEquals: { 'aws:CurrentTime': '2026-12-01T00:00:00Z' },
  Bool: { 'kms:GrantIsForAWSResource': 'true' },
  BinaryEquals: { 'aws:PrincipalTag/fingerprint': 'QmluYXJ5VmFsdWU=' },
  IpAddress: { 'aws:SourceIp': '203.0.113.0/24' },
  NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' },
  ArnEquals: {
    'kms:EncryptionContext:aws:logs:arn': 'arn:aws:logs:us-east-1:111122223333:log-group:/app/web',
  },
  ArnLike: { 'aws:SourceArn': 'arn:aws:logs:us-east-1:111122223333:*' },
  ArnNotEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/KeyAdmin' },
  ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/Admin*' },
  Null: { 'kms:EncryptionContextKeys': 'false' },
};
