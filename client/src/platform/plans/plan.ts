import type { AwsFailure, Json, SettingRef } from '../../aws/ports.js';

/** One change: a setting goes from a value to another. `null` stands for "not there". */
export interface PlanStep {
  /** Unique within the plan. */
  readonly id: string;
  /**
   * Steps of one stage do not need each other: they may be taken side by side, and one that fails does not hold up its
   * neighbours. A later stage stands on the earlier ones.
   */
  readonly stage: number;
  readonly setting: SettingRef;
  readonly before: Json;
  readonly after: Json;
  /** Localised: `Put the policy of the key "app-logs"`. */
  readonly title: string;
  /** Localised: what follows from the step for people and data, said before it is taken. */
  readonly consequences: readonly string[];
  /** What taking the step back comes to, where that is not simply its opposite; localised. */
  readonly undoTitle?: string;
  /** Why nothing can take the step back, where that is so; localised. */
  readonly irreversible?: string;
}

/** A wish turned into changes, in the order in which they are safe. */
export interface Plan {
  readonly id: string;
  /** Localised. */
  readonly title: string;
  /** ISO 8601. */
  readonly createdAt: string;
  /** ARN of the identity that the plan was made for; nobody else may run it. */
  readonly identity: string;
  /** Sorted by stage. */
  readonly steps: readonly PlanStep[];
  /** The plan that this one takes back. */
  readonly undoes?: string;
}

export type StepOutcome =
  /** Written, and AWS shows it. `made`: the name that AWS gave to what the step has made. */
  | { readonly kind: 'done'; readonly made?: string }
  /** The setting had the wanted value already; nothing was sent. */
  | { readonly kind: 'alreadyThere' }
  /** AWS accepted the change but does not show it yet. */
  | { readonly kind: 'unverified' }
  /** Somebody changed the setting since the plan was made; nothing was sent. `found` is what is there now. */
  | { readonly kind: 'conflict'; readonly found: Json }
  /** Refused or lost, and read back: the setting still has its old value. */
  | { readonly kind: 'failed'; readonly failure: AwsFailure }
  /** Sent, no clear answer, and reading back failed too: the next start asks again. */
  | { readonly kind: 'unknown'; readonly failure: AwsFailure }
  /** Never tried: an earlier stage did not end well, or the user stopped the plan. */
  | { readonly kind: 'notAttempted' };

export interface StepResult {
  readonly step: PlanStep;
  readonly outcome: StepOutcome;
}

export interface PlanResult {
  readonly plan: Plan;
  readonly steps: readonly StepResult[];
}

/** True when every step has its wanted value, for certain. */
export function isComplete({ steps }: PlanResult): boolean {
  return steps.every(({ outcome }) => outcome.kind === 'done' || outcome.kind === 'alreadyThere');
}

/**
 * The plan that takes back what a run has changed: last step first, and only what was or may have been written.
 *
 * @returns undefined when nothing is to be taken back, or nothing can be
 */
export function undoPlan(
  { plan, steps }: PlanResult,
  texts: { readonly title: string; readonly stepTitle: (step: PlanStep) => string },
  made: { readonly id: string; readonly createdAt: string },
): Plan | undefined {
  const changed = steps.filter(
    ({ step, outcome }) =>
      step.irreversible === undefined &&
      (outcome.kind === 'done' || outcome.kind === 'unverified' || outcome.kind === 'unknown'),
  );
  if (changed.length === 0) {
    return undefined;
  }
  return {
    ...made,
    title: texts.title,
    identity: plan.identity,
    undoes: plan.id,
    steps: changed.toReversed().map(({ step, outcome }) => ({
      id: step.id,
      stage: -step.stage,
      setting: { ...step.setting, resource: madeBy(outcome) ?? step.setting.resource },
      before: step.after,
      after: step.before,
      title: texts.stepTitle(step),
      consequences: [],
    })),
  };
}

/** The name by which AWS knows what a step has made. */
export function madeBy(outcome: StepOutcome): string | undefined {
  return outcome.kind === 'done' ? outcome.made : undefined;
}
