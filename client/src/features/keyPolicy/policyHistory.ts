import type { PlanRecord } from '../../platform/plans/planJournal.js';

/** A policy that a key has had, as far as Sealwright put it or found it when it put another. */
export interface PolicyVersion {
  readonly text: string;
  /** ISO 8601: when this version was replaced, or put. */
  readonly at: string;
  readonly by: string;
  /** `before`: what was there before a change of ours; `after`: what we put. */
  readonly side: 'before' | 'after';
}

/** Versions of a key's policy out of the journal, newest first. A change that did not happen gives none. */
export function policyVersions(records: readonly PlanRecord[], keyArn: string): readonly PolicyVersion[] {
  return records.flatMap(({ plan, steps }) =>
    plan.steps.flatMap((step): PolicyVersion[] => {
      const state = steps.get(step.id);
      const isOurs = step.setting.kind === 'kms.keyPolicy' && step.setting.resource === keyArn;
      const happened = state?.state === 'settled' && ['done', 'unverified'].includes(state.outcome.kind);
      if (!isOurs || !happened || typeof step.before !== 'string' || typeof step.after !== 'string') {
        return [];
      }
      const common = { at: plan.createdAt, by: plan.identity };
      return [
        { ...common, text: step.after, side: 'after' },
        { ...common, text: step.before, side: 'before' },
      ];
    }),
  );
}
