import { keyAdminCreatesGrants } from '../../server/src/rules/key-admin-creates-grants.js';
import { ACCOUNT_STATEMENT, allow, keyPolicy, role } from '../support/adminPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const admin = (action: string) => keyPolicy([ACCOUNT_STATEMENT, allow(role('KeyAdmin'), action)]);

ruleTest(keyAdminCreatesGrants, {
  valid: {
    'the action by its name': admin('["kms:CreateGrant", "kms:Put*"]'),
    'everything, of which other rules speak': admin('"kms:*"'),
    'a pattern about grants': admin('["kms:*Grant", "kms:Put*"]'),
    'aliases alone': admin('["kms:CreateAlias", "kms:Put*"]'),
    'no administrator': admin('"kms:Create*"'),
    'the account': keyPolicy([allow('{ "AWS": "111122223333" }', '["kms:Create*", "kms:Put*"]')]),
    'a condition': keyPolicy([
      allow(role('KeyAdmin'), '["kms:Create*", "kms:Put*"]').replace(
        / }$/,
        ', "Condition": { "Bool": { "kms:GrantIsForAWSResource": "true" } } }',
      ),
    ]),
    'a half-typed policy': admin('["kms:Create*", "kms:Put*"]').slice(0, -2),
  },
  invalid: {
    "the console's pattern": {
      text: admin('[«"kms:Create*"», "kms:Put*"]'),
      fixed: admin('["kms:CreateAlias", "kms:Put*"]'),
    },
    'a wider pattern, in other letter case': {
      text: admin('[«"KMS:c*"», "kms:Put*"]'),
      fixed: admin('["kms:CancelKeyDeletion", "kms:CreateAlias", "kms:Put*"]'),
    },
    'administration by another statement': {
      text: keyPolicy([allow(role('A'), '«"kms:Create*"»'), allow(role('A'), '"kms:PutKeyPolicy"')]),
      fixed: keyPolicy([allow(role('A'), '["kms:CreateAlias"]'), allow(role('A'), '"kms:PutKeyPolicy"')]),
    },
  },
});
