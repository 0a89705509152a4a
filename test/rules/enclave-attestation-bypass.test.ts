import { enclaveAttestationBypass } from '../../server/src/rules/enclave-attestation-bypass.js';
import { ACCOUNT_STATEMENT, allow, keyPolicy, role } from '../support/adminPolicy.js';
import {
  attested,
  conditioned,
  DENY_WITHOUT_ENCLAVE,
  ENCLAVE_STATEMENT,
  enclavePolicy,
} from '../support/enclavePolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const ROOT = '"arn:aws:iam::111122223333:root"';

ruleTest(enclaveAttestationBypass, {
  valid: {
    'a key that is not for enclaves': keyPolicy([ACCOUNT_STATEMENT]),
    'no statement for an account': enclavePolicy(),
    'an account that may manage only': enclavePolicy(allow(`{ "AWS": ${ROOT} }`, '["kms:Describe*", "kms:Put*"]')),
    'a Deny that closes the way': enclavePolicy(ACCOUNT_STATEMENT, DENY_WITHOUT_ENCLAVE),
    'an attestation for the account': enclavePolicy(conditioned(ACCOUNT_STATEMENT, attested())),
    'a role, of which another rule speaks': enclavePolicy(allow(role('App'), '"kms:Decrypt"')),
    'a half-typed policy': enclavePolicy(ACCOUNT_STATEMENT).slice(0, -3),
  },
  invalid: {
    'the account statement': {
      text: keyPolicy([ACCOUNT_STATEMENT.replace(ROOT, `«${ROOT}»`), ENCLAVE_STATEMENT]),
      message: '"kms:Decrypt"',
      fixed: keyPolicy([
        ACCOUNT_STATEMENT,
        ENCLAVE_STATEMENT,
        '{ "Sid": "DenyUseOutsideOfEnclaves", "Effect": "Deny", "Principal": { "AWS": "*" }, "Action": ["kms:Decrypt"], "Resource": "*", "Condition": { "Null": { "kms:RecipientAttestation:PCR0": "true" } } }',
      ]),
    },
    'two accounts, of which the first speaks for both': enclavePolicy(
      allow('{ "AWS": [«"111122223333"», "444455556666"] }'),
      allow('{ "AWS": "444455556666" }'),
    ),
  },
});
