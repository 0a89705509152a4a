import { notactionDenyReview } from '../../server/src/rules/notaction-deny-review.js';
import { policyOn, WITH_MFA } from '../support/identityPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const deny = (element: string, { principal = '', resource = '"*"', rest = '', action = '"kms:Decrypt"' } = {}) =>
  policyOn(`{ "Effect": "Deny", ${principal}${element}: ${action}, "Resource": ${resource}${rest} }`);
const ROLE = '"Principal": { "AWS": "arn:aws:iam::111122223333:role/App" }, ';

ruleTest(notactionDenyReview, {
  valid: {
    'a list of what is denied': { kind: 'identity-policy', text: deny('"Action"') },
    'a condition, as in guardrails': { kind: 'identity-policy', text: deny('"NotAction"', { rest: WITH_MFA }) },
    'one bucket': {
      kind: 'identity-policy',
      text: deny('"NotAction"', { resource: '"arn:aws:s3:::amzn-s3-demo-bucket"' }),
    },
    'an Allow': { kind: 'identity-policy', text: deny('"NotAction"').replace('Deny', 'Allow') },
    'a service control policy': { kind: 'scp', text: deny('"NotAction"') },
    'a lockout of everyone, of which lockout-deny-self speaks': {
      kind: 'key-policy',
      text: deny('"NotAction"', { principal: '"Principal": "*", ' }),
    },
    'a lockout of the account': {
      kind: 'key-policy',
      text: deny('"NotAction"', { principal: '"Principal": { "AWS": "111122223333" }, ' }),
    },
    'a half-typed statement': '{ "Statement": [{ "Effect": "Deny", "NotAction": "kms:Decrypt", "Resource": "*", "Co',
  },
  invalid: {
    'an IAM policy': {
      kind: 'identity-policy',
      text: deny('«"NotAction"»'),
      message: 'every action that is not listed',
    },
    'a key policy about one role': { kind: 'key-policy', text: deny('«"NotAction"»', { principal: ROLE }) },
    'everyone, who may still change the policy': {
      kind: 'key-policy',
      text: deny('«"NotAction"»', { principal: '"Principal": "*", ', action: '["kms:Decrypt", "kms:PutKeyPolicy"]' }),
    },
  },
});
