import { notresourceDenyVoid } from '../../server/src/rules/notresource-deny-void.js';
import { identityPolicy } from '../support/identityPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (element: string, resource: string, effect = 'Deny') =>
  identityPolicy('"kms:ScheduleKeyDeletion"', resource, { effect }).replace('"Resource"', element);

ruleTest(notresourceDenyVoid, {
  valid: {
    'a Deny of everything': policy('"Resource"', '"*"'),
    'a Deny of all but a few': policy('"NotResource"', '"arn:aws:kms:*:111122223333:key/*"'),
    'an Allow, of which notresource-allow speaks': policy('"NotResource"', '"*"', 'Allow'),
    'a text that a tool fills in': policy('"NotResource"', '"${var.keys}"'),
  },
  invalid: {
    everything: {
      text: policy('«"NotResource"»', '"*"'),
      fixed: policy('"Resource"', '"*"'),
      message: 'nothing is denied',
    },
    'everything in a list': { text: policy('«"NotResource"»', '["*"]'), fixed: policy('"Resource"', '["*"]') },
    'everything beside others': {
      text: policy('«"NotResource"»', '["arn:aws:kms:*:111122223333:key/*", "*"]'),
      fixed: null,
    },
    'a bucket policy': { text: policy('«"NotResource"»', '"**"'), kind: 'bucket-policy' },
  },
});
