import * as l10n from '@vscode/l10n';
import { expandActionPattern } from '../knowledge/actionLookup.js';
import { DESTINATION_ACTIONS } from '../knowledge/logsResources.js';
import { defineRule } from './rule.js';
import { actionItems } from './support/actionItems.js';
import { destinationTypeOf } from './support/destinations.js';
import { removeItemFix, replaceStringFix } from './support/fixes.js';

/** A destination takes subscription filters; the log events themselves come from CloudWatch Logs. */
export const destinationPolicyAction = defineRule({
  id: 'destination-policy-action',
  defaultLevel: 'error',
  tags: ['correctness'],
  kinds: ['delivery-destination-policy'],
  scope: 'statement',
  catalogue: ['destination-policy-action'],
  fixable: 'always',

  *check(context) {
    const supported: readonly string[] = DESTINATION_ACTIONS.destination;
    const [meant = ''] = supported;
    for (const { statement, element, text, value, path, isOneOfSeveral } of actionItems(context)) {
      if (statement.effect !== 'Allow' || element.negated || destinationTypeOf(context, statement) !== 'destination') {
        continue;
      }
      const ids = expandActionPattern(context.reference, text).map(({ id }) => id);
      const isForeign = ids.length === 0 || ids.some((id) => !id.startsWith('logs:') || supported.includes(id));
      if (isForeign) {
        continue; // action-unknown, action-foreign-service, destination-policy-wildcard
      }
      const isThere = element.values.some(({ known }) => known?.toLowerCase() === meant.toLowerCase());
      yield {
        span: value.span,
        message: l10n.t(
          'Ineffective action "{0}": on a destination, only {1} take effect.',
          text,
          supported.join(', '),
        ),
        fixes:
          isThere && isOneOfSeveral
            ? [removeItemFix(context, path, text, false)]
            : replaceStringFix(context, value, meant, false),
      };
    }
  },
});
