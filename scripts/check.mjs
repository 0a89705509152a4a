/**
 * `npm run check`: all that a change must pass and that needs no VS Code, from the fastest to the slowest. Stops at the
 * first step that fails.
 */
import { statSync } from 'node:fs';
import { build } from '../esbuild.mjs';
import { budgets } from './support/budgets.mjs';
import { writeNotices } from './support/notices.mjs';
import { inRoot } from './support/paths.mjs';
import { runNode } from './support/processes.mjs';
import { createTally } from './support/tally.mjs';
import { runVitest } from './support/vitest.mjs';

/** Suites that start the bundles as processes, and so come after the build. */
const AGAINST_BUNDLES = ['test/protocol/', 'test/cli/'];

const tool =
  (script, ...args) =>
  async () =>
    (await runNode(inRoot(script), args)).code === 0;

function vitest(name, filters) {
  return async () => {
    const tally = createTally();
    tally.add(await runVitest(name, filters));
    tally.printFailures();
    return !tally.hasFailed();
  };
}

function checkSizes() {
  const complaints = Object.entries(budgets.bundles).flatMap(([file, limit]) => {
    const { size } = statSync(inRoot(file));
    console.log(`${file}: ${(size / 1024).toFixed(0)} KB of ${(limit / 1024).toFixed(0)} KB`);
    return size > limit ? [`"${file}" is over its budget: see what came in with out/meta.json.`] : [];
  });
  for (const complaint of complaints) {
    console.error(complaint);
  }
  return complaints.length === 0;
}

const steps = [
  ['biome', tool('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.')],
  ['types', tool('node_modules/typescript/bin/tsc', '--noEmit', '-p', '.')],
  ['layers', tool('scripts/checkLayers.mjs')],
  ['unused code', tool('node_modules/knip/bin/knip.js')],
  ['generated files', tool('scripts/generate.mjs', '--check')],
  [
    'unit tests',
    vitest(
      'check',
      AGAINST_BUNDLES.map((folder) => `--exclude=${folder}**`),
    ),
  ],
  ['build', async () => build().then(() => true)],
  ['sizes', checkSizes],
  ['licences of what is bundled', async () => writeNotices().then(() => true)],
  ['tests against the bundles', vitest('check-bundles', AGAINST_BUNDLES)],
];

for (const [name, action] of steps) {
  const started = Date.now();
  console.log(`\n== ${name}`);
  let isGood = false;
  try {
    isGood = await action();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  console.log(`== ${name}: ${isGood ? 'ok' : 'FAILED'}, ${((Date.now() - started) / 1000).toFixed(1)} s`);
  if (!isGood) {
    process.exit(1);
  }
}
