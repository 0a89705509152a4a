import * as l10n from '@vscode/l10n';
import { POLICY_CHANGE_ACTION } from '../knowledge/keyControl.js';
import { matchAction } from '../policy/evaluate/matchText.js';
import { defineRule } from './rule.js';
import { lockoutFixes } from './support/lockoutFixes.js';
import { findSelfLockout } from './support/selfLockout.js';

/** An explicit Deny wins over every Allow, the account root user's included. */
export const lockoutDenySelf = defineRule({
  id: 'lockout-deny-self',
  defaultLevel: 'error',
  tags: ['lockout'],
  kinds: ['key-policy'],
  catalogue: ['lockout-deny-self'],
  fixable: 'sometimes',

  *check(context) {
    for (const statement of context.policy.statements) {
      const { action } = statement;
      const denied = findSelfLockout(context, statement);
      if (action === undefined || denied === undefined) {
        continue;
      }
      const value = action.values.find((item) => matchAction(item, POLICY_CHANGE_ACTION) === 'yes');
      yield {
        span: action.negated || value === undefined ? action.entry.key.span : value.span,
        message: l10n.t(
          'Unconditional Deny of "{0}" for "{1}": an explicit Deny wins over every Allow, so nobody could change the key policy again.',
          POLICY_CHANGE_ACTION,
          denied.value.known ?? '',
        ),
        fixes: lockoutFixes(context, statement, value, POLICY_CHANGE_ACTION),
      };
    }
  },
});
