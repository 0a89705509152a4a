import * as l10n from '@vscode/l10n';
import { defineRule } from './rule.js';
import { actionItems } from './support/actionItems.js';
import { removeItemFix } from './support/fixes.js';
import { isRetireGrant } from './support/kmsActionNames.js';

/** Who may retire a grant stands in the grant, and beyond that in IAM policies. */
export const keyActionRetiregrant = defineRule({
  id: 'key-action-retiregrant',
  defaultLevel: 'info',
  tags: ['correctness'],
  kinds: ['key-policy'],
  scope: 'statement',
  catalogue: ['key-action-retiregrant'],
  fixable: 'sometimes',

  *check(context) {
    for (const { statement, element, value, path, text, isOneOfSeveral } of actionItems(context)) {
      if (statement.effect === 'Allow' && !element.negated && isRetireGrant(text)) {
        yield {
          span: value.span,
          message: l10n.t(
            'The action "{0}" has no effect in a key policy: the grant itself says who may retire it.',
            text,
          ),
          fixes: isOneOfSeveral ? [removeItemFix(context, path, text, false)] : [],
        };
      }
    }
  },
});
