import { resourceStar } from '../../server/src/rules/resource-star.js';
import { identityPolicy } from '../support/identityPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

ruleTest(resourceStar, {
  valid: {
    'a key': identityPolicy('"kms:Encrypt"', '"arn:aws:kms:us-east-1:111122223333:key/*"'),
    'an action that has no resource': identityPolicy('["kms:Encrypt", "kms:ListKeys"]', '"*"'),
    'a condition': identityPolicy('"kms:Encrypt"', '"*"', { condition: '{ "Bool": { "aws:ViaAWSService": "true" } }' }),
    'an action that is not known': identityPolicy('["kms:Encrypt", "kms:Decryt"]', '"*"'),
    'every action': identityPolicy('"*"', '"*"'),
    'a Deny': identityPolicy('"kms:Encrypt"', '"*"', { effect: 'Deny' }),
    'a key policy': { text: identityPolicy('"kms:Encrypt"', '"*"'), kind: 'key-policy' },
  },
  invalid: {
    everything: {
      text: identityPolicy('["kms:Encrypt", "logs:PutLogEvents"]', '«"*"»'),
      message: 'Unscoped resource',
      fixed: null,
    },
    'all keys, where the account is known': {
      text: identityPolicy('"kms:Encrypt"', '«"*"»'),
      facts: { account: '111122223333', region: 'us-gov-west-1' },
      fixed: identityPolicy('"kms:Encrypt"', '"arn:aws-us-gov:kms:*:111122223333:key/*"'),
    },
    'everything in a list': identityPolicy('"kms:GenerateDataKey*"', '["arn:aws:kms:*:111122223333:key/*", «"*"»]'),
  },
});
