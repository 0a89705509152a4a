import type { AwsFailureError, Json, Setting, SettingRef } from '../../../client/src/aws/ports.js';
import type { Plan, PlanStep, StepOutcome } from '../../../client/src/platform/plans/plan.js';
import type { PlanJournal, PlanRecord, StepRecord } from '../../../client/src/platform/plans/planJournal.js';
import type { RunOptions } from '../../../client/src/platform/plans/runPlan.js';
import type { SettingCatalog } from '../../../client/src/platform/plans/setting.js';
import { isSameJson } from '../../../client/src/platform/policies/json.js';
import { failure } from '../fakes.js';

/** What goes wrong with one call; `lost` comes after the call took effect, `dropped` before. */
export type Fault = 'refused' | 'throttled' | 'internal' | 'lost' | 'dropped' | 'aborted' | 'stale';

/** Ends the editor: nothing after it runs. */
export class Crash extends Error {}

const FAULTS: Readonly<Record<Exclude<Fault, 'stale'>, () => AwsFailureError>> = {
  refused: () => failure('accessDenied', { code: 'AccessDeniedException' }),
  throttled: () => failure('throttled', { code: 'ThrottlingException' }),
  internal: () => failure('other', { code: 'KMSInternalException' }),
  lost: () => failure('network', { code: 'ECONNRESET' }),
  dropped: () => failure('network', { code: 'ECONNRESET' }),
  aborted: () => failure('other', { code: 'OperationAbortedException' }),
};

/** Settings in memory, with faults at chosen calls and a power cut at a chosen moment. */
export class PlanWorld implements SettingCatalog, PlanJournal {
  readonly values = new Map<string, Json>();
  readonly writes: string[] = [];
  readonly records = new Map<string, { plan: Plan; steps: Map<string, StepRecord>; endedAt?: string }>();
  /** By number of the call, from 0, reads and writes alike. */
  faults: Readonly<Record<number, Fault>> = {};
  /** Number of the call or of the note in the journal before which the power goes. */
  crashBefore: number | undefined;
  #calls = 0;
  #events = 0;
  readonly #before = new Map<string, Json>();

  findSetting({ resource }: SettingRef): Setting {
    return {
      read: async () => {
        const fault = this.#next();
        if (fault === 'stale') {
          return this.#before.get(resource) ?? this.values.get(resource) ?? null;
        }
        if (fault !== undefined) {
          throw FAULTS[fault]();
        }
        return this.values.get(resource) ?? null;
      },
      write: async (value) => {
        const fault = this.#next();
        if (fault === undefined || fault === 'lost' || fault === 'stale') {
          this.#before.set(resource, this.values.get(resource) ?? null);
          this.values.set(resource, value);
          this.writes.push(resource);
        }
        if (fault !== undefined && fault !== 'stale') {
          throw FAULTS[fault]();
        }
      },
      isSame: isSameJson,
    };
  }

  async list(): Promise<readonly PlanRecord[]> {
    return [...this.records.values()];
  }

  async begin(plan: Plan): Promise<void> {
    this.#tick();
    if (!this.records.has(plan.id)) {
      this.records.set(plan.id, { plan, steps: new Map() });
    }
  }

  async note(planId: string, stepId: string, step: StepRecord): Promise<void> {
    this.#tick();
    this.records.get(planId)?.steps.set(stepId, step);
  }

  async end(planId: string, endedAt: string): Promise<void> {
    this.#tick();
    const record = this.records.get(planId);
    if (record !== undefined) {
      record.endedAt = endedAt;
    }
  }

  async remove(planId: string): Promise<void> {
    this.records.delete(planId);
  }

  options(changes: Partial<RunOptions> = {}): RunOptions {
    return {
      settings: this,
      journal: this,
      delay: async () => undefined,
      now: () => '2026-11-25T00:00:00.000Z',
      mayContinue: () => true,
      ...changes,
    };
  }

  #next(): Fault | undefined {
    this.#tick();
    return this.faults[this.#calls++];
  }

  #tick(): void {
    const event = this.#events++;
    // Once the power is gone it stays away: no call and no note comes through until somebody starts again.
    if (this.crashBefore !== undefined && event >= this.crashBefore) {
      throw new Crash('the power went');
    }
  }
}

export function step(id: string, changes: Partial<PlanStep> = {}): PlanStep {
  return {
    id,
    stage: 0,
    setting: { kind: 'kms.description', account: '111122223333', region: 'us-east-1', resource: id },
    before: 'old',
    after: 'new',
    title: id,
    consequences: [],
    ...changes,
  };
}

export function plan(...steps: readonly PlanStep[]): Plan {
  return {
    id: 'plan-1',
    title: 'Plan',
    createdAt: '2026-11-25T00:00:00.000Z',
    identity: 'arn:aws:iam::111122223333:role/Ops',
    steps,
  };
}

/** Whether what the report says of a step is what is there. */
export function isTruthful(
  outcome: StepOutcome,
  found: Json,
  { before, after }: PlanStep,
  isSame: (a: Json, b: Json) => boolean = isSameJson,
): boolean {
  switch (outcome.kind) {
    case 'done':
    case 'alreadyThere':
      return isSame(found, after);
    case 'failed':
    case 'notAttempted':
      return isSame(found, before);
    case 'conflict':
      return isSame(found, outcome.found);
    case 'unverified':
    case 'unknown':
      return isSame(found, before) || isSame(found, after);
  }
}
