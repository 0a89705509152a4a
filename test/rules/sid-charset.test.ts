import { sidCharset } from '../../server/src/rules/sid-charset.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (...sids: string[]) =>
  `{ "Version": "2012-10-17", "Statement": [${sids.map((sid) => `{ "Sid": ${sid}, "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*" }`).join(', ')}] }`;
const withPrincipal = (action: string) =>
  `{ "Version": "2012-10-17", "Statement": [{ "Sid": "Allow use of the key", "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "${action}", "Resource": "*" }] }`;

ruleTest(sidCharset, {
  valid: {
    'letters and digits': policy('"AllowLogs2"'),
    'an empty Sid, which sid-empty reports': policy('""'),
    'blanks in a key policy, as AWS itself writes them': withPrincipal('kms:*'),
    'blanks in a bucket policy': withPrincipal('s3:*'),
    'another type, which element-type reports': policy('1'),
    'a half-typed Sid': policy('"Allow').slice(0, 60),
  },
  invalid: {
    'hyphens and blanks in an IAM policy': {
      text: policy('«"allow-logs of_App"»', '«"b c"»'),
      fixed: policy('"AllowLogsOfApp"', '"BC"'),
      message: 'only the letters A to Z and digits',
    },
    'a name that would collide': { text: policy('"AllowLogs"', '«"allow logs"»'), fixed: null },
    'two that would become one': {
      text: policy('«"allow-logs"»', '«"allow logs"»'),
      fixed: policy('"AllowLogs"', '"allow logs"'),
    },
    'Hangul, which cannot be carried over': { text: policy('«"로그 허용"»'), fixed: null },
    'a trust policy': {
      text: withPrincipal('sts:AssumeRole')
        .replace(', "Resource": "*"', '')
        .replace('"Allow use of the key"', '«"a-b"»'),
      fixed: withPrincipal('sts:AssumeRole').replace(', "Resource": "*"', '').replace('"Allow use of the key"', '"AB"'),
    },
  },
});
