import * as l10n from '@vscode/l10n';
import { POLICY_CHANGE_ACTION } from '../knowledge/keyControl.js';
import { defineRule } from './rule.js';
import { accountStatementFix, readKeyAdmins } from './support/keyAdmins.js';

/** A key policy that nobody may change is refused by KMS, or leaves a key that only AWS Support can rescue. */
export const lockoutNoPutkeypolicy = defineRule({
  id: 'lockout-no-putkeypolicy',
  defaultLevel: 'error',
  tags: ['lockout'],
  kinds: ['key-policy'],
  catalogue: ['lockout-no-putkeypolicy'],
  fixable: 'sometimes',

  *check(context) {
    const { statementEntry } = context.policy;
    const admins = readKeyAdmins(context);
    if (statementEntry === undefined || admins === undefined || admins.hasAccount || admins.identities.length > 0) {
      return;
    }
    yield {
      span: statementEntry.key.span,
      message: l10n.t(
        'Unmanageable key: no statement allows an account, user or role "{0}", so KMS refuses the policy because nobody could change it later.',
        POLICY_CHANGE_ACTION,
      ),
      fixes: accountStatementFix(context),
    };
  },
});
