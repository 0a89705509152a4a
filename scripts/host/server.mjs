import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atEnd, start, stop } from '../support/processes.mjs';
import { installKorean } from './languagePack.mjs';

const START_TIMEOUT_MS = 60_000;

/**
 * @typedef {object} ServerOptions
 * @property {import('./install.mjs').Host} host
 * @property {boolean} [trustEverything] True (the default) switches workspace trust off; false starts in Restricted Mode.
 * @property {boolean} [underTest] Lets the address name an extension under development and its tests. It also keeps
 *   notifications and dialogs off the screen, so it is not for scenarios that a person could play. Default false.
 * @property {'en' | 'ko'} [locale] Display language. Default `en`.
 * @property {Record<string, unknown>} [settings] User settings.
 * @property {Record<string, string>} [env] More environment for the extension host.
 * @property {string} [token] Connection token that the browser must show. None by default.
 * @property {number} [port] Default: any free one.
 * @property {(extensionsDirectory: string) => Promise<void>} [prepareExtensions] Called before the start.
 *
 * @typedef {object} VsCodeServer
 * @property {string} authority `127.0.0.1:PORT`
 * @property {string} directory Its data; removed by `close`.
 * @property {() => string} output All it has printed so far.
 * @property {Promise<void>} ended Settles when the process is gone.
 * @property {() => Promise<void>} close
 */

/**
 * Starts a VS Code server with data folders of its own and no trace of the user's: neither home folder nor AWS settings.
 * @param {ServerOptions} options
 * @returns {Promise<VsCodeServer>}
 * @throws {Error} when it does not listen within a minute, with what it printed.
 */
export async function startServer(options) {
  const {
    host,
    trustEverything = true,
    underTest = false,
    locale = 'en',
    settings = {},
    env = {},
    token,
    port = 0,
    prepareExtensions,
  } = options;
  const directory = await mkdtemp(join(tmpdir(), 'sealwright-host-'));
  const extensions = join(directory, 'extensions');
  const home = join(directory, 'home');
  await mkdir(join(directory, 'data/User'), { recursive: true });
  await mkdir(extensions, { recursive: true });
  await mkdir(home, { recursive: true });
  await writeFile(
    join(directory, 'data/User/settings.json'),
    JSON.stringify({ ...quietSettings, ...settings }, null, 2),
  );
  if (locale === 'ko') {
    await installKorean(join(directory, 'data'));
  }
  await prepareExtensions?.(extensions);

  const args = [
    host.serverMain,
    ...['--host', '127.0.0.1', '--port', String(port), '--accept-server-license-terms'],
    ...(token === undefined ? ['--without-connection-token'] : ['--connection-token', token]),
    ...(underTest ? ['--enable-smoke-test-driver'] : []),
    ...(trustEverything ? ['--disable-workspace-trust'] : []),
    ...['--server-data-dir', directory, '--extensions-dir', extensions, '--telemetry-level', 'off'],
    ...['--locale', locale, '--force-disable-user-env'],
  ];
  const child = start(host.node, args, {
    cwd: directory,
    // A gallery without an address is switched off: nothing here is looked up on the internet.
    env: { ...withoutAws(process.env), HOME: home, USERPROFILE: home, EXTENSIONS_GALLERY: '{}', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = new Promise((resolve) => child.once('close', () => resolve()));
  const close = atEnd(async () => {
    stop(child, 'SIGKILL');
    await ended;
    await rm(directory, { recursive: true, force: true, maxRetries: 5 });
  });
  try {
    const boundPort = await new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('it did not listen within a minute')), START_TIMEOUT_MS);
      const read = (chunk) => {
        output += chunk;
        const listening = /Extension host agent listening on (\d+)/.exec(output);
        if (listening !== null) {
          clearTimeout(timer);
          resolve(Number(listening[1]));
        }
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('error', reject);
      child.once('exit', (code) => reject(new Error(`it ended with exit code ${code}`)));
    });
    return { authority: `127.0.0.1:${boundPort}`, directory, output: () => output, ended, close };
  } catch (error) {
    await close();
    throw new Error(`The VS Code server did not start: ${error.message}.\n${output}`);
  }
}

/** Nothing that pops up, asks or phones home; what remains on the screen is the editor and us. */
const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'extensions.ignoreRecommendations': true,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'update.mode': 'none',
  'git.enabled': false,
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
  // As on a desktop. In the browser VS Code saves a second after each change, and then nothing is left to revert.
  'files.autoSave': 'off',
};

/** A copy of the environment in which no AWS tool finds the user's own account. */
export function withoutAws(env) {
  const kept = Object.entries(env).filter(
    ([name]) => !/^AWS_|^LD_LIBRARY_PATH$|^VSCODE_|^ELECTRON_|^NODE_OPTIONS$/i.test(name),
  );
  return { ...Object.fromEntries(kept), AWS_EC2_METADATA_DISABLED: 'true' };
}
