import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FilePlanJournal } from '../../../client/src/platform/plans/filePlanJournal.js';
import { isOpen } from '../../../client/src/platform/plans/planJournal.js';
import { runPlan } from '../../../client/src/platform/plans/runPlan.js';
import { PlanWorld, plan, step } from './planWorld.js';

const warnings: string[] = [];
const logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: (text: string) => void warnings.push(text),
  error: () => undefined,
};

describe('the journal of plans', () => {
  let directory: string;
  const open = () => new FilePlanJournal(directory, logger);

  beforeEach(async () => {
    warnings.length = 0;
    directory = await mkdtemp(path.join(tmpdir(), 'sealwright-journal-'));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  it('keeps a plan and what became of its steps across a restart', async () => {
    const world = new PlanWorld();
    world.values.set('a', 'old');
    await runPlan(plan(step('a')), world.options({ journal: open() }));
    const [record] = await open().list();
    expect(record?.plan).toEqual(plan(step('a')));
    expect(record?.steps.get('a')).toEqual({ state: 'settled', outcome: { kind: 'done' } });
    expect(record !== undefined && isOpen(record)).toBe(false);
  });

  it('loses the last line at most when the power goes in the middle of it', async () => {
    const journal = open();
    await journal.begin(plan(step('a'), step('b')));
    await journal.note('plan-1', 'a', { state: 'settled', outcome: { kind: 'done' } });
    const [file = ''] = await readdir(directory);
    await appendFile(path.join(directory, file), '\n{"step":"b","rec');
    await journal.note('plan-1', 'b', { state: 'writing' });
    const [record] = await open().list();
    expect(record?.steps).toEqual(
      new Map([
        ['a', { state: 'settled', outcome: { kind: 'done' } }],
        ['b', { state: 'writing' }],
      ]),
    );
    expect(record !== undefined && isOpen(record)).toBe(true);
    await journal.end('plan-1', '2026-11-25T00:00:00Z');
  });

  it('writes a line for a step, not the plan again: thousands of steps stay small', async () => {
    const journal = open();
    const steps = Array.from({ length: 2_000 }, (_, index) => step(`log group ${index}`));
    await journal.begin(plan(...steps));
    const [file = ''] = await readdir(directory);
    const before = (await readFile(path.join(directory, file))).length;
    await Promise.all(steps.slice(0, 50).map(({ id }) => journal.note('plan-1', id, { state: 'writing' })));
    const after = (await readFile(path.join(directory, file))).length;
    expect(after - before).toBeLessThan(50 * 120);
    expect((await open().list())[0]?.steps.size).toBe(50);
    await journal.end('plan-1', '2026-11-25T00:00:00Z');
  });

  it('names a file that it cannot read, and reads the others', async () => {
    await open().begin(plan(step('a')));
    await writeFile(path.join(directory, 'broken.plan.jsonl'), 'not a plan');
    expect((await open().list()).map(({ plan: { id } }) => id)).toEqual(['plan-1']);
    expect(warnings).toEqual(['the journal of plans has a file that cannot be read: broken.plan.jsonl']);
  });

  it('is readable by its owner only', async () => {
    await open().begin(plan(step('a')));
    const { stat } = await import('node:fs/promises');
    const [file = ''] = await readdir(directory);
    expect((await stat(path.join(directory, file))).mode & 0o077).toBe(0);
  });

  it('has an empty list where it has never been', async () => {
    expect(await new FilePlanJournal(path.join(directory, 'nowhere'), logger).list()).toEqual([]);
  });

  it('forgets a plan on demand', async () => {
    const journal = open();
    await journal.begin(plan(step('a')));
    await journal.remove('plan-1');
    expect(await journal.list()).toEqual([]);
  });
});
