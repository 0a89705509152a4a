import * as l10n from '@vscode/l10n';
import { expandActionPattern } from '../knowledge/actionLookup.js';
import { KEY_CONTROL_ACTIONS } from '../knowledge/keyControl.js';
import { isEffectiveInKeyPolicy } from '../knowledge/kmsActions.js';
import { LOGS_HARMLESS_ACTIONS } from '../knowledge/logsResources.js';
import { cloudwatchLogGroup } from '../knowledge/targets/cloudwatch-log-group.js';
import { logsQueryResults } from '../knowledge/targets/logs-query-results.js';
import { hasTemplatePart } from '../policy/placeholders.js';
import { matchesWildcard } from '../policy/wildcard.js';
import { defineRule, type Fix, type RuleContext } from './rule.js';
import { removeItemFix } from './support/fixes.js';
import { type ListItem, listItems } from './support/listItems.js';
import { statementsOfService } from './support/serviceStatements.js';

const USED = [...cloudwatchLogGroup.actions, ...logsQueryResults.actions, ...LOGS_HARMLESS_ACTIONS];

/** What CloudWatch Logs does not call need not be allowed to it. */
export const logsActionsExcess = defineRule({
  id: 'logs-actions-excess',
  defaultLevel: 'info',
  tags: ['security', 'encryption'],
  kinds: ['key-policy'],
  scope: 'statement',
  catalogue: ['logs-actions-excess'],
  fixable: 'sometimes',

  *check(context) {
    for (const { statement, isTheirsAlone, first } of statementsOfService(context, 'logs')) {
      const { action } = statement;
      if (!isTheirsAlone || action === undefined || action.negated) {
        continue;
      }
      for (const item of listItems(statement, action)) {
        const text = item.value.known;
        const unused = text === undefined || hasTemplatePart(text) ? [] : findUnused(context, text);
        if (text !== undefined && unused.length > 0) {
          yield {
            span: item.value.span,
            message: l10n.t(
              'Excessive action "{0}" for "{1}": CloudWatch Logs does not call "{2}".',
              text,
              first.text,
              unused[0] ?? text,
            ),
            fixes: removeFix(context, item, text, unused),
          };
        }
      }
    }
  },
});

/** The actions of a pattern that CloudWatch Logs has no use for, unless another rule speaks of the pattern. */
function findUnused({ reference }: RuleContext, text: string): readonly string[] {
  const ids = expandActionPattern(reference, text).map(({ id }) => id);
  if (KEY_CONTROL_ACTIONS.some((control) => ids.includes(control))) {
    return []; // key-service-kms-star
  }
  return ids.filter(
    (id) => id.startsWith('kms:') && isEffectiveInKeyPolicy(id) && !USED.some((used) => matchesWildcard(used, id)),
  );
}

/** A pattern that covers needed actions too is for the author to take apart. */
function removeFix(
  context: RuleContext,
  { path, isOneOfSeveral }: ListItem,
  text: string,
  unused: readonly string[],
): Fix[] {
  const isWholly = expandActionPattern(context.reference, text).length === unused.length;
  return isOneOfSeveral && isWholly ? [removeItemFix(context, path, text, false)] : [];
}
