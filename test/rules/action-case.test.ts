import { actionCase } from '../../server/src/rules/action-case.js';
import { allowing, KEY, policyOn } from '../support/identityPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

ruleTest(actionCase, {
  valid: {
    'as AWS writes it': policyOn(allowing('["kms:Decrypt", "kms:GenerateDataKey*", "*"]', KEY)),
    'a pattern in another case': policyOn(allowing('"kms:get*"', KEY)),
    'an action that nobody knows': policyOn(allowing('"kms:decryptt"', KEY)),
    'a half-typed action': '{ "Statement": [{ "Effect": "Allow", "Action": "kms:decr',
  },
  invalid: {
    'an action': { text: policyOn(allowing('«"kms:decrypt"»', KEY)), fixed: policyOn(allowing('"kms:Decrypt"', KEY)) },
    'the service of a pattern, and NotAction': {
      text: policyOn(
        allowing('[«"KMS:Get*"», "kms:Decrypt"]', KEY),
        '{ "Effect": "Deny", "NotAction": «"Logs:PutLogEvents"», "Resource": "*" }',
      ),
      fixed: policyOn(
        allowing('["kms:Get*", "kms:Decrypt"]', KEY),
        '{ "Effect": "Deny", "NotAction": "logs:PutLogEvents", "Resource": "*" }',
      ),
    },
  },
});
