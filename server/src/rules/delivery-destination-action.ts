import * as l10n from '@vscode/l10n';
import { expandActionPattern } from '../knowledge/actionLookup.js';
import { DESTINATION_ACTIONS } from '../knowledge/logsResources.js';
import type { Statement } from '../policy/model.js';
import { coversAction } from '../policy/statementActions.js';
import { defineRule, type RuleContext } from './rule.js';
import { destinationTypeOf } from './support/destinations.js';
import { isUnfinished } from './support/unfinished.js';

/** Another account connects its delivery source by creating a delivery; it writes nothing itself (recipes T17). */
export const deliveryDestinationAction = defineRule({
  id: 'delivery-destination-action',
  defaultLevel: 'error',
  tags: ['correctness'],
  kinds: ['delivery-destination-policy'],
  scope: 'statement',
  catalogue: ['delivery-destination-action'],
  fixable: 'always',

  *check(context) {
    const [meant] = DESTINATION_ACTIONS['delivery-destination'];
    for (const statement of context.policy.statements) {
      const { action, effect, path, span } = statement;
      if (effect !== 'Allow' || action === undefined || action.negated || isUnfinished(context, span)) {
        continue;
      }
      const isDelivery = destinationTypeOf(context, statement) === 'delivery-destination';
      if (!isDelivery || !allKnown(context, statement) || coversAction(statement, meant) !== 'no') {
        continue;
      }
      const [only] = action.values;
      const text = action.values.flatMap(({ known }) => known ?? []).join(', ');
      yield {
        span: only !== undefined && action.values.length === 1 ? only.span : action.entry.key.span,
        message: l10n.t(
          'Expected the action "{0}" to be "{1}": nothing else takes effect on a delivery destination.',
          text,
          meant,
        ),
        fixes: [
          {
            title: l10n.t('Replace with "{0}"', meant),
            safe: false,
            edits: () => context.source.editor.set([...path, 'Action'], meant),
          },
        ],
      };
    }
  },
});

/** Every action is one of CloudWatch Logs; about others action-unknown and action-foreign-service speak. */
function allKnown({ reference }: RuleContext, { action }: Statement): boolean {
  const values = action?.values ?? [];
  return (
    values.length > 0 &&
    values.every(({ known }) => {
      const found = known === undefined ? [] : expandActionPattern(reference, known);
      return found.length > 0 && found.every(({ id }) => id.startsWith('logs:'));
    })
  );
}
