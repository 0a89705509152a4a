import { enclaveAttestationMissing } from '../../server/src/rules/enclave-attestation-missing.js';
import { ACCOUNT_STATEMENT, allow, keyPolicy, role } from '../support/adminPolicy.js';
import { attested, conditioned, DENY_WITHOUT_ENCLAVE, enclavePolicy } from '../support/enclavePolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const DECRYPT = '"kms:Decrypt"';

ruleTest(enclaveAttestationMissing, {
  valid: {
    'a key that is not for enclaves': keyPolicy([allow(role('App'), DECRYPT)]),
    'an attestation in every statement': enclavePolicy(
      conditioned(allow(role('Other'), DECRYPT), attested('StringEquals', 'PCR3')),
    ),
    'encryption outside of the enclave': enclavePolicy(
      allow(role('Writer'), '["kms:Encrypt", "kms:GenerateDataKey*", "kms:DescribeKey"]'),
    ),
    'the account, of which another rule speaks': enclavePolicy(ACCOUNT_STATEMENT),
    'a Deny that closes the way': enclavePolicy(allow(role('App'), DECRYPT), DENY_WITHOUT_ENCLAVE),
    'a service': enclavePolicy(allow('{ "Service": "s3.amazonaws.com" }', DECRYPT)),
    'an attestation that may be absent, which guards nothing': keyPolicy([
      conditioned(allow(role('EnclaveParent'), DECRYPT), attested('StringEqualsIfExists')),
      allow(role('App'), DECRYPT),
    ]),
    'a half-typed statement': enclavePolicy(allow(role('App'), DECRYPT)).slice(0, -24),
  },
  invalid: {
    'the role that runs the enclave': enclavePolicy(
      allow('{ "AWS": «"arn:aws:iam::111122223333:role/EnclaveParent"» }', DECRYPT),
    ),
    'everyone, limited in another way': {
      text: enclavePolicy(
        conditioned(allow('«"*"»', '["kms:*"]'), '{ "StringEquals": { "kms:CallerAccount": "111122223333" } }'),
      ),
      level: 'info',
    },
    'another role, who may be meant to read': {
      text: enclavePolicy(allow('{ "AWS": «"arn:aws:iam::111122223333:role/App"» }', DECRYPT)),
      level: 'info',
    },
    'two statements': {
      text: enclavePolicy(
        allow('{ "AWS": «"arn:aws:iam::111122223333:role/A"» }'),
        allow('{ "AWS": ["111122223333", «"arn:aws-cn:iam::111122223333:user/B"»] }', '"kms:Dec*"'),
      ),
      level: 'info',
    },
  },
});
