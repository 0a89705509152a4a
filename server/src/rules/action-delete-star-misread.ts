import * as l10n from '@vscode/l10n';
import { select } from '../policy/memo.js';
import type { Statement } from '../policy/model.js';
import { defineRule } from './rule.js';
import { addActionsFix } from './support/actionBundles.js';
import { actionItemsOf } from './support/actionItems.js';
import { isAllowedToSame } from './support/sameAudience.js';
import { isUnfinished } from './support/unfinished.js';

const PATTERN = /^kms:delete\*+$/i;
const DELETION = ['kms:ScheduleKeyDeletion', 'kms:CancelKeyDeletion'] as const;

/** `kms:Delete*` deletes aliases and imported material; keys are deleted by `kms:ScheduleKeyDeletion`. */
export const actionDeleteStarMisread = defineRule({
  id: 'action-delete-star-misread',
  // The console writes it without the others when administrators are not to delete the key.
  defaultLevel: 'info',
  tags: ['correctness'],
  kinds: ['key-policy', 'identity-policy'],
  catalogue: ['action-delete-star-misread'],
  fixable: 'sometimes',

  *check(context) {
    const { policy } = context;
    for (const { statement, text, value } of select(context, hasPattern).flatMap((each) =>
      actionItemsOf(context, each),
    )) {
      if (!PATTERN.test(text)) {
        continue;
      }
      if (isUnfinished(context, policy.span) || isAllowedToSame(policy, statement, DELETION[0])) {
        continue;
      }
      yield {
        span: value.span,
        message: l10n.t(
          'The action "{0}" does not delete keys: it covers aliases, imported key material and custom key stores. Deletion of a key is "{1}".',
          text,
          DELETION[0],
        ),
        fixes: addActionsFix(
          context,
          statement,
          DELETION.filter((action) => !isAllowedToSame(policy, statement, action)),
        ),
      };
    }
  },
});

function hasPattern({ effect, action }: Statement): boolean {
  return (
    effect === 'Allow' && action?.negated === false && action.values.some(({ known }) => PATTERN.test(known ?? ''))
  );
}
