import * as l10n from '@vscode/l10n';
import { readString } from '../policy/readPolicy.js';
import { findEntry } from '../source/sourceNode.js';
import { defineRule } from './rule.js';

const EFFECTS = ['Allow', 'Deny'];

/** AWS compares `Effect` with case: `allow` is refused, it is not a weaker `Allow`. */
export const effectInvalid = defineRule({
  id: 'effect-invalid',
  defaultLevel: 'error',
  tags: ['correctness'],
  scope: 'statement',
  catalogue: ['effect-invalid'],
  peers: ['INVALID_EFFECT', 'E3510', 'E3512', 'invalid_effect'],
  fixable: 'sometimes',

  *check({ policy, source }) {
    for (const { node } of policy.statements) {
      const value = findEntry(node, 'Effect')?.value;
      const effect = readString(value)?.known;
      if (value?.kind !== 'scalar' || effect === undefined || EFFECTS.includes(effect)) {
        continue;
      }
      const meant = EFFECTS.find((candidate) => candidate.toLowerCase() === effect.trim().toLowerCase());
      yield {
        span: value.span,
        message:
          meant === undefined
            ? l10n.t('Invalid effect "{0}": only "Allow" and "Deny" exist.', effect)
            : l10n.t('Expected the effect "{0}" to be "{1}": AWS compares it with case.', effect, meant),
        ...(meant !== undefined && {
          fixes: [
            {
              title: l10n.t('Replace with "{0}"', meant),
              safe: true,
              edits: () => source.editor.replaceString(value, meant),
            },
          ],
        }),
      };
    }
  },
});
