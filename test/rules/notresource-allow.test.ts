import { notresourceAllow } from '../../server/src/rules/notresource-allow.js';
import { identityPolicy } from '../support/identityPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (element: string, effect = 'Allow') =>
  identityPolicy('"kms:Decrypt"', '"arn:aws:kms:us-east-1:111122223333:key/*"', { effect }).replace(
    '"Resource"',
    element,
  );

ruleTest(notresourceAllow, {
  valid: {
    'the resources that are meant': policy('"Resource"'),
    'a Deny of all but a few': policy('"NotResource"', 'Deny'),
    'an unknown effect': policy('"NotResource"', 'allow'),
    'a service control policy, where an Allow grants nothing': { text: policy('"NotResource"'), kind: 'scp' },
    'both elements, which element-conflict reports': policy('"Resource": "*", "NotResource"'),
  },
  invalid: {
    'an IAM policy': { text: policy('«"NotResource"»'), message: 'created later' },
    'a bucket policy': { text: policy('«"NotResource"»'), kind: 'bucket-policy' },
  },
});
