import * as l10n from '@vscode/l10n';
import { attestedRegisterOf, IMAGE_REGISTERS, MEASUREMENT_DIGITS } from '../knowledge/attestation.js';
import { hasWildcard } from '../policy/wildcard.js';
import { defineRule } from './rule.js';
import { fixedValues, listLegalConditions } from './support/conditions.js';
import { replaceStringFix } from './support/fixes.js';
import { KMS_CONDITION_KINDS } from './support/kmsKinds.js';

/** KMS writes a measurement as 96 hexadecimal digits in lower case; anything else never matches. */
export const enclavePcrForm = defineRule({
  id: 'enclave-pcr-form',
  defaultLevel: 'error',
  tags: ['correctness', 'security'],
  kinds: KMS_CONDITION_KINDS,
  scope: 'statement',
  catalogue: ['enclave-pcr-form'],
  fixable: 'sometimes',

  *check(context) {
    for (const { keyName, parsed, values } of listLegalConditions(context)) {
      const register = attestedRegisterOf(keyName);
      if (register === undefined || parsed.operator.family !== 'String') {
        continue;
      }
      for (const value of fixedValues(values)) {
        if (hasWildcard(value.known)) {
          continue; // under `StringEquals` cond-wildcard-needs-like reports it
        }
        const message = describeFault(value.known, register, parsed.operator.ignoresCase);
        if (message !== undefined) {
          const meant = repair(value.known);
          const fixes =
            meant === undefined || meant === value.known ? [] : replaceStringFix(context, value, meant, false);
          yield { span: value.span, message, fixes };
        }
      }
    }
  },
});

function describeFault(text: string, register: string, ignoresCase: boolean): string | undefined {
  if (!isMeasurement(text)) {
    return l10n.t(
      'Invalid value "{0}": {1} is {2} hexadecimal digits, without blanks or prefix.',
      text,
      register,
      MEASUREMENT_DIGITS,
    );
  }
  if (/^0+$/.test(text)) {
    // Registers beside those of the image are zero where nothing was measured into them.
    return IMAGE_REGISTERS.includes(register)
      ? l10n.t(
          'Invalid value "{0}": {1} is all zeros in debug mode only, in which an enclave protects nothing.',
          text,
          register,
        )
      : undefined;
  }
  return !ignoresCase && text !== text.toLowerCase()
    ? l10n.t(
        'Expected "{0}" to be in lower case: KMS compares letter case, and writes measurements in lower case.',
        text,
      )
    : undefined;
}

function isMeasurement(text: string): boolean {
  return text.length === MEASUREMENT_DIGITS && /^[\da-f]+$/i.test(text);
}

/** Without what tools print round the digits; undefined when that is no measurement either. */
function repair(text: string): string | undefined {
  const digits = text
    .replace(/^(?:0x|sha384:)/i, '')
    .replace(/[\s:_-]/g, '')
    .toLowerCase();
  return isMeasurement(digits) ? digits : undefined;
}
