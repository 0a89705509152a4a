import { keyActionRetiregrant } from '../../server/src/rules/key-action-retiregrant.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (action: string) => `{ "Version": "2012-10-17", "Statement": [{ "Sid": "관리",
  "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": ${action}, "Resource": "*" }] }`;

ruleTest(keyActionRetiregrant, {
  valid: {
    'other actions on grants': policy('["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"]'),
    'a pattern that covers it': policy('["kms:*", "kms:Re*"]'),
    'a Deny, which works': policy('"kms:RetireGrant"').replace('Allow', 'Deny'),
    'an exception': policy('"kms:RetireGrant"').replace('"Action"', '"NotAction"'),
    'an identity policy': '{ "Statement": { "Effect": "Allow", "Action": "kms:RetireGrant", "Resource": "*" } }',
  },
  invalid: {
    'the only action': { text: policy('«"kms:RetireGrant"»'), fixed: null, message: 'the grant itself' },
    'one of several': {
      text: policy('["kms:CreateGrant", «"kms:retiregrant"»]'),
      fixed: policy('["kms:CreateGrant"]'),
    },
  },
});
