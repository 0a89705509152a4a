import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isComplete, undoPlan } from '../../../client/src/platform/plans/plan.js';
import { isOpen } from '../../../client/src/platform/plans/planJournal.js';
import { reconcilePlan, resumePlan, runPlan } from '../../../client/src/platform/plans/runPlan.js';
import { Crash, type Fault, isTruthful, PlanWorld, plan, step } from './planWorld.js';

const outcomes = async (result: ReturnType<typeof runPlan>) => (await result).steps.map(({ outcome }) => outcome.kind);

function world(...ids: readonly string[]): PlanWorld {
  const made = new PlanWorld();
  for (const id of ids) {
    made.values.set(id, 'old');
  }
  return made;
}

describe('a plan', () => {
  it('writes each step once, in the order of the stages, and reads back', async () => {
    const made = world('a', 'b', 'c');
    const result = await runPlan(plan(step('c', { stage: 2 }), step('a'), step('b', { stage: 1 })), made.options());
    expect(isComplete(result)).toBe(true);
    expect(made.writes).toEqual(['a', 'b', 'c']);
  });

  it('sends nothing for a setting that has the wanted value', async () => {
    const made = world();
    made.values.set('a', 'new');
    expect(await outcomes(runPlan(plan(step('a')), made.options()))).toEqual(['alreadyThere']);
    expect(made.writes).toEqual([]);
  });

  it('overwrites nothing that somebody else has changed, and says what is there', async () => {
    const made = world('a');
    made.values.set('a', 'theirs');
    const result = await runPlan(plan(step('a'), step('b', { stage: 1 })), made.options());
    expect(result.steps.map(({ outcome }) => outcome)).toEqual([
      { kind: 'conflict', found: 'theirs' },
      { kind: 'notAttempted' },
    ]);
    expect(made.values.get('a')).toBe('theirs');
  });

  it('goes on with the neighbours of a step that failed, but with no later stage', async () => {
    const made = world('a', 'b', 'c');
    made.faults = { 1: 'refused' };
    expect(await outcomes(runPlan(plan(step('a'), step('b'), step('c', { stage: 1 })), made.options()))).toEqual([
      'failed',
      'done',
      'notAttempted',
    ]);
  });

  it('finds out that a change was made although its answer was lost', async () => {
    const made = world('a');
    made.faults = { 1: 'lost' };
    expect(await outcomes(runPlan(plan(step('a')), made.options()))).toEqual(['done']);
  });

  it('says that nobody knows when reading back is refused as well', async () => {
    const made = world('a');
    made.faults = { 1: 'lost', 2: 'dropped' };
    expect(await outcomes(runPlan(plan(step('a')), made.options()))).toEqual(['unknown']);
    const [record] = await made.list();
    expect(record !== undefined && isOpen(record)).toBe(true);
  });

  it('waits for a change that AWS does not show at once', async () => {
    const made = world('a');
    made.faults = { 2: 'stale', 3: 'stale' };
    expect(await outcomes(runPlan(plan(step('a')), made.options()))).toEqual(['done']);
  });

  it('tries again what AWS aborted for the sake of another writer', async () => {
    const made = world('a');
    made.faults = { 1: 'aborted', 2: 'aborted' };
    expect(await outcomes(runPlan(plan(step('a')), made.options()))).toEqual(['done']);
    expect(made.writes).toEqual(['a']);
  });

  it('stops between two steps when it is told to', async () => {
    const made = world('a', 'b');
    const mayContinue = () => made.writes.length === 0;
    expect(await outcomes(runPlan(plan(step('a'), step('b')), made.options({ mayContinue })))).toEqual([
      'done',
      'notAttempted',
    ]);
  });

  it('takes the steps of a stage side by side, no more than it may', async () => {
    const ids = Array.from({ length: 40 }, (_, index) => `s${index}`);
    const made = world(...ids);
    let running = 0;
    let most = 0;
    const settings = {
      findSetting: (ref: { resource: string }) => {
        const setting = made.findSetting({ ...ref, kind: 'kms.description', account: '', region: '' });
        return {
          ...setting,
          write: async (value: string) => {
            most = Math.max(most, ++running);
            await new Promise((resolve) => setImmediate(resolve));
            await setting.write(value);
            running--;
          },
        };
      },
    } as unknown as PlanWorld;
    await runPlan(plan(...ids.map((id) => step(id))), made.options({ settings, concurrency: 5 }));
    expect(most).toBe(5);
    expect(made.writes.length).toBe(40);
  });
});

