import * as l10n from '@vscode/l10n';
import { BUCKET_POLICY_CHANGE_ACTION } from '../knowledge/sensitiveActions.js';
import { matchAction } from '../policy/evaluate/matchText.js';
import { findEveryone } from '../policy/exposure.js';
import { coversAction } from '../policy/statementActions.js';
import { defineRule } from './rule.js';
import { namesBucket } from './support/bucketStatements.js';
import { lockoutFixes } from './support/lockoutFixes.js';
import { isUnfinished } from './support/unfinished.js';
import { hasCondition } from './support/unlimitedActions.js';

/** A Deny for everyone, without a condition, reaches whoever wrote it. */
export const bucketLockout = defineRule({
  id: 'bucket-lockout',
  defaultLevel: 'error',
  tags: ['lockout'],
  kinds: ['bucket-policy'],
  scope: 'statement',
  catalogue: ['bucket-lockout'],
  peers: ['CKV_AWS_93'],
  fixable: 'sometimes',

  *check(context) {
    for (const statement of context.policy.statements) {
      const { effect, action, principal, span } = statement;
      const isForAll = principal?.negated === false && findEveryone(principal) !== undefined;
      if (effect !== 'Deny' || action === undefined || !isForAll || hasCondition(statement)) {
        continue;
      }
      if (coversAction(statement, BUCKET_POLICY_CHANGE_ACTION) !== 'yes' || !namesBucket(statement)) {
        continue;
      }
      if (!isUnfinished(context, span)) {
        const value = action.values.find((item) => matchAction(item, BUCKET_POLICY_CHANGE_ACTION) === 'yes');
        yield {
          span: action.negated || value === undefined ? action.entry.key.span : value.span,
          message: l10n.t(
            'Unconditional Deny of "{0}" for everyone: only the root user of the account could change the policy of the bucket again.',
            BUCKET_POLICY_CHANGE_ACTION,
          ),
          fixes: lockoutFixes(context, statement, value, BUCKET_POLICY_CHANGE_ACTION),
        };
      }
    }
  },
});
