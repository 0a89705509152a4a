import * as l10n from '@vscode/l10n';
import { ATTESTED_ACTIONS } from '../knowledge/attestation.js';
import { defineRule } from './rule.js';
import { attestedStatements, demandedAttestations } from './support/attestation.js';
import { listKmsActions, splitOrRemoveFixes } from './support/deadActions.js';

/** Operations that answer nothing secret take no attestation document, so a condition on one shuts them out. */
export const enclaveWrongAction = defineRule({
  id: 'enclave-wrong-action',
  defaultLevel: 'warning',
  tags: ['correctness'],
  kinds: ['key-policy', 'identity-policy'],
  catalogue: ['enclave-wrong-action'],
  peers: ['UNSUPPORTED_ACTION_FOR_CONDITION_KEY'],
  fixable: 'sometimes',

  *check(context) {
    for (const statement of attestedStatements(context)) {
      const conditions = demandedAttestations(context, statement).map(({ condition }) => condition);
      const [first] = conditions;
      if (first === undefined) {
        continue;
      }
      for (const item of listKmsActions(context, statement)) {
        // GenerateRandom takes a document, and concerns no key.
        if (item.actions.some(({ name }) => ATTESTED_ACTIONS.includes(name) || name === 'GenerateRandom')) {
          continue;
        }
        yield {
          span: item.value.span,
          message: l10n.t(
            'Unreachable action "{0}": its requests carry no attestation document, so the condition on "{1}" never lets it through.',
            item.text,
            first.keyName,
          ),
          fixes: splitOrRemoveFixes(context, statement, item, conditions),
        };
      }
    }
  },
});
