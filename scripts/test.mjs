/**
 * `npm test`: builds, then runs every vitest suite and the Mocha suites inside a real VS Code, and ends with one line,
 * `N passed, N failed, N skipped`, in sum. A runner that crashes or runs nothing counts as a failure.
 *
 * Options for developers: --only unit|host, --run NAME (one run of the host).
 */
import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { build } from '../esbuild.mjs';
import { ensureHost } from './host/install.mjs';
import { RUNS, runSuite } from './host/runs.mjs';
import { inRoot } from './support/paths.mjs';
import { endProcess } from './support/processes.mjs';
import { createTally } from './support/tally.mjs';
import { runVitest } from './support/vitest.mjs';

const { values } = parseArgs({ options: { only: { type: 'string' }, run: { type: 'string' } } });
if (values.only !== undefined && !['unit', 'host'].includes(values.only)) {
  console.error(`--only takes "unit" or "host", not "${values.only}".`);
  process.exit(2);
}
const runs = RUNS.filter(({ name }) => values.run === undefined || name === values.run);
if (runs.length === 0) {
  console.error(`--run takes one of ${RUNS.map(({ name }) => `"${name}"`).join(', ')}, not "${values.run}".`);
  process.exit(2);
}

const marks = { passed: '✓', failed: '✗', skipped: '-' };
const tally = createTally();
await mkdir(inRoot('out/test-results'), { recursive: true });

/** A step that throws is a failure of its own; the steps after it still run, so that one run tells all. */
async function step(name, action) {
  const started = Date.now();
  console.log(`\n== ${name}`);
  try {
    await action();
  } catch (error) {
    tally.fail(name, error instanceof Error ? error.message : String(error));
  }
  console.log(`== ${name}: ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

await step('build', () => build());
if (values.only !== 'host') {
  await step('vitest', async () => tally.add(await runVitest('unit')));
}
if (values.only !== 'unit') {
  let host;
  await step('install VS Code', async () => {
    host = await ensureHost();
  });
  if (host !== undefined) {
    for (const run of runs) {
      await step(`VS Code, ${run.name}`, async () => {
        const { tests, crash } = await runSuite(host, run, { artifacts: inRoot('out/test-results') });
        for (const { title, state } of tests) {
          console.log(` ${marks[state]} ${title}`);
        }
        tally.add(tests.map((test) => ({ ...test, title: `VS Code, ${run.name} > ${test.title}` })));
        if (crash !== undefined) {
          tally.fail(`VS Code, ${run.name}`, `The run did not come to its end: ${crash}`);
        }
      });
    }
    if (values.run === undefined) {
      await step('user interface', async () => tally.add(await runVitest('ui', ['--config', 'vitest.ui.config.mjs'])));
    }
  }
}

tally.printFailures();
console.log(tally.sumLine());
await endProcess(tally.hasFailed() ? 1 : 0);
