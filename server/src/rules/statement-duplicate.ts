import * as l10n from '@vscode/l10n';
import { defineRule } from './rule.js';
import { openingOf } from './support/anchor.js';
import { removeStatementFix } from './support/statementFixes.js';
import { comparableStatements, type StatementSets } from './support/statementSets.js';

/** The same statement twice; a reader looks for the difference, and the next edit may forget one of them. */
export const statementDuplicate = defineRule({
  id: 'statement-duplicate',
  defaultLevel: 'info',
  tags: ['style'],
  catalogue: ['statement-duplicate'],
  peers: ['REDUNDANT_STATEMENT'],
  fixable: 'always',

  *check(context) {
    const first = new Map<string, StatementSets>();
    for (const sets of comparableStatements(context)) {
      const original = first.get(sets.key);
      if (original === undefined) {
        first.set(sets.key, sets);
        continue;
      }
      yield {
        span: openingOf(sets.statement),
        message: l10n.t('Duplicate statement: it says the same as statement {0}.', original.statement.index + 1),
        related: [{ span: openingOf(original.statement), message: l10n.t('This one says the same.') }],
        fixes: removeStatementFix(context, sets.statement),
      };
    }
  },
});
