import * as l10n from '@vscode/l10n';
import { defineRule } from './rule.js';
import { openingOf } from './support/anchor.js';
import { finishedStatements, mentions } from './support/elements.js';

/** A statement must say whether it allows or denies; there is no default. */
export const effectMissing = defineRule({
  id: 'effect-missing',
  defaultLevel: 'error',
  tags: ['correctness'],
  scope: 'statement',
  catalogue: ['effect-missing'],
  peers: ['MISSING_EFFECT', 'MALFORMED', 'E3510', 'E3512', 'missing_effect', 'Effect'],
  fixable: 'never',

  *check(context) {
    for (const { node } of finishedStatements(context)) {
      if (!mentions(node, 'statement', 'Effect')) {
        yield {
          span: openingOf(node),
          message: l10n.t(
            'Missing effect: the statement needs "Effect" with "Allow" or "Deny", or AWS refuses the policy.',
          ),
        };
      }
    }
  },
});
