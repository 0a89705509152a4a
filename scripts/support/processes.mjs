import { spawn, spawnSync } from 'node:child_process';
import { root } from './paths.mjs';

const ENDING_TIMEOUT_MS = 5_000;

/** Children that must not outlive us. */
const running = new Set();
/** What is to be undone before we end, newest first. */
const endings = new Set();
let isWatching = false;
let isEnding = false;

/**
 * Registers something to be undone before this process ends, be it by Ctrl-C.
 * @param {() => unknown} action May be asynchronous.
 * @returns {() => Promise<void>} Does it now, once.
 */
export function atEnd(action) {
  watchEnd();
  let done;
  const ending = () => {
    endings.delete(ending);
    done ??= Promise.resolve().then(action);
    return done;
  };
  endings.add(ending);
  return ending;
}

/** Undoes all that is registered, ends all children and then this process. */
export async function endProcess(code) {
  if (isEnding) {
    return;
  }
  isEnding = true;
  process.exitCode = code;
  setTimeout(() => process.exit(code), ENDING_TIMEOUT_MS).unref();
  for (const ending of [...endings].reverse()) {
    await ending().catch(() => {});
  }
  process.exit(code);
}

/**
 * Starts a child in a process group of its own and makes sure that the whole group ends with us, also on Ctrl-C.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function start(command, args, options = {}) {
  watchEnd();
  const child = spawn(command, args, {
    cwd: root,
    windowsHide: true,
    detached: process.platform !== 'win32',
    ...options,
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** Ends a child that `start` made, with everything it started. Does nothing when it has ended already. */
export function stop(child, signal = 'SIGTERM') {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { windowsHide: true });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    child.kill(signal);
  }
}

/**
 * Runs a command to its end, passing its output through (or collecting it).
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean, shell?: boolean }} [options] `quiet` collects the output.
 * @returns {Promise<{ code: number, output: string }>} `code` is 1 when a signal ended it.
 * @throws {Error} when the command cannot be started at all.
 */
export function run(command, args, { quiet = false, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = start(command, args, {
      ...options,
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    });
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      output += chunk;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Runs a package's command-line script with this Node: `node_modules/.bin` has other files on every platform. */
export const runNode = (script, args, options) => run(process.execPath, [script, ...args], options);

/**
 * Runs npm, whichever way it was installed.
 * @param {readonly string[]} args
 * @param {{ cwd?: string, quiet?: boolean }} [options]
 */
export function runNpm(args, options) {
  const cli = process.env.npm_execpath;
  // What `npm run` tells its scripts about the package it runs would confuse an npm that works in another folder.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(package|lifecycle|config_local_prefix$)/i.test(name)),
  );
  if (cli !== undefined && /npm-cli\.[cm]?js$/.test(cli)) {
    return run(process.execPath, [cli, ...args], { ...options, env });
  }
  const onWindows = process.platform === 'win32';
  return run(onWindows ? 'npm.cmd' : 'npm', args, { ...options, env, shell: onWindows });
}

function watchEnd() {
  if (isWatching) {
    return;
  }
  isWatching = true;
  process.once('exit', () => {
    for (const child of running) {
      stop(child, 'SIGKILL');
    }
  });
  for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 })) {
    process.once(signal, () => void endProcess(code));
  }
}
