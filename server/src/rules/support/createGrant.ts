import { expandActionPattern } from '../../knowledge/actionLookup.js';
import type { Statement } from '../../policy/model.js';
import type { RuleContext } from '../rule.js';
import { type ListedAction, listKmsActions } from './deadActions.js';

/** The permission with which a policy's principal hands out use of the key, whether or not it has that use itself. */
export const CREATE_GRANT = 'kms:CreateGrant';

/** The entry of a statement's `Action` that stands for `kms:CreateGrant`, alone or among others; not `*`. */
export function findCreateGrant(context: RuleContext, statement: Statement): ListedAction | undefined {
  return listKmsActions(context, statement).find(({ actions }) => actions.some(({ id }) => id === CREATE_GRANT));
}

/** What a pattern stands for besides it. */
export function withoutCreateGrant({ reference }: RuleContext, pattern: string): string[] {
  return expandActionPattern(reference, pattern)
    .map(({ id }) => id)
    .filter((id) => id !== CREATE_GRANT);
}
