import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { context } from 'esbuild';

const standIn = fileURLToPath(new URL('./vitestStandIn.mjs', import.meta.url));
const fastCheckStandIn = fileURLToPath(new URL('./fastCheckStandIn.mjs', import.meta.url));
const runner = new URL('./runTests.mjs', import.meta.url);
/** A change that makes a list without end must not take the memory of the whole machine, and the run with it. */
const MEMORY_LIMIT_MB = 512;

/** Bundles `tests` (modules below `root`) into `bundle` round one changed source, and runs them in a thread of their own. */
export async function createBench({ root, bundle, tests }) {
  let current;
  const entry = [...tests.map((test) => `import './${test}';`), `export { findFailure } from 'vitest';`];
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
          api.onLoad({ filter: /\.ts$/ }, (args) => load(args.path));
          api.onResolve({ filter: /^fast-check$/ }, (args) =>
            args.importer === fastCheckStandIn ? { path: 'fast-check', external: true } : { path: fastCheckStandIn },
          );
        },
      },
    ],
  });

  async function load(file) {
    if (current === undefined || file !== path.join(root, current.file)) {
      return undefined;
    }
    const bytes = Buffer.from(current.source);
    const parts = [bytes.subarray(0, current.start), Buffer.from(current.text), bytes.subarray(current.end)];
    return { contents: Buffer.concat(parts).toString(), loader: 'ts' };
  }

  return {
    close: () => build.dispose(),
    /** What the bundle was made of, sources and tests, as a short text that changes with them. */
    hash: async () =>
      createHash('sha256')
        .update(await readFile(bundle))
        .digest('hex'),
    /** What notices the change; undefined when nothing does. */
    run: async (mutant, timeLimitMs) => {
      current = mutant;
      try {
        await build.rebuild();
      } catch {
        return 'the bundler';
      }
      return runTests(bundle, timeLimitMs);
    },
  };
}

function runTests(bundle, timeLimitMs) {
  return new Promise((resolve) => {
    const worker = new Worker(runner, {
      workerData: { bundle: pathToFileURL(bundle).href },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB },
      stdout: true,
      stderr: true,
    });
    const timer = setTimeout(() => finish('the time limit'), timeLimitMs);
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
