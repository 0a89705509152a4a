import * as l10n from '@vscode/l10n';
import { defineRule } from './rule.js';
import { accountStatementFix, mayDelegateToIam, readKeyAdmins } from './support/keyAdmins.js';

/** Without an Allow for the account itself, no IAM policy of the account has any effect on the key. */
export const keyNoIamDelegation = defineRule({
  id: 'key-no-iam-delegation',
  defaultLevel: 'info',
  tags: ['lockout'],
  kinds: ['key-policy'],
  catalogue: ['key-no-iam-delegation'],
  fixable: 'sometimes',

  *check(context) {
    const { statementEntry } = context.policy;
    const admins = readKeyAdmins(context);
    // With fewer than two administrators a lockout rule has said so, louder.
    if (statementEntry === undefined || admins === undefined || admins.identities.length < 2) {
      return;
    }
    if (admins.hasAccount || mayDelegateToIam(context)) {
      return;
    }
    yield {
      span: statementEntry.key.span,
      message: l10n.t(
        'Missing account principal: IAM policies have no effect on this key, and only the principals that it names can use it.',
      ),
      fixes: accountStatementFix(context),
    };
  },
});
