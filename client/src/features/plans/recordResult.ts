import type { PlanResult } from '../../platform/plans/plan.js';
import type { PlanRecord } from '../../platform/plans/planJournal.js';

/** What a journal knows of a run, as a result: a step that was being written counts as not known. */
export function toResult({ plan, steps }: PlanRecord): PlanResult {
  return {
    plan,
    steps: plan.steps.map((step) => {
      const record = steps.get(step.id);
      if (record?.state === 'settled') {
        return { step, outcome: record.outcome };
      }
      return {
        step,
        outcome:
          record?.state === 'writing'
            ? { kind: 'unknown', failure: { kind: 'other', message: 'The editor ended before AWS answered.' } }
            : { kind: 'notAttempted' },
      };
    }),
  };
}
