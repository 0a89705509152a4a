import { matchAction } from './evaluate/matchText.js';
import { any, not, type Tri } from './evaluate/tri.js';
import type { Statement } from './model.js';

/** Whether a statement's `Action` or `NotAction` covers an action such as `kms:Decrypt`. No element covers nothing. */
export function coversAction({ action }: Statement, name: string): Tri {
  if (action === undefined) {
    return 'no';
  }
  const listed = any(action.values, (value) => matchAction(value, name));
  return action.negated ? not(listed) : listed;
}
