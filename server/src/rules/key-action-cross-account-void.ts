import * as l10n from '@vscode/l10n';
import { getKmsAction, isCrossAccountAction } from '../knowledge/kmsActions.js';
import { select } from '../policy/memo.js';
import type { Statement } from '../policy/model.js';
import { defineRule, type RuleContext } from './rule.js';
import { type ListedAction, listKmsActions } from './support/deadActions.js';
import { removeItemFix } from './support/fixes.js';
import { foreignAdmins, isForOtherAccounts, keyOwner } from './support/principalAccounts.js';

/** KMS lets another account use a key, and not manage it, whatever the key policy says. */
export const keyActionCrossAccountVoid = defineRule({
  id: 'key-action-cross-account-void',
  defaultLevel: 'warning',
  tags: ['correctness'],
  kinds: ['key-policy'],
  catalogue: ['key-action-cross-account-void'],
  fixable: 'sometimes',

  *check(context) {
    const owner = keyOwner(context);
    if (owner === undefined || foreignAdmins(context).length > 0) {
      return; // key-root-other-account
    }
    for (const statement of select(context, listsManagement)) {
      if (!isForOtherAccounts(statement, owner)) {
        continue;
      }
      for (const { actions, value, path, text, isOneOfSeveral } of listKmsActions(context, statement)) {
        if (isManagement(actions)) {
          yield {
            span: value.span,
            message: l10n.t(
              'Void action "{0}": principals of another account than {1} cannot manage the key, whatever its policy says.',
              text,
              owner,
            ),
            fixes: isOneOfSeveral ? [removeItemFix(context, path, text, false)] : [],
          };
        }
      }
    }
  },
});

function listsManagement(statement: Statement, context: RuleContext): boolean {
  return listKmsActions(context, statement).some(({ actions }) => isManagement(actions));
}

/** Actions for IAM policies, and RetireGrant, have rules of their own. */
function isManagement(actions: ListedAction['actions']): boolean {
  return actions.every(
    ({ name }) => getKmsAction(name)?.policy === 'key' && name !== 'RetireGrant' && !isCrossAccountAction(name),
  );
}
