import { matchAction, patternText } from './evaluate/matchText.js';
import { any, not, type Tri } from './evaluate/tri.js';
import type { ListElement, Statement } from './model.js';

type Answers = Map<string, Tri>;

/** Enough for the statements of a large policy, and an end to what odd documents can make us keep. */
const MAX_LISTS = 2_000;
/** By what a list says, so that the statements which a keystroke leaves alone are not judged again. */
let byContent = new Map<string, Answers>();
/** Nothing of a policy is reached through these answers: they do not keep it in memory. */
const byElement = new WeakMap<ListElement, Answers>();

/** Whether a statement's `Action` or `NotAction` covers an action such as `kms:Decrypt`. No element covers nothing. */
export function coversAction({ action }: Statement, name: string): Tri {
  if (action === undefined) {
    return 'no';
  }
  const answers = answersOf(action);
  let answer = answers.get(name);
  if (answer === undefined) {
    const listed = any(action.values, (value) => matchAction(value, name));
    answer = action.negated ? not(listed) : listed;
    answers.set(name, answer);
  }
  return answer;
}

function answersOf(action: ListElement): Answers {
  let answers = byElement.get(action);
  if (answers === undefined) {
    const content = `${action.negated}\n${action.values.map(contentOf).join('\n')}`;
    answers = byContent.get(content) ?? new Map();
    byContent = byContent.size < MAX_LISTS ? byContent : new Map();
    byContent.set(content, answers);
    byElement.set(action, answers);
  }
  return answers;
}

/** Unknown parts are widened when they are matched, and answer otherwise than a written wildcard. */
function contentOf(value: ListElement['values'][number]): string {
  return value.known ?? `\0${patternText(value)}`;
}
