import type { AwsFailure, Json, Setting } from '../../aws/ports.js';
import { findAwsFailure } from '../errors.js';
import type { Plan, PlanResult, PlanStep, StepOutcome, StepResult } from './plan.js';
import type { PlanJournal, PlanRecord, StepRecord } from './planJournal.js';
import type { SettingCatalog } from './setting.js';
import { lookAt, verify, writeWithRetry } from './writeSetting.js';

export interface RunOptions {
  readonly settings: SettingCatalog;
  readonly journal: PlanJournal;
  readonly delay: (ms: number) => Promise<void>;
  /** ISO 8601. */
  readonly now: () => string;
  /** Asked before each step: false ends the run between two steps. */
  readonly mayContinue: () => boolean;
  /** Steps of one stage that are taken side by side; 1 when absent. */
  readonly concurrency?: number;
  readonly onProgress?: (step: PlanStep) => void;
}

/**
 * Takes the steps of a plan, stage by stage. Each is read, compared with what the plan was made for, written down, sent,
 * read back. A stage in which a step did not end well is the last one. Never rejects for a step; rejects only when the
 * journal cannot be written, and then nothing more is sent.
 */
export function runPlan(plan: Plan, options: RunOptions): Promise<PlanResult> {
  return resumePlan({ plan, steps: new Map() }, options);
}

/**
 * Goes on with a plan that was cut short. Steps that are done are not repeated; a step that was being written is looked
 * at first: its setting tells whether it has happened.
 */
export async function resumePlan(record: PlanRecord, options: RunOptions): Promise<PlanResult> {
  const { plan } = record;
  const { journal, concurrency = 1 } = options;
  await journal.begin(plan);
  const results = new Map<string, StepResult>();
  let isStopped = false;
  for (const stage of stagesOf(plan)) {
    const stopped = isStopped;
    await inParallel(stage, concurrency, async (step) => {
      results.set(step.id, { step, outcome: await outcomeOf(step, record, stopped, options) });
    });
    isStopped = stage.some(({ id }) => !isGood(results.get(id)));
  }
  await journal.end(plan.id, options.now());
  return { plan, steps: plan.steps.flatMap(({ id }) => results.get(id) ?? []) };
}

/**
 * Finds out what became of a plan that was cut short, without writing to AWS: what was being written is read back.
 * Steps that were never tried stay so.
 */
export function reconcilePlan(record: PlanRecord, options: RunOptions): Promise<PlanResult> {
  return resumePlan(record, { ...options, mayContinue: () => false });
}

async function outcomeOf(
  step: PlanStep,
  record: PlanRecord,
  isStopped: boolean,
  options: RunOptions,
): Promise<StepOutcome> {
  const known = record.steps.get(step.id) ?? { state: 'pending' };
  if (known.state === 'settled' && (known.outcome.kind === 'done' || known.outcome.kind === 'alreadyThere')) {
    return known.outcome;
  }
  const note = (entry: StepRecord) => options.journal.note(record.plan.id, step.id, entry);
  const settle = async (outcome: StepOutcome) => {
    await note({ state: 'settled', outcome });
    return outcome;
  };
  const setting = options.settings.findSetting(step.setting);
  const mayWrite = () => !isStopped && options.mayContinue();
  const sent = sentWithout(known);
  if (sent !== undefined) {
    const outcome = setting === undefined ? unknown(sent) : await lookAt(setting, step, sent, options.delay);
    if (outcome.kind !== 'failed' || !mayWrite()) {
      return settle(outcome);
    }
  }
  if (!mayWrite()) {
    return known.state === 'settled' ? known.outcome : { kind: 'notAttempted' };
  }
  options.onProgress?.(step);
  if (setting === undefined) {
    return settle(unreachable(step));
  }
  return settle(await take(step, setting, () => note({ state: 'writing' }), options.delay));
}

async function take(
  step: PlanStep,
  setting: Setting,
  noteWriting: () => Promise<void>,
  delay: RunOptions['delay'],
): Promise<StepOutcome> {
  let found: Json;
  try {
    found = await setting.read();
  } catch (error) {
    return { kind: 'failed', failure: toFailure(error) };
  }
  if (setting.isSame(found, step.after)) {
    return { kind: 'alreadyThere' };
  }
  if (!setting.isSame(found, step.before)) {
    return { kind: 'conflict', found };
  }
  await noteWriting();
  try {
    await writeWithRetry(setting, step.after, delay);
  } catch (error) {
    // Even a refusal is read back: an answer can be lost after the change was made.
    return lookAt(setting, step, toFailure(error), delay);
  }
  return verify(setting, step, delay);
}

function stagesOf(plan: Plan): readonly (readonly PlanStep[])[] {
  const stages = new Map<number, PlanStep[]>();
  for (const step of plan.steps) {
    stages.set(step.stage, [...(stages.get(step.stage) ?? []), step]);
  }
  return [...stages].sort(([a], [b]) => a - b).map(([, steps]) => steps);
}

async function inParallel<T>(items: readonly T[], width: number, work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items].reverse();
  const workers = Array.from({ length: Math.max(1, Math.min(width, items.length)) }, async () => {
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
      await work(item);
    }
  });
  await Promise.all(workers);
}

function isGood(result: StepResult | undefined): boolean {
  const kind = result?.outcome.kind;
  return kind === 'done' || kind === 'alreadyThere' || kind === 'unverified';
}

/** What is left of a request whose end nobody saw; undefined when none was sent. */
function sentWithout(record: StepRecord): AwsFailure | undefined {
  if (record.state === 'writing') {
    return { kind: 'other', message: 'The editor ended before AWS answered.' };
  }
  if (record.state === 'settled' && record.outcome.kind === 'unverified') {
    return { kind: 'other', message: 'AWS accepted the change but does not show it.' };
  }
  return record.state === 'settled' && record.outcome.kind === 'unknown' ? record.outcome.failure : undefined;
}

function unknown(failure: AwsFailure): StepOutcome {
  return { kind: 'unknown', failure };
}

function unreachable({ setting }: PlanStep): StepOutcome {
  const message = `Not signed in to account ${setting.account} in ${setting.region}.`;
  return { kind: 'failed', failure: { kind: 'noCredentials', message } };
}

function toFailure(error: unknown): AwsFailure {
  const message = error instanceof Error ? error.message : String(error);
  return findAwsFailure(error) ?? { kind: 'other', message };
}
