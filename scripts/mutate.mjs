/**
 * How much would the evaluator's tests notice? Changes its sources in one small place after the other, runs the tests
 * against each change, and reports the share that a test notices, for each source and in all:
 *
 *     npm run mutate [-- --workers 2] [--only matchPrincipal,tri] [--survivors]
 *
 * Some 2,900 changes take a quarter of an hour. Outcomes are kept in `out/mutate` until a source or a test changes: a
 * run that was cut off goes on where it stood. `--survivors` tries only what went unnoticed the last time, to see what
 * a new test is good for; it keeps nothing. Changes that make no difference are listed, with the reason, in
 * `mutate/equivalent.json`.
 */
import { mkdir, readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { globby } from 'globby';
import { createBench } from './mutate/bench.mjs';
import { mutantsOf } from './mutate/mutants.mjs';
import { createResults } from './mutate/results.mjs';

const SOURCES = [
  'server/src/policy/evaluate/*.ts',
  'server/src/policy/{arn,conditionValues,ipRange}.ts',
  'server/src/knowledge/keyRefusals.ts',
];
/** Quick ones first: most changes are noticed by the first file, and the laws are only asked when all others are content. */
const TESTS = [
  'policy/evaluate/requests',
  'policy/evaluate/explain',
  'policy/evaluate/readSimulation',
  'policy/evaluate/matchers',
  'policy/evaluate/elementMatchers',
  'policy/evaluate/policyMemory',
  'policy/ipRange',
  'policy/arn',
  'policy/conditionValues',
  'policy/decide',
  'knowledge/keyRefusals',
  'policy/evaluate/laws',
].map((test) => `test/${test}.test.ts`);
/** For the tests without any change, and for each change as a multiple of what they took then: a few loop for ever. */
const BASE_TIME_LIMIT_MS = 120_000;
const MIN_TIME_LIMIT_MS = 15_000;
const TIME_LIMIT_FACTOR = 10;
const TARGET = 90;

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const out = path.join(root, 'out/mutate');

const { values: options } = parseArgs({
  options: {
    workers: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    survivors: { type: 'boolean', default: false },
  },
});
os.setPriority(19);
await mkdir(out, { recursive: true });

const equivalent = JSON.parse(await readFile(new URL('./mutate/equivalent.json', import.meta.url), 'utf8'));
const used = new Set();
const { hash, timeLimitMs } = await runUnchanged();
const results = createResults(path.join(out, 'results'), hash);
const queue = await listMutants();
const total = queue.length;
/** For each source: how many changes were tried, went unnoticed, and make no difference. */
const counts = new Map();
await Promise.all(Array.from({ length: Number(options.workers) }, (_, index) => work(`worker${index}`)));
report();

async function runUnchanged() {
  const bench = await createBench({ root, bundle: path.join(out, 'base.mjs'), tests: TESTS });
  const start = performance.now();
  const failure = await bench.run(undefined, BASE_TIME_LIMIT_MS);
  await bench.close();
  if (failure !== undefined) {
    throw new Error(`The tests fail without any change: ${failure}`);
  }
  const took = performance.now() - start;
  return { hash: await bench.hash(), timeLimitMs: Math.max(MIN_TIME_LIMIT_MS, TIME_LIMIT_FACTOR * took) };
}

async function listMutants() {
  const mutants = [];
  for (const file of (await globby(SOURCES, { cwd: root })).sort()) {
    if (options.only.split(',').some((part) => file.includes(part))) {
      const source = await readFile(path.join(root, file), 'utf8');
      mutants.push(...mutantsOf(source).map((mutant) => ({ ...mutant, file, source })));
    }
  }
  if (!options.survivors) {
    return mutants;
  }
  const unnoticed = await Promise.all(mutants.map((mutant) => results.wentUnnoticed(mutant)));
  return mutants.filter((_, index) => unnoticed[index]);
}

async function work(name) {
  const bench = await createBench({ root, bundle: path.join(out, `${name}.mjs`), tests: TESTS });
  for (let mutant = queue.shift(); mutant !== undefined; mutant = queue.shift()) {
    count(mutant, await judge(bench, mutant));
  }
  await bench.close();
}

/** What notices a change: as known from a run before, or tried now. */
async function judge(bench, mutant) {
  const known = await results.find(mutant);
  if (known !== undefined) {
    return known;
  }
  const noticedBy = (await bench.run(mutant, timeLimitMs)) ?? null;
  if (!options.survivors) {
    await results.add(mutant, noticedBy);
  }
  return noticedBy;
}

function count(mutant, noticedBy) {
  const of = counts.get(mutant.file) ?? { tried: 0, unnoticed: 0, excused: 0 };
  counts.set(mutant.file, of);
  of.tried++;
  if (noticedBy === null && isEquivalent(mutant)) {
    of.excused++;
  } else if (noticedBy === null) {
    of.unnoticed++;
    console.log(describe(mutant));
  }
  const done = total - queue.length;
  if (done % 100 === 0) {
    console.log(`... ${done} of ${total}`);
  }
}

function lineOf({ source, start }) {
  return Buffer.from(source).subarray(0, start).toString().split('\n').length;
}

function describe(mutant) {
  const [before, after] = [mutant.original, mutant.text].map((text) => text.replaceAll(/\s+/g, ' ').slice(0, 90));
  return `${mutant.file}:${lineOf(mutant)}  ${before}  ->  ${after}`;
}

/** The same change may stand in several places of a file: `in` is a part of the line, round the change, that tells which. */
function isEquivalent(mutant) {
  const item = equivalent.find(
    ({ file, original, text, in: part = original }) =>
      mutant.file.endsWith(file) && mutant.original === original && mutant.text === text && standsIn(mutant, part),
  );
  used.add(item);
  return item !== undefined;
}

function standsIn({ source, start, original }, part) {
  const before = Buffer.from(source).subarray(0, start).toString();
  const place = source.indexOf(part, Math.max(0, before.length + original.length - part.length));
  return place >= 0 && place <= before.length;
}

function report() {
  const all = { tried: 0, unnoticed: 0, excused: 0 };
  for (const [file, of] of [...counts].sort(([one], [other]) => one.localeCompare(other))) {
    console.log(`${sentence(of)}  ${file}`);
    for (const name of Object.keys(all)) {
      all[name] += of[name];
    }
  }
  console.log(`${sentence(all)}  in all`);
  if (options.only === '' && !options.survivors) {
    for (const { file, original, text } of equivalent.filter((item) => !used.has(item))) {
      console.log(`Of no use in equivalent.json: ${file}  ${original}  ->  ${text}`);
    }
  }
  process.exitCode = rateOf(all) >= TARGET ? 0 : 1;
}

function sentence(of) {
  const judged = of.tried - of.excused;
  return `${rateOf(of).toFixed(1)} %: ${judged - of.unnoticed} of ${judged} noticed, ${of.excused} make no difference`;
}

function rateOf({ tried, unnoticed, excused }) {
  return tried === excused ? 100 : (100 * (tried - excused - unnoticed)) / (tried - excused);
}
