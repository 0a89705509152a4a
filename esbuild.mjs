/**
 * Bundles everything that is run: `node esbuild.mjs [--dev] [--watch]`.
 *
 * dist/ is what ships (client, aws, server, cli, and the reference data they read), out/ is what only tests and
 * `npm start` need. Sizes by module are left in out/meta.json for the budgets and the third-party notices.
 */

import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';

const root = dirname(fileURLToPath(import.meta.url));
const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));

/** Name, entry and output of every bundle. `shipped` ones are minified, budgeted and named in the notices. */
const bundles = [
  { name: 'client', entry: 'client/src/extension.ts', outfile: 'dist/client.js', shipped: true },
  // Loaded by the client at the first view or command that needs an account: it is on nobody's activation path.
  // VS Code hands an extension the network modules that know its proxy and certificate settings only when they are
  // required by their old names: through `node:https` all of these settings are passed over.
  {
    name: 'aws',
    entry: 'client/src/aws/index.ts',
    outfile: 'dist/aws.js',
    shipped: true,
    alias: { 'node:http': 'http', 'node:https': 'https', 'node:net': 'net', 'node:tls': 'tls' },
  },
  { name: 'server', entry: 'server/src/lsp/node/main.ts', outfile: 'dist/server.js', shipped: true },
  { name: 'cli', entry: 'server/src/cli/main.ts', outfile: 'dist/cli.js', shipped: true, executable: true },
  { name: 'awsLocal', entry: 'test/aws-local/cli.ts', outfile: 'out/awsLocal.cjs', shipped: false },
  { name: 'integration', entry: 'test/integration/index.ts', outfile: 'out/integration/index.js', shipped: false },
];

/** Folders copied beside the bundles: read from disk at run time, one file at a time. */
const copied = [{ from: 'server/src/knowledge/generated/services', to: 'dist/knowledge' }];

/** @param {(typeof bundles)[number]} bundle @returns {esbuild.BuildOptions} */
function optionsFor(bundle, dev) {
  return {
    absWorkingDir: root,
    entryPoints: [bundle.entry],
    outfile: bundle.outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    // jsonc-parser's main is UMD, whose inner requires a bundle cannot follow: prefer the ES build.
    mainFields: ['module', 'main'],
    alias: bundle.alias ?? {},
    // Mocha is found in the checkout by the test host; its reporters are loaded by name and cannot be bundled.
    external: bundle.shipped ? ['vscode'] : ['vscode', 'mocha'],
    minify: !dev && bundle.shipped,
    sourcemap: dev || !bundle.shipped ? 'linked' : false,
    legalComments: 'none',
    define: { SEALWRIGHT_VERSION: JSON.stringify(version) },
    metafile: true,
    logLevel: 'warning',
    logOverride: { 'require-resolve-not-external': 'silent' },
    ...(bundle.executable ? { banner: { js: '#!/usr/bin/env node' } } : {}),
  };
}

/** Copies the reference data; a folder that is gone is removed from dist too. */
async function copyData() {
  for (const { from, to } of copied) {
    await rm(join(root, to), { recursive: true, force: true });
    if (existsSync(join(root, from))) {
      await cp(join(root, from), join(root, to), { recursive: true });
    }
  }
}

/**
 * Builds every bundle once.
 * @param {{ dev?: boolean }} [options] `dev`: readable output with source maps.
 * @throws {Error} when an entry is missing or does not compile; the message names it.
 */
export async function build({ dev = false } = {}) {
  const missing = bundles.filter(({ entry }) => !existsSync(join(root, entry)));
  if (missing.length > 0) {
    throw new Error(`Cannot build: no such entry file: ${missing.map(({ entry }) => `"${entry}"`).join(', ')}.`);
  }
  const results = await Promise.all(
    bundles.map(async (bundle) => ({ bundle, result: await esbuild.build(optionsFor(bundle, dev)) })),
  );
  for (const { bundle } of results) {
    if (bundle.executable) {
      await chmod(join(root, bundle.outfile), 0o755);
    }
    if (!dev && bundle.shipped) {
      await rm(join(root, `${bundle.outfile}.map`), { force: true }); // left by an earlier --dev
    }
  }
  await copyData();
  await mkdir(join(root, 'out'), { recursive: true });
  const meta = Object.fromEntries(
    results.map(({ bundle, result }) => [bundle.name, { shipped: bundle.shipped, dev, ...result.metafile }]),
  );
  await writeFile(join(root, 'out/meta.json'), JSON.stringify(meta));
}

async function watch() {
  await build({ dev: true });
  for (const bundle of bundles) {
    const context = await esbuild.context({ ...optionsFor(bundle, true), logLevel: 'info' });
    await context.watch();
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({ options: { dev: { type: 'boolean' }, watch: { type: 'boolean' } } });
  try {
    await (values.watch ? watch() : build({ dev: values.dev ?? false }));
  } catch (error) {
    // esbuild has printed its own report of a compile error by now.
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
