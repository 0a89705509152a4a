import * as l10n from '@vscode/l10n';
import { defineRule } from './rule.js';
import { openingOf } from './support/anchor.js';
import { finishedStatements, mentions } from './support/elements.js';

/**
 * A statement without actions. KMS stored such statements until 18 August 2025 and ignored them; since then it refuses
 * them (reference README, point 1).
 */
export const actionMissing = defineRule({
  id: 'action-missing',
  defaultLevel: 'error',
  tags: ['correctness'],
  scope: 'statement',
  catalogue: ['action-missing'],
  peers: ['MISSING_ACTION', 'MALFORMED', 'E3510', 'E3512', 'missing_action', 'One of Action or NotAction'],
  fixable: 'never',

  *check(context) {
    for (const { node } of finishedStatements(context)) {
      if (mentions(node, 'statement', 'Action', 'NotAction')) {
        continue;
      }
      yield {
        span: openingOf(node),
        message:
          context.kind === 'key-policy'
            ? l10n.t(
                'Missing action: the statement needs "Action". AWS KMS refuses the policy; stored before 18 August 2025, the statement does nothing.',
              )
            : l10n.t('Missing action: the statement needs "Action" or "NotAction", or AWS refuses the policy.'),
      };
    }
  },
});
