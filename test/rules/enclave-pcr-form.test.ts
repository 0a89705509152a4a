import { enclavePcrForm } from '../../server/src/rules/enclave-pcr-form.js';
import { identityWithCondition, withCondition } from '../support/conditionPolicy.js';
import { MEASUREMENT } from '../support/enclavePolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const UPPER = MEASUREMENT.toUpperCase();
const ZEROS = '0'.repeat(96);
const test = (values: string, operator = 'StringEqualsIgnoreCase', key = 'kms:RecipientAttestation:PCR0') =>
  `{ "${operator}": { "${key}": ${values} } }`;

ruleTest(enclavePcrForm, {
  valid: {
    'a measurement': withCondition(test(`"${MEASUREMENT}"`, 'StringEquals')),
    'capitals where case does not matter': withCondition(test(`"${UPPER}"`)),
    'a pattern': withCondition(test('"0a1b*"', 'StringLike')),
    'a wildcard that is none, of which another rule speaks': withCondition(test('"0a1b*"', 'StringEquals')),
    'zeros in a register that may be empty': withCondition(
      test(`"${ZEROS}"`, 'StringEquals', 'kms:RecipientAttestation:PCR8'),
    ),
    'a test for presence': withCondition(test('"false"', 'Null')),
    'a register that does not exist': withCondition(test('"x"', 'StringEquals', 'kms:RecipientAttestation:PCR99')),
    'a variable': withCondition(test('"${aws:PrincipalTag/Pcr0}"')),
    'a text that a tool fills in': withCondition(test('"{{ pcr0 }}"')),
  },
  invalid: {
    capitals: {
      text: withCondition(test(`«"${UPPER}"»`, 'StringEquals')),
      fixed: withCondition(test(`"${MEASUREMENT}"`, 'StringEquals')),
    },
    'a prefix': {
      text: withCondition(test(`«"0x${MEASUREMENT}"»`)),
      fixed: withCondition(test(`"${MEASUREMENT}"`)),
    },
    'too short, in a list': {
      text: withCondition(test(`["${MEASUREMENT}", «"0a1b2c"»]`)),
      fixed: null,
      message: '96',
    },
    'SHA-256 instead of SHA-384, in an IAM policy': identityWithCondition(
      test(`«"${MEASUREMENT.slice(32)}"»`, 'StringEquals', 'KMS:recipientattestation:imagesha384'),
    ),
    'letters beyond f': withCondition(test(`«"${'g'.repeat(96)}"»`)),
    'debug mode': { text: withCondition(test(`«"${ZEROS}"»`)), fixed: null, message: 'debug' },
    'a Deny of the others': withCondition(test(`«"${UPPER}"»`, 'StringNotEquals'), { effect: 'Deny' }),
    'two registers': withCondition(
      '{ "StringEquals": { "kms:RecipientAttestation:PCR1": «"x"», "kms:RecipientAttestation:NitroTPMPCR4": «"y"» } }',
    ),
  },
});
