import * as l10n from '@vscode/l10n';
import { KEY_USE_ACTIONS } from '../knowledge/keyControl.js';
import { select } from '../policy/memo.js';
import { defineRule } from './rule.js';
import { replaceActionFix } from './support/actionBundles.js';
import { foreignActions, isGoverningPattern, mayGovern } from './support/foreignStatements.js';
import { foreignAdmins } from './support/principalAccounts.js';

/** The administrators of another account decide whom of theirs a permission reaches; `kms:*` is too much to hand over. */
export const crossAccountRootBroad = defineRule({
  id: 'cross-account-root-broad',
  defaultLevel: 'warning',
  tags: ['security'],
  kinds: ['key-policy'],
  catalogue: ['cross-account-root-broad'],
  fixable: 'sometimes',

  *check(context) {
    if (foreignAdmins(context).length > 0) {
      return; // key-root-other-account
    }
    for (const { statement, text, value, principals } of foreignActions(context, select(context, mayGovern), (text) =>
      isGoverningPattern(context, text),
    )) {
      const account = principals.find(({ isWholeAccount }) => isWholeAccount)?.account;
      if (account === undefined) {
        continue;
      }
      const areAllForeign = principals.length === statement.principal?.principals.length;
      yield {
        span: value.span,
        message: l10n.t(
          'Broad action "{0}" for the account "{1}": its administrators may hand on whatever another account can do with the key. List the actions that are needed.',
          text,
          account,
        ),
        fixes: areAllForeign
          ? replaceActionFix(
              context,
              statement,
              text,
              KEY_USE_ACTIONS,
              l10n.t('Allow only the use of the key: {0}', KEY_USE_ACTIONS.join(', ')),
            )
          : [],
      };
    }
  },
});
