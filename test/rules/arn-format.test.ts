import { arnFormat } from '../../server/src/rules/arn-format.js';
import { withCondition } from '../support/conditionPolicy.js';
import { identityPolicy } from '../support/identityPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const ID = '1234abcd-12ab-34cd-56ef-1234567890ab';
const facts = { account: '111122223333', region: 'us-east-1' };
const decrypt = (resource: string) => identityPolicy('"kms:Decrypt"', resource);
const bucket = (resource: string) =>
  `{ "Version": "2012-10-17", "Statement": [{ "Sid": "버킷", "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": ${resource} }] }`;

ruleTest(arnFormat, {
  valid: {
    'an ARN': decrypt(`"arn:aws:kms:us-east-1:111122223333:key/${ID}"`),
    everything: decrypt('"*"'),
    'everything, in more stars': decrypt('"**"'),
    'wildcards in all parts': decrypt('"arn:*:kms:*:*:*"'),
    'a variable that holds colons': identityPolicy('"s3:GetObject"', '"arn:aws:s3:::${aws:username}/*"'),
    'a variable in the place of the account': decrypt('"arn:aws:kms:us-east-1:${aws:PrincipalAccount}:key/*"'),
    'a text that a tool fills in': decrypt('["${var.key_arn}", "{{ key }}", "arn:${AWS::Partition}:x"]'),
    'the resource of a key policy, which key-resource-other reports': withCondition('{}').replace('"*"', '"key-1"'),
    'a blank, which string-stray-whitespace reports': decrypt('"key-1 "'),
    'a half-typed document': '{ "Statement": [{ "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "arn:aws:k',
    'a value under an ARN operator, which cond-value-type reports': withCondition(
      '{ "ArnLike": { "aws:SourceArn": "app" } }',
    ),
    'a pattern for ARNs in a condition': withCondition('{ "StringLike": { "aws:PrincipalArn": "*role/app*" } }'),
    'a text in a condition that is about no ARN': withCondition(
      '{ "StringEquals": { "kms:RequestAlias": "alias/a" } }',
    ),
    'accounts and names that AWS leaves empty': identityPolicy(
      '"*"',
      '["arn:aws:s3:::app", "arn:aws:iam::111122223333:role/app", "arn:aws:route53:::hostedzone/Z1"]',
    ),
  },
  invalid: {
    'the id of a key': { text: decrypt(`«"${ID}"»`), fixed: null, message: 'expected "*" or an ARN' },
    'the id of a key where settings tell the rest': {
      text: decrypt(`«"${ID}"»`),
      facts,
      fixed: decrypt(`"arn:aws:kms:us-east-1:111122223333:key/${ID}"`),
    },
    'an alias in China': {
      text: decrypt('«"alias/app"»'),
      facts: { account: '111122223333', region: 'cn-north-1' },
      fixed: decrypt('"arn:aws-cn:kms:cn-north-1:111122223333:alias/app"'),
    },
    'two of them in one list': decrypt('[«"key-1"», "*", «"role/app"»]'),
    'the resources that are left out': identityPolicy('"kms:*"', '«"key-1"»').replace('"Resource"', '"NotResource"'),
    'an empty text': decrypt('«""»'),
    'the name of a bucket in its policy': {
      text: bucket('[«"app/*"», "arn:aws:s3:::app"]'),
      fixed: bucket('["arn:aws:s3:::app/*", "arn:aws:s3:::app"]'),
    },
    'a log group': {
      text: identityPolicy('"logs:GetLogEvents"', '«"log-group:app:*"»'),
      facts,
      fixed: identityPolicy('"logs:GetLogEvents"', '"arn:aws:logs:us-east-1:111122223333:log-group:app:*"'),
    },
    'capitals in the prefix': { text: decrypt('«"ARN:aws:kms:*:*:key/*"»'), fixed: decrypt('"arn:aws:kms:*:*:key/*"') },
    'no prefix': { text: decrypt('«"aws:kms:*:*:key/*"»'), fixed: decrypt('"arn:aws:kms:*:*:key/*"') },
    'too few parts': { text: decrypt('«"arn:aws:kms:key/1"»'), fixed: null, message: 'Incomplete ARN' },
    'too few parts of a bucket': {
      text: identityPolicy('"s3:*"', '[«"arn:aws:s3:app"», «"arn:aws:s3::app/*"»]'),
      fixed: identityPolicy('"s3:*"', '["arn:aws:s3:::app", "arn:aws:s3:::app/*"]'),
    },
    'too few parts of a role': {
      text: identityPolicy('"iam:PassRole"', '«"arn:aws:iam:111122223333:role/app"»'),
      fixed: identityPolicy('"iam:PassRole"', '"arn:aws:iam::111122223333:role/app"'),
    },
    'too few parts of a pattern': {
      text: identityPolicy('"logs:*"', '«"arn:aws:logs:*"»'),
      fixed: identityPolicy('"logs:*"', '"arn:aws:logs:*:*:*"'),
    },
    'a colon too many before the account': {
      text: decrypt('«"arn:aws:kms:*::111122223333:key/mrk-*"»'),
      fixed: decrypt('"arn:aws:kms:*:111122223333:key/mrk-*"'),
      message: 'one colon too many',
    },
    'a colon too many before the Region': {
      text: decrypt('«"arn:aws:kms::us-east-1:111122223333:key/*"»'),
      fixed: decrypt('"arn:aws:kms:us-east-1:111122223333:key/*"'),
    },
    'a colon too many in the ARN of a role': {
      text: withCondition('{ "ArnLike": { "aws:PrincipalArn": «"arn:aws:iam:::111122223333:role/app"» } }'),
      fixed: withCondition('{ "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/app" } }'),
    },
    'a text that no ARN is': {
      text: withCondition('{ "StringEquals": { "AWS:SourceArn": «"app"» } }'),
      fixed: null,
      message: 'holds an ARN',
    },
    'a short ARN in a condition': withCondition('{ "StringEquals": { "aws:SourceArn": «"arn:aws:logs:app"» } }'),
  },
});
