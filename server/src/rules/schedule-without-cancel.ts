import * as l10n from '@vscode/l10n';
import { matchesActionPattern } from '../knowledge/actionPattern.js';
import { select } from '../policy/memo.js';
import type { Statement } from '../policy/model.js';
import { coversAction } from '../policy/statementActions.js';
import { defineRule } from './rule.js';
import { addActionsFix } from './support/actionBundles.js';
import { actionItemsOf } from './support/actionItems.js';
import { isAllowedToSame } from './support/sameAudience.js';
import { isUnfinished } from './support/unfinished.js';

const SCHEDULE = 'kms:ScheduleKeyDeletion';
const CANCEL = 'kms:CancelKeyDeletion';

/** Who can schedule the deletion of a key by mistake should be able to call it off. */
export const scheduleWithoutCancel = defineRule({
  id: 'schedule-without-cancel',
  defaultLevel: 'info',
  tags: ['lockout'],
  kinds: ['key-policy', 'identity-policy'],
  catalogue: ['schedule-without-cancel'],
  fixable: 'sometimes',

  *check(context) {
    const { policy } = context;
    for (const { statement, text, value } of select(context, schedules).flatMap((each) =>
      actionItemsOf(context, each),
    )) {
      if (!matchesActionPattern(text, SCHEDULE)) {
        continue;
      }
      if (!isUnfinished(context, policy.span) && !isAllowedToSame(policy, statement, CANCEL)) {
        yield {
          span: value.span,
          message: l10n.t(
            'Missing "{0}": whoever schedules the deletion of a key by "{1}" could not call it off during the waiting period.',
            CANCEL,
            text,
          ),
          fixes: addActionsFix(context, statement, [CANCEL]),
        };
      }
    }
  },
});

function schedules(statement: Statement): boolean {
  const { effect, action } = statement;
  return effect === 'Allow' && action?.negated === false && coversAction(statement, SCHEDULE) !== 'no';
}
