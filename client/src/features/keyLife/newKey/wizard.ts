import type { Answer } from '../../../platform/prompts.js';

/** Where a question stands in a flow. */
export interface Place {
  readonly step: number;
  readonly totalSteps: number;
}

/** One question of a flow. Answers are kept in `T`, so that going back shows what was answered. */
export interface WizardStep<T> {
  /** False: earlier answers make the question pointless. */
  applies?(state: T): boolean;
  ask(state: T, place: Place): Promise<Answer<T>>;
}

/** Asks one question after the other, back and forth; undefined when the user leaves. */
export async function runWizard<T>(steps: readonly WizardStep<T>[], start: T): Promise<T | undefined> {
  const applies = (step: WizardStep<T>, state: T) => step.applies?.(state) ?? true;
  let state = start;
  let index = 0;
  while (index < steps.length) {
    const step = steps[index];
    if (step === undefined || !applies(step, state)) {
      index += 1;
      continue;
    }
    const before = steps.slice(0, index).filter((other) => applies(other, state)).length;
    const totalSteps = steps.filter((other) => applies(other, state)).length;
    const answer = await step.ask(state, { step: before + 1, totalSteps });
    if (answer.kind === 'dismissed') {
      return undefined;
    }
    if (answer.kind === 'picked') {
      state = answer.value;
      index += 1;
    } else {
      index = lastIndexBefore(steps, index, (other) => applies(other, state));
    }
  }
  return state;
}

function lastIndexBefore<T>(items: readonly T[], end: number, isWanted: (item: T) => boolean): number {
  for (let index = end - 1; index >= 0; index -= 1) {
    const item = items[index];
    if (item !== undefined && isWanted(item)) {
      return index;
    }
  }
  return end;
}
