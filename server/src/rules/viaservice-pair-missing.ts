import * as l10n from '@vscode/l10n';
import { pairedViaService, parseViaService } from '../knowledge/viaServices.js';
import { matchesWildcard } from '../policy/wildcard.js';
import { defineRule } from './rule.js';
import { demandsKey, fixedValues, readLegalConditions } from './support/conditions.js';
import { testsViaService } from './support/viaService.js';

/** ElastiCache comes under two names; with one of them part of its requests is refused (kms-facts section 10). */
export const viaservicePairMissing = defineRule({
  id: 'viaservice-pair-missing',
  defaultLevel: 'info',
  tags: ['correctness', 'encryption'],
  kinds: ['key-policy', 'identity-policy'],
  scope: 'statement',
  catalogue: ['viaservice-pair-missing'],
  fixable: 'always',

  *check(context) {
    for (const statement of context.policy.statements) {
      for (const condition of statement.effect === 'Allow' ? readLegalConditions(context, statement) : []) {
        if (!testsViaService(condition) || !demandsKey(condition)) {
          continue;
        }
        const values = [...fixedValues(condition.values)];
        const isComplete = values.length === condition.values.length;
        for (const value of isComplete ? values : []) {
          const parsed = parseViaService(value.known);
          const other = parsed === undefined ? undefined : pairedViaService(parsed.prefix);
          const missing = parsed === undefined || other === undefined ? '' : value.known.replace(parsed.prefix, other);
          if (
            parsed === undefined ||
            other === undefined ||
            values.some(({ known }) => matchesWildcard(known, missing))
          ) {
            continue;
          }
          yield {
            span: value.span,
            message: l10n.t(
              'Incomplete condition: the service of "{0}" also calls as "{1}". List both.',
              value.known,
              missing,
            ),
            fixes: [
              {
                title: l10n.t('Add "{0}"', missing),
                safe: false,
                edits: () => context.source.editor.insert(condition.path, missing),
              },
            ],
          };
        }
      }
    }
  },
});
