import { nobodyDecrypts } from '../../server/src/rules/nobody-decrypts.js';
import { ACCOUNT_STATEMENT, allow, keyPolicy, role } from '../support/adminPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

/** An administrator in the words of AWS's own statement, who may create grants. */
const ADMIN = allow(role('Admin'), '["kms:Create*", "kms:Put*", "kms:Get*"]');

ruleTest(nobodyDecrypts, {
  valid: {
    'a reader': keyPolicy([ADMIN, allow(role('Writer'), '"kms:Encrypt"'), allow(role('Reader'), '"kms:Decrypt"')]),
    'a reader by pattern': keyPolicy([
      ADMIN,
      allow(role('Writer'), '"kms:Encrypt"'),
      allow(role('Reader'), '"kms:De*"'),
    ]),
    'the account': keyPolicy([ACCOUNT_STATEMENT, allow(role('Writer'), '"kms:Encrypt"')]),
    'a move to another key': keyPolicy([ADMIN, allow(role('Writer'), '["kms:Encrypt", "kms:ReEncryptFrom"]')]),
    'somebody who may create grants': keyPolicy([ADMIN, allow(role('Writer'), '["kms:Encrypt", "kms:CreateGrant"]')]),
    'an Allow for all but some actions': keyPolicy([
      ADMIN,
      allow(role('Writer'), '"kms:Encrypt"'),
      allow(role('X'), '"kms:PutKeyPolicy"').replace('"Action"', '"NotAction"'),
    ]),
    signing: keyPolicy([ADMIN, allow(role('Signer'), '"kms:Sign"')]),
    'an action known at deployment': keyPolicy([ADMIN, allow(role('Writer'), '["kms:Encrypt", "{{ action }}"]')]),
    'a half-typed policy': `{ "Version": "2012-10-17", "Statement": [${ADMIN}, ${allow(role('Writer'), '"kms:Encrypt"')}, {`,
  },
  invalid: {
    'a writer': {
      text: keyPolicy([ADMIN, allow(role('Writer'), '«"kms:Encrypt"»')]),
      fixed: keyPolicy([ADMIN, allow(role('Writer'), '["kms:Encrypt", "kms:Decrypt"]')]),
    },
    'a service that makes data keys': {
      text: keyPolicy([
        ADMIN,
        allow('{ "Service": "sns.amazonaws.com" }', '["kms:DescribeKey", «"KMS:generatedatakey*"»]'),
      ]),
      fixed: keyPolicy([
        ADMIN,
        allow('{ "Service": "sns.amazonaws.com" }', '["kms:DescribeKey", "KMS:generatedatakey*", "kms:Decrypt"]'),
      ]),
    },
    'one of two writers': keyPolicy([ADMIN, allow(role('A'), '«"kms:Encrypt"»'), allow(role('B'), '"kms:Encrypt"')]),
    'a Deny of it all': keyPolicy([
      ADMIN,
      allow(role('A'), '«"kms:Encrypt"»'),
      allow(role('B')).replace('Allow', 'Deny'),
    ]),
  },
});
