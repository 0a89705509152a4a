import { memoizeBy } from '../knowledge/memo.js';
import { matchAction } from './evaluate/matchText.js';
import { any, not, type Tri } from './evaluate/tri.js';
import type { ListElement, Statement } from './model.js';

/** Whether a statement's `Action` or `NotAction` covers an action such as `kms:Decrypt`. No element covers nothing. */
export function coversAction({ action }: Statement, name: string): Tri {
  if (action === undefined) {
    return 'no';
  }
  const known = knownAnswers(action);
  let answer = known.get(name);
  if (answer === undefined) {
    answer = findAnswer(action, name);
    known.set(name, answer);
  }
  return answer;
}

/** A dozen rules ask for the same few actions. */
const knownAnswers = memoizeBy(
  (action: ListElement) => action,
  () => new Map<string, Tri>(),
);

function findAnswer(action: ListElement, name: string): Tri {
  const listed = any(action.values, (value) => matchAction(value, name));
  return action.negated ? not(listed) : listed;
}
