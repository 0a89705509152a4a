import * as l10n from '@vscode/l10n';
import { isPerishableKey, POLICY_CHANGE_ACTION } from '../knowledge/keyControl.js';
import { defineRule } from './rule.js';
import { findAdminEnd } from './support/adminDates.js';
import { adminPaths } from './support/adminPaths.js';
import { accountStatementFix } from './support/keyAdmins.js';

/** Every way of changing the key policy hangs on a condition that may fail when it is needed most. */
export const lockoutConditionalAdmin = defineRule({
  id: 'lockout-conditional-admin',
  defaultLevel: 'warning',
  tags: ['lockout'],
  kinds: ['key-policy'],
  catalogue: ['lockout-conditional-admin'],
  fixable: 'sometimes',

  *check(context) {
    const perishable = adminPaths(context).map(({ conditions }) =>
      conditions.find(({ keyName }) => isPerishableKey(keyName)),
    );
    const [first, ...others] = perishable;
    // Of a date after which nobody is left, lockout-expired-date speaks.
    if (first === undefined || others.includes(undefined) || findAdminEnd(context) !== undefined) {
      return;
    }
    yield {
      span: first.key.span,
      message: l10n.t(
        'Conditional administration: without "{0}" as the condition wants it, nobody may call "{1}". Leave one way without conditions.',
        first.keyName,
        POLICY_CHANGE_ACTION,
      ),
      related: others.flatMap((condition) =>
        condition === undefined ? [] : [{ span: condition.key.span, message: l10n.t('This way has a condition too.') }],
      ),
      fixes: accountStatementFix(context),
    };
  },
});
