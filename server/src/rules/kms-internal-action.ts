import * as l10n from '@vscode/l10n';
import { getKmsAction } from '../knowledge/kmsActions.js';
import { defineRule } from './rule.js';
import { actionItems } from './support/actionItems.js';
import { removeItemFix } from './support/fixes.js';

/** KMS calls some of its operations itself, with a service-linked role; nobody else can use the permission. */
export const kmsInternalAction = defineRule({
  id: 'kms-internal-action',
  defaultLevel: 'info',
  tags: ['correctness'],
  kinds: ['key-policy', 'identity-policy'],
  scope: 'statement',
  catalogue: ['kms-internal-action'],
  fixable: 'sometimes',

  *check(context) {
    for (const { statement, element, text, value, path, isOneOfSeveral } of actionItems(context)) {
      const isInternal = /^kms:/i.test(text) && getKmsAction(text)?.policy === 'internal';
      if (statement.effect === 'Allow' && !element.negated && isInternal) {
        yield {
          span: value.span,
          message: l10n.t(
            'Ineffective action "{0}": KMS alone calls it, with its own service-linked role. Leave it out.',
            text,
          ),
          fixes: isOneOfSeveral ? [removeItemFix(context, path, text, false)] : [],
        };
      }
    }
  },
});
