import { resourceEffectivelyStar } from '../../server/src/rules/resource-effectively-star.js';
import { identityPolicy } from '../support/identityPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

ruleTest(resourceEffectivelyStar, {
  valid: {
    'everything, of which resource-star speaks': identityPolicy('"kms:Encrypt"', '"*"'),
    'one account': identityPolicy('"kms:Encrypt"', '"arn:aws:kms:*:111122223333:*"'),
    'one type': identityPolicy('"kms:Encrypt"', '"arn:aws:kms:*:*:key/*"'),
    'all buckets, whose ARNs leave the parts empty': identityPolicy('"s3:GetObject"', '"arn:aws:s3:::*"'),
    'a variable': identityPolicy('"kms:Encrypt"', '"arn:aws:kms:*:${aws:PrincipalAccount}:*"'),
    'writing logs, as AWS publishes it': identityPolicy(
      '["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"]',
      '"arn:aws:logs:*:*:*"',
    ),
    'a Deny': identityPolicy('"kms:Encrypt"', '"arn:aws:kms:*:*:*"', { effect: 'Deny' }),
    'decryption, of which kms-decrypt-all-keys speaks': identityPolicy('"kms:Decrypt"', '"arn:aws:kms:*:*:*"'),
  },
  invalid: {
    'reading logs': identityPolicy('["logs:PutLogEvents", "logs:GetLogEvents"]', '«"arn:aws:logs:*:*:*"»'),
    'all of a service': {
      text: identityPolicy('"kms:Encrypt"', '«"arn:aws:kms:*:*:*"»'),
      message: 'every resource of the service',
    },
    'all of a service, where the account is known': {
      text: identityPolicy('"sqs:SendMessage"', '«"arn:aws:sqs:*:*:*"»'),
      facts: { account: '111122223333' },
      fixed: identityPolicy('"sqs:SendMessage"', '"arn:aws:sqs:*:111122223333:*"'),
    },
    'all of two services': identityPolicy('"*"', '[«"arn:aws-cn:logs:*:*:*"», «"arn:*:sqs:*:*:**"»]'),
  },
});
