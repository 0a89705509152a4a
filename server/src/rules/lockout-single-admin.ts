import * as l10n from '@vscode/l10n';
import { POLICY_CHANGE_ACTION } from '../knowledge/keyControl.js';
import { defineRule } from './rule.js';
import { accountStatementFix, readKeyAdmins } from './support/keyAdmins.js';

/** When the only user or role that may change the policy is deleted, only AWS Support can give the key back. */
export const lockoutSingleAdmin = defineRule({
  id: 'lockout-single-admin',
  defaultLevel: 'warning',
  tags: ['lockout'],
  kinds: ['key-policy'],
  catalogue: ['lockout-single-admin'],
  fixable: 'sometimes',

  *check(context) {
    const admins = readKeyAdmins(context);
    const [only, ...others] = admins?.identities ?? [];
    if (admins === undefined || admins.hasAccount || only === undefined || others.length > 0) {
      return;
    }
    yield {
      span: only.value.span,
      message: l10n.t(
        'Only "{0}" may call "{1}": when it is deleted, nobody can manage the key any more without AWS Support.',
        only.value.known ?? '',
        POLICY_CHANGE_ACTION,
      ),
      fixes: accountStatementFix(context),
    };
  },
});