const FAULT_KINDS: readonly Fault[] = ['refused', 'throttled', 'internal', 'lost', 'dropped', 'aborted', 'stale'];

describe('whatever goes wrong, at whichever call', () => {
  const ids = ['a', 'b', 'c'];
  const steps = [step('a'), step('b'), step('c', { stage: 1 })];

  it('each single fault at each single call leaves the old or the new value, the report says which, undo restores', async () => {
    for (const fault of FAULT_KINDS) {
      for (let call = 0; call < 12; call++) {
        const made = world(...ids);
        made.faults = { [call]: fault };
        const result = await runPlan(plan(...steps), made.options());
        for (const { step: taken, outcome } of result.steps) {
          expect(isTruthful(outcome, made.values.get(taken.id) ?? null, taken), `${fault} at call ${call}`).toBe(true);
        }
        const back = undoPlan(
          result,
          { title: 'Undo', stepTitle: ({ title }) => title },
          { id: 'undo', createdAt: '' },
        );
        if (back !== undefined) {
          made.faults = {};
          await runPlan(back, made.options());
        }
        expect([...made.values.values()], `${fault} at call ${call}`).toEqual(['old', 'old', 'old']);
      }
    }
  });

  it('a lost answer is not taken for a failure by one stale read, or two', async () => {
    const made = world('a');
    made.faults = { 1: 'lost', 2: 'stale', 3: 'stale' };
    expect(await outcomes(runPlan(plan(step('a')), made.options()))).toEqual(['done']);
  });

  it('so do many faults at once', () => {
    // A replica that stays behind for longer than the three looks after a lost answer is beyond telling.
    const kinds = FAULT_KINDS.filter((kind) => kind !== 'stale');
    const faults = fc.dictionary(fc.integer({ min: 0, max: 30 }).map(String), fc.constantFrom(...kinds), {
      maxKeys: 12,
    });
    return fc.assert(
      fc.asyncProperty(faults, async (chosen) => {
        const made = world(...ids);
        made.faults = chosen;
        const result = await runPlan(plan(...steps), made.options());
        for (const { step: taken, outcome } of result.steps) {
          expect(isTruthful(outcome, made.values.get(taken.id) ?? null, taken)).toBe(true);
        }
      }),
      { numRuns: 500, seed: 20261125 },
    );
  });
});

describe('after a power cut at any moment', () => {
  const ids = ['a', 'b', 'c', 'd'];
  const whole = plan(step('a'), step('b'), step('c', { stage: 1 }), step('d', { stage: 1 }));

  async function crashAt(moment: number): Promise<PlanWorld> {
    const made = world(...ids);
    made.crashBefore = moment;
    await expect(runPlan(whole, made.options())).rejects.toThrow(Crash);
    made.crashBefore = undefined;
    return made;
  }

  it('the plan is taken up again and finished, and no step is written twice', async () => {
    for (let moment = 1; moment < 21; moment++) {
      const made = await crashAt(moment);
      const [record] = await made.list();
      expect(record, `moment ${moment}`).toBeDefined();
      if (record === undefined) {
        continue;
      }
      expect(isOpen(record)).toBe(true);
      const result = await resumePlan(record, made.options());
      expect(isComplete(result), `moment ${moment}`).toBe(true);
      expect([...made.writes].sort(), `moment ${moment}`).toEqual(ids);
    }
  });

  it('or it is only looked at: nothing is written, and every step is told as it is', async () => {
    for (let moment = 1; moment < 21; moment++) {
      const made = await crashAt(moment);
      const [record] = await made.list();
      if (record === undefined) {
        continue;
      }
      const written = made.writes.length;
      const result = await reconcilePlan(record, made.options());
      expect(made.writes.length).toBe(written);
      for (const { step: taken, outcome } of result.steps) {
        expect(isTruthful(outcome, made.values.get(taken.id) ?? null, taken), `moment ${moment}`).toBe(true);
      }
    }
  });
});
