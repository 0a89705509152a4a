import { expect } from 'vitest';
import { connect } from '../../client/src/aws/index.js';
import type { AwsSession, Json } from '../../client/src/aws/ports.js';
import { isComplete, type Plan, type PlanStep, undoPlan } from '../../client/src/platform/plans/plan.js';
import { runPlan } from '../../client/src/platform/plans/runPlan.js';
import { inEveryRegion } from '../../client/src/platform/plans/setting.js';
import type { FaultRule } from '../aws-local/faults.js';
import { isTruthful, PlanWorld } from '../client/plans/planWorld.js';
import { REGION, type TestAws } from './setup.js';

/** Everything that goes wrong with a single request; the last two after it took effect. */
export const FAULTS: Readonly<Record<string, FaultRule>> = {
  throttled: { kind: 'throttle' },
  'failing inside': { kind: 'serverError' },
  'cut off': { kind: 'reset' },
  'expired sign-in': { kind: 'expiredToken' },
  denied: { kind: 'accessDenied' },
  conflict: { kind: 'error', code: 'ConflictException', message: 'Somebody else is changing it.' },
  'answer lost': { kind: 'reset', afterEffect: true },
  'answer spoilt': { kind: 'serverError', afterEffect: true },
};

/** What a kind of plan is tested with: made anew for each run, on an account that is as in the seed. */
export type MakeSteps = (session: AwsSession) => readonly PlanStep[];

const signIn = () => connect({ profile: 'alice', region: REGION, signal: new AbortController().signal });

const planOf = (session: AwsSession, steps: readonly PlanStep[]): Plan => ({
  id: 'plan-1',
  title: 'Plan',
  createdAt: '2026-11-25T00:00:00.000Z',
  identity: session.identity.arn,
  steps: steps.toSorted((a, b) => a.stage - b.stage),
});

const options = (session: AwsSession) => ({ ...new PlanWorld().options(), settings: inEveryRegion(session) });

async function readAll(steps: readonly PlanStep[]): Promise<ReadonlyMap<string, Json>> {
  const settings = inEveryRegion(await signIn());
  const values = await Promise.all(
    steps.map(async ({ id, setting }) => [id, (await settings.findSetting(setting)?.read()) ?? null] as const),
  );
  return new Map(values);
}

/** Runs the plan with nothing going wrong, and tells how many requests that takes. */
export async function countRequests(aws: TestAws, make: MakeSteps): Promise<number> {
  begin(aws);
  const session = await signIn();
  const before = aws.local.requests.count();
  const result = await runPlan(planOf(session, make(session)), options(session));
  expect(isComplete(result), JSON.stringify(result.steps.map(({ outcome }) => outcome))).toBe(true);
  return aws.local.requests.count() - before;
}

/**
 * Runs the plan with a fault at one request, without any second attempt of the SDK: afterwards each setting has its old or
 * its new value, the report says which, and undo leaves the account as it was.
 */
export async function survives(aws: TestAws, make: MakeSteps, fault: FaultRule, request: number): Promise<void> {
  begin(aws);
  const session = await signIn();
  const steps = make(session);
  aws.local.faults.add({ ...fault, nth: request });
  const result = await runPlan(planOf(session, steps), options(session));
  aws.local.faults.clear();
  const found = await readAll(steps);
  const settings = inEveryRegion(session);
  for (const { step, outcome } of result.steps) {
    const setting = settings.findSetting(step.setting);
    const isSame = setting?.isSame ?? (() => false);
    const value = found.get(step.id) ?? null;
    const shown = `${step.id}: ${JSON.stringify(outcome)}, but ${JSON.stringify(value)}`;
    expect(isTruthful(outcome, value, step, isSame), shown).toBe(true);
  }
  const back = undoPlan(result, { title: 'Undo', stepTitle: ({ title }) => title }, { id: 'undo', createdAt: '' });
  if (back !== undefined) {
    const undone = await runPlan(back, options(session));
    expect(isComplete(undone), JSON.stringify(undone.steps.map(({ outcome }) => outcome))).toBe(true);
  }
  const restored = await readAll(steps);
  for (const { id, before, setting } of steps) {
    expect(settings.findSetting(setting)?.isSame(restored.get(id) ?? null, before), `${id} after undo`).toBe(true);
  }
}

/** Reads that see the state before a write, for a while: nothing may be said that is not so. */
export async function survivesStaleReads(aws: TestAws, make: MakeSteps, reads: number): Promise<void> {
  begin(aws);
  const session = await signIn();
  aws.local.state.consistency.reads = reads;
  const result = await runPlan(planOf(session, make(session)), options(session));
  expect(isComplete(result), JSON.stringify(result.steps.map(({ outcome }) => outcome))).toBe(true);
}

/** As in the seed, at today's time: marks of new keys hold the time at which they were made. */
function begin(aws: TestAws): void {
  aws.local.reset();
  aws.local.clock.advance(Date.now() - aws.local.clock.now());
  process.env['AWS_MAX_ATTEMPTS'] = '1';
}
