import { policyCharset } from '../../server/src/rules/policy-charset.js';
import { ruleTest } from '../support/ruleTest.js';

const key = (inside: string) =>
  `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "kms:*", "Resource": "*"${inside} }] }`;

ruleTest(policyCharset, {
  valid: {
    ASCII: key(', "Sid": "Allow - logs"'),
    'Latin letters with accents, and a no-break space': key(', "Sid": "clés é\u00A0ÿ"'),
    'an escape, which is ASCII as it is sent': key(', "Sid": "\\ub85c\\uadf8"'),
    'comments, which are not sent': { languageId: 'jsonc', text: `// 로그 – 허용\n${key('')}` },
    'a Korean Sid in another kind of policy': {
      kind: 'bucket-policy',
      text: key(', "Sid": "로그"'),
    },
    'text under an unknown element, which element-unknown reports': key(', "Description": "로그"'),
    'raw control characters, which json-syntax reports': key(', "Sid": "a\tb"'),
    'a half-typed string': key(', "Sid": "로그').slice(0, -5),
  },
  invalid: {
    'an en dash in a Sid': {
      text: key(', "Sid": "Allow «–» logs"'),
      fixed: key(', "Sid": "Allow - logs"'),
      message: 'Invalid character "–" (U+2013)',
    },
    'typographic quotes': { text: key(', "Sid": "«“logs”»"'), fixed: key(', "Sid": "\\"logs\\""') },
    'characters of no width': {
      text: key('').replace('"kms:*"', '"kms:«\u200B»*"'),
      fixed: key(''),
      message: '(U+200B)',
    },
    'a wide blank and an ellipsis': { text: key(', "Sid": "a«\u3000b…»"'), fixed: key(', "Sid": "a b..."') },
    Hangul: {
      text: key(', "Sid": "앱 «로그» 허용"').replace('"앱 «로그» 허용"', '"«앱 로그 허용»"'),
      fixed: null,
      message: 'description of the key',
    },
    'an emoji': { text: key(', "Sid": "key «🔑»"'), fixed: null, message: '(U+1F511)' },
    'the ID of the policy, a condition key and a condition value': {
      text: key(', "Condition": { "StringEquals": { "kms:EncryptionContext:«앱»": ["a", "«é–»"] } }')
        .replace('«é–»', 'é«–»')
        .replace('"Statement"', '"Id": "«키»", "Statement"'),
      fixed: key(', "Condition": { "StringEquals": { "kms:EncryptionContext:앱": ["a", "é-"] } }').replace(
        '"Statement"',
        '"Id": "키", "Statement"',
      ),
    },
  },
});
