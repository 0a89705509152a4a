import * as l10n from '@vscode/l10n';
import { COMMON_STATEMENTS } from '../knowledge/statementTemplates.js';
import type { Statement } from '../policy/model.js';
import { coversAction } from '../policy/statementActions.js';
import { defineRule, type Fix, type RuleContext } from './rule.js';
import { isSameKey } from './support/conditions.js';
import { addStatementFix } from './support/newStatements.js';
import { isUnfinished } from './support/unfinished.js';

const DELETE = 'kms:ScheduleKeyDeletion';
const WINDOW = 'kms:ScheduleKeyDeletionPendingWindowInDays';

/** Who may delete a key chooses the waiting period too, down to seven days (kms-facts section 21). */
export const scheduleNoWindowGuard = defineRule({
  id: 'schedule-no-window-guard',
  defaultLevel: 'off',
  tags: ['security'],
  kinds: ['key-policy', 'identity-policy'],
  catalogue: ['schedule-no-window-guard'],
  fixable: 'sometimes',

  *check(context) {
    const { policy } = context;
    const allowing = policy.statements.find(
      (statement) =>
        statement.effect === 'Allow' && coversAction(statement, DELETE) === 'yes' && !testsWindow(statement),
    );
    const isGuarded = policy.statements.some((statement) => statement.effect === 'Deny' && testsWindow(statement));
    const { action } = allowing ?? {};
    if (allowing === undefined || action === undefined || isGuarded || isUnfinished(context, policy.span)) {
      return;
    }
    yield {
      span: action.entry.key.span,
      message: l10n.t(
        'Unguarded deletion: the statement allows "{0}", and no Deny on "{1}" demands a waiting period of more than seven days.',
        DELETE,
        WINDOW,
      ),
      fixes: guardFix(context, allowing),
    };
  },
});

function testsWindow({ conditions }: Statement): boolean {
  return conditions.some(({ key }) => key.known === undefined || isSameKey(key.known, WINDOW));
}

/** The statement of kms-facts Annex C22; IAM policies name no principal. */
function guardFix(context: RuleContext, { principal }: Statement): Fix[] {
  const [template] = COMMON_STATEMENTS.find(({ id }) => id === 'deletion-window')?.statements ?? [];
  if (template === undefined) {
    return [];
  }
  const { Principal: _principal, ...rest } = template;
  const added = principal === undefined ? rest : template;
  return addStatementFix(context, added, l10n.t('Add a statement that denies short waiting periods'));
}
