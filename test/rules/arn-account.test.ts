import { arnAccount } from '../../server/src/rules/arn-account.js';
import { withCondition } from '../support/conditionPolicy.js';
import { identityPolicy, identityPolicyOf, identityStatement } from '../support/identityPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const decrypt = (arn: string) => identityPolicy('"kms:Decrypt"', arn);

ruleTest(arnAccount, {
  valid: {
    'twelve digits': decrypt('"arn:aws:kms:eu-west-1:111122223333:key/*"'),
    patterns: decrypt('["arn:aws:kms:*:*:key/*", "arn:aws:kms:*:1111????3333:key/*"]'),
    'a variable': decrypt('"arn:aws:kms:*:${aws:PrincipalAccount}:key/*"'),
    'what AWS owns': identityPolicy(
      '"iam:*"',
      '["arn:aws:iam::aws:policy/*", "arn:aws:imagebuilder:*:aws:component/*"]',
    ),
    'an origin access identity': withCondition(
      '{ "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1" } }',
    ),
    'a word of another service': identityPolicy('"mediaconnect:*"', '"arn:aws:mediaconnect:us-east-1:offering:x"'),
    buckets: identityPolicy('"s3:*"', '["arn:aws:s3:::app", "arn:aws:s3:*:*:app"]'),
    'an access point': identityPolicy('"s3:*"', '"arn:aws:s3::111122223333:accesspoint/a.mrap"'),
    'images, which have no account': identityPolicy('"ec2:RunInstances"', '"arn:aws:ec2:us-east-1::image/ami-1"'),
    'the resource of a key policy, which key-resource-other reports': withCondition('{}').replace(
      '"*"',
      '"arn:aws:kms:us-east-1:1234:key/1"',
    ),
  },
  invalid: {
    'too few digits': { text: decrypt('«"arn:aws:kms:eu-west-1:1234:key/*"»'), fixed: null, message: 'twelve digits' },
    dashes: {
      text: decrypt('«"arn:aws:kms:eu-west-1:1111-2222-3333:key/*"»'),
      fixed: decrypt('"arn:aws:kms:eu-west-1:111122223333:key/*"'),
    },
    'a placeholder': decrypt('«"arn:aws:kms:eu-west-1:ACCOUNT_ID:key/*"»'),
    'digits of any service': identityPolicy('"ec2:*"', '«"arn:aws:ec2:us-east-1:12345:instance/*"»'),
    'a role in a condition': withCondition('{ "ArnLike": { "aws:PrincipalArn": «"arn:aws:iam::account:role/a"» } }'),
    'no account': {
      text: identityPolicy('"logs:GetLogEvents"', '«"arn:aws:logs:eu-west-1::log-group:a:*"»'),
      fixed: null,
      message: 'Missing account',
    },
    'no account, where the settings name one': {
      text: identityPolicy('"logs:GetLogEvents"', '«"arn:aws:logs:eu-west-1::log-group:a:*"»'),
      facts: { account: '444455556666' },
      fixed: identityPolicy('"logs:GetLogEvents"', '"arn:aws:logs:eu-west-1:444455556666:log-group:a:*"'),
    },
    'no account, where the policy names one': {
      text: identityPolicyOf(
        identityStatement('"kms:Decrypt"', '"arn:aws:kms:*:111122223333:key/*"'),
        identityStatement('"kms:Encrypt"', '«"arn:aws:kms:*::key/*"»'),
      ),
      fixed: identityPolicyOf(
        identityStatement('"kms:Decrypt"', '"arn:aws:kms:*:111122223333:key/*"'),
        identityStatement('"kms:Encrypt"', '"arn:aws:kms:*:111122223333:key/*"'),
      ),
    },
    'the account of a bucket': {
      text: identityPolicy('"s3:GetObject"', '[«"arn:aws:s3::111122223333:app/*"», "arn:aws:s3:::app/*"]'),
      fixed: identityPolicy('"s3:GetObject"', '["arn:aws:s3:::app/*", "arn:aws:s3:::app/*"]'),
    },
  },
});
