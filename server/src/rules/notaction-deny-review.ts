import * as l10n from '@vscode/l10n';
import { POLICY_CHANGE_ACTION } from '../knowledge/keyControl.js';
import { BUCKET_POLICY_CHANGE_ACTION } from '../knowledge/sensitiveActions.js';
import { readAwsPrincipal } from '../policy/awsPrincipal.js';
import type { Principal, Statement } from '../policy/model.js';
import { coversAction } from '../policy/statementActions.js';
import { defineRule, type RuleContext } from './rule.js';
import { isUnfinished } from './support/unfinished.js';
import { hasCondition, isUnlimited } from './support/unlimitedActions.js';

/** A Deny of everything but a list takes away what nobody thought of, such as reading the policy. */
export const notactionDenyReview = defineRule({
  id: 'notaction-deny-review',
  defaultLevel: 'info',
  tags: ['security'],
  kinds: ['identity-policy', 'key-policy', 'bucket-policy'],
  scope: 'statement',
  catalogue: ['notaction-deny-review'],
  peers: ['not_action_deny_review'],
  fixable: 'never',

  *check(context) {
    for (const statement of context.policy.statements) {
      const { effect, action, span } = statement;
      if (effect !== 'Deny' || action?.negated !== true || !isUnlimited(statement) || hasCondition(statement)) {
        continue;
      }
      if (!isUnfinished(context, span) && !isLockout(context, statement)) {
        yield {
          span: action.entry.key.span,
          message: l10n.t(
            'Review "NotAction" with "Deny": every action that is not listed is denied, also those that AWS adds later. List what is to be denied.',
          ),
        };
      }
    }
  },
});

/** `lockout-deny-self` and `bucket-lockout` speak of a Deny that shuts everybody out. */
function isLockout({ kind }: RuleContext, statement: Statement): boolean {
  const change = kind === 'bucket-policy' ? BUCKET_POLICY_CHANGE_ACTION : POLICY_CHANGE_ACTION;
  return statement.principal?.principals.some(isWide) === true && coversAction(statement, change) === 'yes';
}

function isWide({ type, value }: Principal): boolean {
  const kind = type === 'AWS' && value.known !== undefined ? readAwsPrincipal(value.known).kind : undefined;
  return type === '*' || kind === 'everyone' || kind === 'account';
}
