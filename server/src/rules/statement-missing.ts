import * as l10n from '@vscode/l10n';
import { defineRule } from './rule.js';
import { openingOf } from './support/anchor.js';
import { mentions } from './support/elements.js';
import { isUnfinished } from './support/unfinished.js';

/** A policy without statements says nothing, and AWS refuses it. */
export const statementMissing = defineRule({
  id: 'statement-missing',
  defaultLevel: 'error',
  tags: ['correctness'],
  catalogue: ['statement-missing'],
  peers: ['MISSING_STATEMENT', 'MALFORMED', 'E3510', 'E3512', 'missing_statement', 'Statement is required'],
  fixable: 'never',

  *check(context) {
    const { policy } = context;
    if (!mentions(policy.node, 'policy', 'Statement') && !isUnfinished(context, policy.span)) {
      yield {
        span: openingOf(policy),
        message: l10n.t(
          'Missing statements: a policy needs "Statement" with at least one statement, or AWS refuses it.',
        ),
      };
    }
  },
});
