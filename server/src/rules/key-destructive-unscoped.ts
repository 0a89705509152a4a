import * as l10n from '@vscode/l10n';
import { KEY_DESTRUCTION_ACTIONS } from '../knowledge/keyControl.js';
import { getKmsConditionKey } from '../knowledge/kmsConditionKeys.js';
import { defineRule, type Fix, type RuleContext } from './rule.js';
import { addCondition } from './support/statementEdits.js';
import { type AllowedAction, isEveryKmsAction, quoteAction, unlimitedActions } from './support/unlimitedActions.js';

const WINDOW_KEY = 'kms:ScheduleKeyDeletionPendingWindowInDays';

/** The longest waiting period that KMS knows, in days. */
const LONGEST_WINDOW = String(getKmsConditionKey(WINDOW_KEY)?.range?.max);

/** What a deleted or disabled key encrypted cannot be read; here that may befall every key. */
export const keyDestructiveUnscoped = defineRule({
  id: 'key-destructive-unscoped',
  defaultLevel: 'warning',
  tags: ['security', 'encryption'],
  kinds: ['identity-policy'],
  scope: 'statement',
  catalogue: ['key-destructive-unscoped'],
  peers: ['sensitive_action', 'InfrastructureModification'],
  fixable: 'sometimes',

  *check(context) {
    for (const item of unlimitedActions(context)) {
      const ids = item.ids.filter((id) => KEY_DESTRUCTION_ACTIONS.includes(id));
      if (ids.length > 0 && !isEveryKmsAction(context, item.text)) {
        yield {
          span: item.value.span,
          message: l10n.t(
            'Unscoped action {0}: it reaches every key, and what a key encrypted is lost without it. Name the keys.',
            quoteAction(item.text, ids),
          ),
          fixes: windowFix(context, item),
        };
      }
    }
  },
});

/** A condition on the waiting period would shut every other action of the statement out. */
function windowFix(context: RuleContext, { statement, ids }: AllowedAction): Fix[] {
  const isAlone = statement.action?.values.length === 1 && ids.length === 1 && ids[0] === 'kms:ScheduleKeyDeletion';
  const edits = isAlone
    ? addCondition(context, statement, 'NumericGreaterThanEquals', WINDOW_KEY, LONGEST_WINDOW)
    : undefined;
  return edits === undefined
    ? []
    : [{ title: l10n.t('Allow only with a waiting period of {0} days', LONGEST_WINDOW), safe: false, edits }];
}
