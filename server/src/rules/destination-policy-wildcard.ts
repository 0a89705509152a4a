import * as l10n from '@vscode/l10n';
import { expandActionPattern } from '../knowledge/actionLookup.js';
import { DESTINATION_ACTIONS } from '../knowledge/logsResources.js';
import { hasWildcard } from '../policy/wildcard.js';
import { defineRule } from './rule.js';
import { actionItems } from './support/actionItems.js';
import { destinationTypeOf } from './support/destinations.js';
import { removeItemFix, replaceStringFix } from './support/fixes.js';

/** Other accounts need one action on a destination; the rest of `logs:*` is for its owner. */
export const destinationPolicyWildcard = defineRule({
  id: 'destination-policy-wildcard',
  defaultLevel: 'warning',
  tags: ['security'],
  kinds: ['delivery-destination-policy'],
  scope: 'statement',
  catalogue: ['destination-policy-wildcard'],
  peers: ['db0ec4c4', 'cloudwatch_destination_policy_wildcards'],
  fixable: 'always',

  *check(context) {
    for (const { statement, element, text, value, path } of actionItems(context)) {
      const type = destinationTypeOf(context, statement);
      if (statement.effect !== 'Allow' || element.negated || type === undefined || !hasWildcard(text)) {
        continue;
      }
      const supported: readonly string[] = DESTINATION_ACTIONS[type];
      const ids = expandActionPattern(context.reference, text).map(({ id }) => id);
      const isTooWide = /^\*+$/.test(text) || ids.some((id) => !supported.includes(id));
      const coversSupported = /^\*+$/.test(text) || ids.some((id) => supported.includes(id));
      const [meant] = supported;
      if (isTooWide && coversSupported && meant !== undefined) {
        const isThere = element.values.some(({ known }) => known?.toLowerCase() === meant.toLowerCase());
        yield {
          span: value.span,
          message: l10n.t(
            'Excessive action "{0}": others need "{1}" on the destination, and nothing more.',
            text,
            meant,
          ),
          fixes: isThere ? [removeItemFix(context, path, text, false)] : replaceStringFix(context, value, meant, false),
        };
      }
    }
  },
});
