import * as l10n from '@vscode/l10n';
import { parseActionText } from '../knowledge/actionLookup.js';
import { getKmsAction } from '../knowledge/kmsActions.js';
import { defineRule } from './rule.js';
import { actionItems } from './support/actionItems.js';
import { removeItemFix } from './support/fixes.js';
import { isRetireGrant } from './support/kmsActionNames.js';

/**
 * Operations that are on no key, so that no key's policy is asked about them. A pattern that covers one of them among
 * others is how AWS's own console writes the statement for administrators.
 */
export const keyActionIamOnly = defineRule({
  id: 'key-action-iam-only',
  defaultLevel: 'warning',
  tags: ['correctness'],
  kinds: ['key-policy'],
  scope: 'statement',
  catalogue: ['key-action-iam-only'],
  fixable: 'sometimes',

  *check(context) {
    for (const { element, value, path, text, isOneOfSeveral } of actionItems(context)) {
      const parsed = parseActionText(text);
      if (element.negated || parsed.kind !== 'action' || parsed.service.toLowerCase() !== 'kms') {
        continue;
      }
      if (getKmsAction(parsed.name)?.policy === 'iam' && !isRetireGrant(text)) {
        yield {
          span: value.span,
          message: l10n.t(
            'The action "{0}" has no effect in a key policy: it concerns no single key, and only IAM policies decide about it.',
            text,
          ),
          fixes: isOneOfSeveral ? [removeItemFix(context, path, text, false)] : [],
        };
      }
    }
  },
});
