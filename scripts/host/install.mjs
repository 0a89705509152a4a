import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { mkdir, opendir, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { inRoot } from '../support/paths.mjs';
import { runNode, runNpm } from '../support/processes.mjs';

/** The folder with the host's own package.json: 0.9 GB that nobody needs who only edits and runs unit tests. */
const hostDirectory = inRoot('test/host');
const modules = join(hostDirectory, 'node_modules');
const vscodeServer = join(modules, 'code-server/lib/vscode');
const browserDirectory = join(modules, '.chromium');
const stampFile = join(modules, '.sealwright-host.json');
const lockDirectory = join(hostDirectory, '.installing');

/** Raise this when the steps below change, so that older installs are redone. */
const RECIPE = 1;

/**
 * @typedef {object} Host
 * @property {string} node A Node 24 binary, which the VS Code server wants.
 * @property {string} serverMain The VS Code server's entry script.
 * @property {typeof import('playwright-core')} playwright
 * @property {{ executable: string, libraries: string, fonts: string } | undefined} chromium The packaged browser; absent
 *   where there is none for this platform.
 */

/**
 * Installs the packages of test/host unless a complete install for the present lock file is there. An install that was
 * interrupted, or that lost or gained files since, is made again.
 * @param {{ log?: (line: string) => void }} [options]
 * @returns {Promise<Host>}
 * @throws {Error} when npm fails, or when this platform has no Node 24 package.
 */
export async function ensureHost({ log = console.log } = {}) {
  const wanted = wantedHash();
  if (!(await isComplete(wanted))) {
    const release = await takeLock(log);
    try {
      if (!(await isComplete(wanted))) {
        await install(wanted, log);
      }
    } finally {
      await release();
    }
  }
  const require = createRequire(join(hostDirectory, 'package.json'));
  return {
    node: findNode24(),
    serverMain: join(vscodeServer, 'out/server-main.js'),
    playwright: require('playwright-core'),
    chromium: hasPackagedChromium()
      ? {
          executable: join(browserDirectory, 'chromium'),
          libraries: join(browserDirectory, 'al2023/lib'),
          fonts: join(browserDirectory, 'fonts'),
        }
      : undefined,
  };
}

/** The npm package holds a Chromium for this platform only. */
function hasPackagedChromium() {
  return process.platform === 'linux' && process.arch === 'x64';
}

function findNode24() {
  const names = [`node-${npmPlatform()}-${process.arch}`, `node-bin-${process.platform}-${process.arch}`];
  for (const name of names) {
    const binary = join(modules, name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    if (existsSync(binary)) {
      return binary;
    }
  }
  if (Number.parseInt(process.versions.node, 10) === 24) {
    return process.execPath;
  }
  throw new Error(
    `The VS Code server needs Node 24, and npm has none for ${process.platform}-${process.arch}. Run this with Node 24, or use an installed VS Code (npm start -- --desktop, npm run test:electron).`,
  );
}

const npmPlatform = () => (process.platform === 'win32' ? 'win' : process.platform);

function wantedHash() {
  const hash = createHash('sha256').update(`${RECIPE} ${process.platform} ${process.arch}`);
  for (const file of ['package.json', 'package-lock.json']) {
    hash.update(readFileSync(join(hostDirectory, file), 'utf8').replaceAll('\r\n', '\n'));
  }
  return hash.digest('hex');
}

async function isComplete(wanted) {
  try {
    const stamp = JSON.parse(readFileSync(stampFile, 'utf8'));
    if (stamp.wanted !== wanted) {
      return false;
    }
    const present = await measure(modules);
    return present.files === stamp.files && present.bytes === stamp.bytes;
  } catch {
    return false;
  }
}

async function install(wanted, log) {
  const started = Date.now();
  log('Installing VS Code and a browser from npm into test/host (about 0.9 GB, once)...');
  // npm ci also empties a damaged node_modules first. Scripts stay off: they would compile native parts we do not use.
  await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], hostDirectory);
  // code-server leaves the VS Code server's own packages, pinned by a shrinkwrap, to its install script.
  await npm(['install', '--omit=dev', '--ignore-scripts', '--no-save', '--no-audit', '--no-fund'], vscodeServer);
  if (hasPackagedChromium()) {
    await unpackChromium();
  }
  // Last: whoever finds the stamp finds a complete install.
  await writeFile(stampFile, JSON.stringify({ wanted, ...(await measure(modules)) }));
  log(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

async function npm(args, cwd) {
  const { code, output } = await runNpm(args, { cwd, quiet: true });
  if (code !== 0) {
    throw new Error(`"npm ${args.join(' ')}" failed in ${cwd}:\n${output.slice(-4000)}`);
  }
}

/**
 * The package unpacks into the system's temporary folder, which other users and other runs share; in a process of its own
 * it can be told a better place.
 */
async function unpackChromium() {
  await mkdir(browserDirectory, { recursive: true });
  const { code, output } = await runNode(inRoot('scripts/host/unpackChromium.mjs'), [], {
    cwd: hostDirectory,
    env: { ...process.env, TMPDIR: browserDirectory },
    quiet: true,
  });
  if (code !== 0) {
    throw new Error(`Cannot unpack the browser of "@sparticuz/chromium":\n${output}`);
  }
}

/** Number and bytes of the files below a folder, the stamp aside. Links are counted, not followed. */
async function measure(directory) {
  let files = 0;
  let bytes = 0;
  const pending = [directory];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for await (const entry of await opendir(next)) {
      const path = join(next, entry.name);
      if (entry.isDirectory()) {
        pending.push(path);
      } else if (path !== stampFile) {
        files += 1;
        bytes += entry.isFile() ? (await stat(path)).size : 0;
      }
    }
  }
  return { files, bytes };
}

/** Lets one process install at a time: the test command and `npm start` may run side by side. */
async function takeLock(log) {
  let waited = false;
  for (;;) {
    try {
      await mkdir(lockDirectory);
      await writeFile(join(lockDirectory, 'pid'), String(process.pid));
      return () => rm(lockDirectory, { recursive: true, force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') {
        throw error;
      }
    }
    if (!isHeld()) {
      await rm(lockDirectory, { recursive: true, force: true });
      continue;
    }
    if (!waited) {
      log('Waiting for another process that installs the same packages...');
      waited = true;
    }
    await delay(500);
  }
}

function isHeld() {
  let pid;
  try {
    pid = Number(readFileSync(join(lockDirectory, 'pid'), 'utf8'));
  } catch {
    // The owner is between the two calls that take the lock, or has just given it back; or died there.
    const age = Date.now() - (statSync(lockDirectory, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    return age < 10_000;
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
