import * as l10n from '@vscode/l10n';
import { parseActionText } from '../knowledge/actionLookup.js';
import { findServicesOfKind, isForeignService } from '../knowledge/policyKindServices.js';
import { defineRule } from './rule.js';
import { actionItems } from './support/actionItems.js';
import { removeItemFix } from './support/fixes.js';
import { GRANTING_KINDS } from './support/kinds.js';

/** A policy on a resource decides about that resource alone; actions of other services never come to it. */
export const actionForeignService = defineRule({
  id: 'action-foreign-service',
  defaultLevel: 'error',
  tags: ['correctness'],
  kinds: GRANTING_KINDS,
  scope: 'statement',
  catalogue: ['action-foreign-service'],
  peers: ['UNSUPPORTED_ACTION_IN_POLICY', 'W3037'],
  fixable: 'sometimes',

  *check(context) {
    const { kind, reference } = context;
    const [own] = findServicesOfKind(kind) ?? [];
    for (const { value, path, text, isOneOfSeveral } of actionItems(context)) {
      const parsed = parseActionText(text);
      if (own === undefined || parsed.kind !== 'action' || !isForeignService(kind, parsed.service)) {
        continue;
      }
      // `action-unknown` reports prefixes that no service has.
      if (reference.findService(parsed.service) !== undefined) {
        yield {
          span: value.span,
          message: l10n.t(
            'Invalid action "{0}": this policy is attached to a resource of "{1}" and decides about no other service.',
            text,
            own,
          ),
          fixes: isOneOfSeveral ? [removeItemFix(context, path, text, false)] : [],
        };
      }
    }
  },
});
