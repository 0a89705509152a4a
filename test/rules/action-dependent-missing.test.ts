import { actionDependentMissing } from '../../server/src/rules/action-dependent-missing.js';
import { allowing, policyOn } from '../support/identityPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

ruleTest(actionDependentMissing, {
  valid: {
    'the companions in the same statement': policyOn(
      allowing('["kms:CreateKey", "kms:PutKeyPolicy", "kms:TagResource"]'),
    ),
    'the companions in another statement, by patterns': policyOn(
      allowing('"kms:CreateKey"'),
      allowing('["kms:Put*", "kms:Tag*"]'),
    ),
    'a Deny, for which nothing is needed': policyOn('{ "Effect": "Deny", "Action": "kms:CreateKey", "Resource": "*" }'),
    'an action without companions': policyOn(allowing('"kms:Decrypt"')),
    'a pattern': policyOn(allowing('"kms:Create*"')),
    'a companion that may come': policyOn(allowing('["kms:CreateKey", "*"]')),
    'a half-typed document': '{ "Statement": [{ "Effect": "Allow", "Action": "kms:CreateKey", "Resource": "*" }',
  },
  invalid: {
    'a single action': {
      text: policyOn(allowing('«"kms:CreateKey"»')),
      fixed: policyOn(allowing('["kms:CreateKey", "kms:PutKeyPolicy", "kms:TagResource"]')),
      message: 'kms:PutKeyPolicy, kms:TagResource',
    },
    'one companion, which a Deny does not give': {
      text: policyOn(
        allowing('[«"kms:createkey"», "kms:PutKeyPolicy"]'),
        '{ "Effect": "Deny", "Action": "kms:TagResource", "Resource": "*" }',
      ),
      fixed: policyOn(
        allowing('["kms:createkey", "kms:PutKeyPolicy", "kms:TagResource"]'),
        '{ "Effect": "Deny", "Action": "kms:TagResource", "Resource": "*" }',
      ),
    },
  },
});
