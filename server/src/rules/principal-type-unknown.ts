import * as l10n from '@vscode/l10n';
import { nearestName } from '../knowledge/nearest.js';
import { PRINCIPAL_TYPES } from '../knowledge/policyElements.js';
import { defineRule } from './rule.js';
import { replaceKeyFix } from './support/fixes.js';
import { PRINCIPAL_KINDS } from './support/kinds.js';
import { isUnfinished } from './support/unfinished.js';

/** The types of principals are four words, compared with case. */
export const principalTypeUnknown = defineRule({
  id: 'principal-type-unknown',
  defaultLevel: 'error',
  tags: ['correctness'],
  kinds: PRINCIPAL_KINDS,
  scope: 'statement',
  catalogue: ['principal-type-unknown'],
  peers: ['INVALID_PRINCIPAL_KEY', 'UNKNOWN_PRINCIPAL'],
  fixable: 'sometimes',

  *check(context) {
    for (const { principal } of context.policy.statements) {
      const types = principal?.entry.value;
      if (types?.kind !== 'mapping') {
        continue;
      }
      for (const { key, value } of types.entries) {
        const written = String(key.value);
        if (
          PRINCIPAL_TYPES.some((type) => type === written) ||
          value === undefined ||
          isUnfinished(context, key.span)
        ) {
          continue;
        }
        const meant = nearestName(written, PRINCIPAL_TYPES);
        const isCaseOnly = meant?.toLowerCase() === written.toLowerCase();
        const isTaken = types.entries.some((entry) => entry.key.value === meant);
        yield {
          span: key.span,
          message:
            meant !== undefined && isCaseOnly
              ? l10n.t('Expected the principal type "{0}" to be "{1}": AWS compares it with case.', written, meant)
              : l10n.t(
                  'Unknown principal type "{0}": only "AWS", "Service", "Federated" and "CanonicalUser" exist.',
                  written,
                ),
          ...(meant !== undefined && !isTaken && { fixes: [replaceKeyFix(context, key, meant, isCaseOnly)] }),
        };
      }
    }
  },
});
