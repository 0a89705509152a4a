import { BUCKET_OBJECT_ACTIONS, BUCKET_POLICY_ACTIONS } from '../../knowledge/sensitiveActions.js';
import { coversAction } from '../../policy/statementActions.js';
import type { RuleContext } from '../rule.js';
import { type AllowedAction, isEveryAction, unconditionalActions } from './unlimitedActions.js';

/** The entries by which a policy changes who may reach a bucket, where it does not allow to reach what is in it. */
export function findBucketEscalations(context: RuleContext): readonly AllowedAction[] {
  const items = [...unconditionalActions(context)].filter(
    ({ ids, text }) => !isEveryAction(text) && ids.some((id) => BUCKET_POLICY_ACTIONS.includes(id)),
  );
  return items.length > 0 && !mayReachObjects(context) ? items : [];
}

function mayReachObjects({ policy }: RuleContext): boolean {
  return policy.statements.some(
    (statement) =>
      statement.effect !== 'Deny' && BUCKET_OBJECT_ACTIONS.some((action) => coversAction(statement, action) !== 'no'),
  );
}
