import { enclavePcrGolden } from '../../server/src/rules/enclave-pcr-golden.js';
import { identityWithCondition, withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const TRUSTED = 'a'.repeat(96);
const OLD = 'b'.repeat(96);
const facts = { trustedMeasurements: { PCR0: [TRUSTED], PCR8: [TRUSTED, 'c'.repeat(96)] } };
const test = (values: string, key = 'kms:RecipientAttestation:PCR0', operator = 'StringEqualsIgnoreCase') =>
  `{ "${operator}": { "${key}": ${values} } }`;

ruleTest(enclavePcrGolden, {
  valid: {
    'no list': withCondition(test(`"${OLD}"`)),
    'a trusted value': { text: withCondition(test(`"${TRUSTED}"`)), facts },
    'a trusted value in capitals': { text: withCondition(test(`"${TRUSTED.toUpperCase()}"`)), facts },
    'a register without a list': { text: withCondition(test(`"${OLD}"`, 'kms:RecipientAttestation:PCR3')), facts },
    'a text that is no measurement': { text: withCondition(test('"latest"')), facts },
    'a Deny': { text: withCondition(test(`"${OLD}"`), { effect: 'Deny' }), facts },
    'every value but one': {
      text: withCondition(test(`"${OLD}"`, 'kms:RecipientAttestation:PCR0', 'StringNotEquals')),
      facts,
    },
  },
  invalid: {
    'an old build beside the trusted one': {
      text: withCondition(test(`["${TRUSTED}", «"${OLD}"»]`)),
      facts,
      message: 'PCR0',
    },
    'another value': {
      text: withCondition(test(`«"${OLD}"»`)),
      facts,
      fixed: withCondition(test(`"${TRUSTED}"`)),
    },
    'the image by its other name, in an IAM policy': {
      text: identityWithCondition(test(`«"${OLD}"»`, 'KMS:recipientattestation:imagesha384')),
      facts,
    },
    'one of several trusted values is not guessed': {
      text: withCondition(test(`«"${OLD}"»`, 'kms:RecipientAttestation:PCR8')),
      facts,
      fixed: null,
    },
  },
});
