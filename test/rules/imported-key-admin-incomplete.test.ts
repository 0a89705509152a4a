import { importedKeyAdminIncomplete } from '../../server/src/rules/imported-key-admin-incomplete.js';
import { allow, keyPolicy, role } from '../support/adminPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const facts = { keyOrigin: 'EXTERNAL' };
const admin = (action: string) => keyPolicy([allow(role('Admin'), action)]);
const mark = (text: string) => text.replace('"Action"', '«"Action"»');

ruleTest(importedKeyAdminIncomplete, {
  valid: {
    'a key of which nothing is known': admin('"kms:Put*"'),
    'material of KMS': { text: admin('"kms:Put*"'), facts: { keyOrigin: 'AWS_KMS' } },
    'both actions': { text: admin('["kms:Put*", "kms:Get*", "kms:ImportKeyMaterial"]'), facts },
    everything: { text: admin('"kms:*"'), facts },
    'both by another statement': {
      text: keyPolicy([
        allow(role('Admin'), '"kms:Put*"'),
        allow(role('Admin'), '["kms:GetParametersForImport", "kms:ImportKeyMaterial"]'),
      ]),
      facts,
    },
    'a user': { text: admin('"kms:Decrypt"'), facts },
    'the account': { text: keyPolicy([allow('{ "AWS": "111122223333" }', '"kms:Put*"')]), facts },
    'a half-typed policy': { text: admin('"kms:Put*"').slice(0, -2), facts },
  },
  invalid: {
    neither: {
      text: mark(admin('"kms:Put*"')),
      facts,
      fixed: admin('["kms:Put*", "kms:GetParametersForImport", "kms:ImportKeyMaterial"]'),
    },
    'half of it': {
      text: mark(admin('["kms:Put*", "kms:Get*"]')),
      facts,
      fixed: admin('["kms:Put*", "kms:Get*", "kms:ImportKeyMaterial"]'),
      message: '"kms:ImportKeyMaterial"',
    },
    'the origin by a condition': mark(
      keyPolicy([
        allow(role('Admin'), '"kms:PutKeyPolicy"').replace(
          / }$/,
          ', "Condition": { "StringEquals": { "kms:KeyOrigin": "EXTERNAL" } } }',
        ),
      ]),
    ),
  },
});
