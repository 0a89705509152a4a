import type { Plan, StepOutcome } from './plan.js';

/** How far a step has come, as written down. `writing` without an outcome: the editor ended, or the network did. */
export type StepRecord =
  | { readonly state: 'pending' }
  | { readonly state: 'writing' }
  | { readonly state: 'settled'; readonly outcome: StepOutcome };

/** A plan with what became of its steps. */
export interface PlanRecord {
  readonly plan: Plan;
  /** By step id; a step that is not in it is pending. */
  readonly steps: ReadonlyMap<string, StepRecord>;
  /** ISO 8601; set once nothing more will be tried. */
  readonly endedAt?: string;
}

/**
 * The diary of plans: a step is written down before it is taken, so that after a crash the next start knows where to
 * look. Kept on this machine only; it holds what was there before, which is what undo puts back.
 */
export interface PlanJournal {
  /** Newest first. Records that cannot be read are left out, and reported by the implementation. */
  list(): Promise<readonly PlanRecord[]>;
  /** Opens the record of a plan, or goes on with one. Resolves when it is safely stored; else nothing may be sent. */
  begin(plan: Plan): Promise<void>;
  note(planId: string, stepId: string, step: StepRecord): Promise<void>;
  end(planId: string, endedAt: string): Promise<void>;
  remove(planId: string): Promise<void>;
}

/** True when a plan was cut short, or a step was sent and nobody knows what became of it. */
export function isOpen({ steps, endedAt }: PlanRecord): boolean {
  return endedAt === undefined || [...steps.values()].some(isUnclear);
}

function isUnclear(step: StepRecord): boolean {
  return step.state === 'writing' || (step.state === 'settled' && step.outcome.kind === 'unknown');
}
