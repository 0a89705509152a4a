import { kmsInternalAction } from '../../server/src/rules/kms-internal-action.js';
import { allow, keyPolicy, role } from '../support/adminPolicy.js';
import { allowing, KEY, policyOn } from '../support/identityPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

ruleTest(kmsInternalAction, {
  valid: {
    'actions for people': keyPolicy([allow(role('A'), '["kms:ReplicateKey", "kms:UpdatePrimaryRegion"]')]),
    'a pattern': keyPolicy([allow(role('A'), '"kms:*"')]),
    'a Deny': keyPolicy([allow(role('A'), '"kms:SynchronizeMultiRegionKey"').replace('Allow', 'Deny')]),
    'the same name of another service': policyOn(allowing('"s3:SynchronizeMultiRegionKey"', KEY)),
  },
  invalid: {
    'a key policy': {
      text: keyPolicy([allow(role('A'), '["kms:ReplicateKey", «"kms:SynchronizeMultiRegionKey"»]')]),
      fixed: keyPolicy([allow(role('A'), '["kms:ReplicateKey"]')]),
    },
    'an IAM policy': { text: policyOn(allowing('«"KMS:synchronizemultiregionkey"»', KEY)), fixed: null },
  },
});
