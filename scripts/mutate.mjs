/**
 * How much would the evaluator's tests notice? Changes its sources in one small place after the other, runs the tests
 * against each change, and reports the share that a test notices: `npm run mutate [-- --workers 2] [--only matchPrincipal,tri]`.
 * Changes that make no difference are listed, with the reason, in `mutate/equivalent.json`.
 */
import { mkdir, readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { context } from 'esbuild';
import { globby } from 'globby';
import { mutantsOf } from './mutate/mutants.mjs';

const SOURCES = [
  'server/src/policy/evaluate/*.ts',
  'server/src/policy/{arn,conditionValues,ipRange}.ts',
  'server/src/knowledge/keyRefusals.ts',
];
/** Quick ones first: most changes are noticed by the first file. */
const TESTS = [
  'policy/evaluate/requests',
  'policy/evaluate/explain',
  'policy/evaluate/readSimulation',
  'policy/evaluate/matchers',
  'policy/ipRange',
  'policy/arn',
  'policy/conditionValues',
  'policy/decide',
  'knowledge/keyRefusals',
  'policy/evaluate/laws',
];
const TIME_LIMIT_MS = 120_000;
const TARGET = 90;

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const standIn = fileURLToPath(new URL('./mutate/vitestStandIn.mjs', import.meta.url));
const fastCheckStandIn = fileURLToPath(new URL('./mutate/fastCheckStandIn.mjs', import.meta.url));
const runner = new URL('./mutate/runTests.mjs', import.meta.url);
const out = path.join(root, 'out/mutate');

const { values: options } = parseArgs({
  options: { workers: { type: 'string', default: '1' }, only: { type: 'string', default: '' } },
});
os.setPriority(19);
await mkdir(out, { recursive: true });

const equivalent = JSON.parse(await readFile(new URL('./mutate/equivalent.json', import.meta.url), 'utf8'));
const queue = [];
for (const file of (await globby(SOURCES, { cwd: root })).sort()) {
  const source = await readFile(path.join(root, file), 'utf8');
  if (options.only.split(',').some((part) => file.includes(part))) {
    queue.push(...mutantsOf(source).map((mutant) => ({ ...mutant, file, source })));
  }
}

const base = await createBench('base');
const failure = await base.run(undefined);
await base.close();
if (failure !== undefined) {
  throw new Error(`The tests fail without any change: ${failure}`);
}
const total = queue.length;
const survivors = [];
let excused = 0;
await Promise.all(Array.from({ length: Number(options.workers) }, (_, index) => work(`worker${index}`)));
report();

async function work(name) {
  const bench = await createBench(name);
  for (let mutant = queue.shift(); mutant !== undefined; mutant = queue.shift()) {
    const isNoticed = (await bench.run(mutant)) !== undefined;
    if (!isNoticed && isEquivalent(mutant)) {
      excused++;
    } else if (!isNoticed) {
      survivors.push(mutant);
      console.log(describe(mutant));
    }
  }
  await bench.close();
}

/** Bundles the tests round one changed source, and runs them in a thread of their own. */
async function createBench(name) {
  let current;
  const bundle = path.join(out, `${name}.mjs`);
  const entry = [...TESTS.map((test) => `import './test/${test}.test.ts';`), `export { findFailure } from 'vitest';`];
  const build = await context({
    stdin: { contents: entry.join('\n'), resolveDir: root, loader: 'ts' },
    outfile: bundle,
    bundle: true,
    format: 'esm',
    platform: 'node',
    alias: { vitest: standIn },
    external: ['@vscode/l10n', 'jsonc-parser'],
    logLevel: 'silent',
    plugins: [
      {
        name: 'mutate',
        setup: (api) => {
          api.onLoad({ filter: /\.ts$/ }, (args) => load(args.path, current));
          api.onResolve({ filter: /^fast-check$/ }, (args) =>
            args.importer === fastCheckStandIn ? { path: 'fast-check', external: true } : { path: fastCheckStandIn },
          );
        },
      },
    ],
  });
  return {
    close: () => build.dispose(),
    /** What notices the change; undefined when nothing does. */
    run: async (mutant) => {
      current = mutant;
      try {
        await build.rebuild();
      } catch {
        return 'the bundler';
      }
      return runTests(bundle);
    },
  };
}

async function load(file, mutant) {
  if (mutant === undefined || file !== path.join(root, mutant.file)) {
    return undefined;
  }
  const bytes = Buffer.from(mutant.source);
  const contents = Buffer.concat([
    bytes.subarray(0, mutant.start),
    Buffer.from(mutant.text),
    bytes.subarray(mutant.end),
  ]);
  return { contents: contents.toString(), loader: 'ts' };
}

function runTests(bundle) {
  return new Promise((resolve) => {
    const worker = new Worker(runner, {
      workerData: { bundle: pathToFileURL(bundle).href },
      stdout: true,
      stderr: true,
    });
    const timer = setTimeout(() => finish('the time limit'), TIME_LIMIT_MS);
    const finish = (answer) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(answer);
    };
    worker.on('message', (message) => finish(message.failure));
    worker.on('error', (error) => finish(error.message));
    worker.on('exit', () => finish('the end of the thread'));
  });
}

function lineOf({ source, start }) {
  return Buffer.from(source).subarray(0, start).toString().split('\n').length;
}

function describe(mutant) {
  return `${mutant.file}:${lineOf(mutant)}  ${mutant.original.replaceAll(/\s+/g, ' ').slice(0, 90)}  ->  ${mutant.text.replaceAll(/\s+/g, ' ').slice(0, 90)}`;
}

/** The same change may stand in several places of a file: `in` is a part of the line that tells which. */
function isEquivalent(mutant) {
  const line = mutant.source.split('\n')[lineOf(mutant) - 1] ?? '';
  return equivalent.some(
    (item) =>
      mutant.file.endsWith(item.file) &&
      mutant.original === item.original &&
      mutant.text === item.text &&
      line.includes(item.in ?? ''),
  );
}

function report() {
  const judged = total - excused;
  const rate = judged === 0 ? 100 : (100 * (judged - survivors.length)) / judged;
  console.log(
    `${total} changes, ${excused} of them without effect; ${survivors.length} of the others went unnoticed: ${rate.toFixed(1)} % noticed.`,
  );
  const files = [...new Set(survivors.map(({ file }) => file))];
  console.log(files.map((file) => `${survivors.filter((item) => item.file === file).length} in ${file}`).join('\n'));
  process.exitCode = rate >= TARGET ? 0 : 1;
}
