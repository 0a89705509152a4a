import * as l10n from '@vscode/l10n';
import { defineRule, type RuleContext } from './rule.js';
import { demandedAttestations } from './support/attestation.js';
import { fixedValues } from './support/conditions.js';
import { replaceStringFix } from './support/fixes.js';

/** A measurement that no image on the list of trusted builds has: an old build, or somebody else's. */
export const enclavePcrGolden = defineRule({
  id: 'enclave-pcr-golden',
  defaultLevel: 'warning',
  tags: ['security'],
  kinds: ['key-policy', 'identity-policy'],
  scope: 'statement',
  catalogue: ['enclave-pcr-golden'],
  peers: ['kms_key_enclave_attestation_pcr_mismatch'],
  fixable: 'sometimes',

  *check(context) {
    for (const statement of context.policy.statements) {
      for (const { condition, register } of statement.effect === 'Allow'
        ? demandedAttestations(context, statement)
        : []) {
        const trusted = trustedFor(context, register);
        if (trusted === undefined || condition.parsed.operator.family !== 'String') {
          continue;
        }
        for (const value of fixedValues(condition.values)) {
          // Other forms are for enclave-pcr-form.
          if (!/^[\da-f]+$/i.test(value.known) || trusted.includes(value.known.toLowerCase())) {
            continue;
          }
          const [only] = trusted;
          yield {
            span: value.span,
            message: l10n.t(
              'Untrusted measurement "{0}": it is not on your list of trusted values for {1}.',
              value.known,
              register,
            ),
            fixes: only === undefined || trusted.length > 1 ? [] : replaceStringFix(context, value, only, false),
          };
        }
      }
    }
  },
});

/** `ImageSha384` is another name of PCR0. Undefined without a list. */
function trustedFor({ facts }: RuleContext, register: string): readonly string[] | undefined {
  const lists = facts.trustedMeasurements ?? {};
  const list = lists[register] ?? (register === 'ImageSha384' ? lists['PCR0'] : undefined);
  return list?.map((value) => value.toLowerCase());
}
