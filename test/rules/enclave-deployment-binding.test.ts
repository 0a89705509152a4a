import { enclaveDeploymentBinding } from '../../server/src/rules/enclave-deployment-binding.js';
import { ACCOUNT_STATEMENT, allow, keyPolicy, role } from '../support/adminPolicy.js';
import { attested, conditioned, MEASUREMENT } from '../support/enclavePolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const everyone = (condition: string, principal = '"*"') => conditioned(allow(principal, '"kms:Decrypt"'), condition);
const PCR0 = `"StringEqualsIgnoreCase": { "kms:RecipientAttestation:PCR0": "${MEASUREMENT}" }`;

ruleTest(enclaveDeploymentBinding, {
  valid: {
    'a role': keyPolicy([conditioned(allow(role('EnclaveParent'), '"kms:Decrypt"'), attested())]),
    'an account': keyPolicy([conditioned(allow('{ "AWS": "111122223333" }', '"kms:Decrypt"'), attested())]),
    'the role of the instance': keyPolicy([everyone(attested('StringEquals', 'PCR0', 'PCR3'))]),
    'the signer of the image': keyPolicy([everyone(attested('StringEquals', 'PCR8'))]),
    'an account in the condition': keyPolicy([
      everyone(`{ ${PCR0}, "StringEquals": { "kms:CallerAccount": "111122223333" } }`),
    ]),
    'no attestation': keyPolicy([allow('"*"', '"kms:Decrypt"')]),
    'a Deny': keyPolicy([everyone(attested()).replace('Allow', 'Deny')]),
  },
  invalid: {
    everyone: {
      text: keyPolicy([ACCOUNT_STATEMENT, everyone(attested(), '«"*"»')]),
      fixed: keyPolicy([
        ACCOUNT_STATEMENT,
        everyone(`{ ${PCR0}, "StringEquals": { "kms:CallerAccount": "111122223333" } }`),
      ]),
      message: 'PCR0',
    },
    'everyone under AWS, with several registers of the image': {
      text: keyPolicy([everyone(attested('StringEquals', 'ImageSha384', 'PCR1', 'PCR2'), '{ "AWS": «"*"» }')]),
      fixed: null,
      message: 'ImageSha384, PCR1, PCR2',
    },
    'two statements': keyPolicy([everyone(attested(), '«"*"»'), everyone(attested(), '«"*"»')]),
  },
});
