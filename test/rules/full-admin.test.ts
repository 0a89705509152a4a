import { fullAdmin } from '../../server/src/rules/full-admin.js';
import { allowing, KEY, policyOn, WITH_MFA } from '../support/identityPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

ruleTest(fullAdmin, {
  valid: {
    'a list of actions': policyOn(allowing('["kms:Decrypt", "kms:DescribeKey"]')),
    'every action on one key, of which action-star speaks': policyOn(allowing('"*"', KEY)),
    'a condition, which may be what limits it': policyOn(allowing('"*"', '"*"', WITH_MFA)),
    'a Deny': policyOn('{ "Effect": "Deny", "Action": "*", "Resource": "*" }'),
    'everything but a list, of which notaction-allow speaks': policyOn(
      '{ "Effect": "Allow", "NotAction": "*", "Resource": "*" }',
    ),
    'the guardrail that AWS attaches': { kind: 'scp', text: policyOn(allowing('"*"')) },
    'a resource that is known later': policyOn(allowing('"*"', '"{{ resource }}"')),
    'a half-typed statement': '{ "Statement": [{ "Effect": "Allow", "Action": "*", "Resource": "*", "Con',
    'an empty document': '{}',
  },
  invalid: {
    'single values': { kind: 'identity-policy', text: policyOn(allowing('«"*"»')), message: 'administers the account' },
    lists: { kind: 'identity-policy', text: policyOn(allowing('["kms:List*", «"*"»]', `[${KEY}, "*"]`)) },
    'the form with a colon': { kind: 'identity-policy', text: policyOn(allowing('«"*:*"»')) },
    'two statements': { kind: 'identity-policy', text: policyOn(allowing('«"*"»'), allowing('«"*"»')) },
  },
});
