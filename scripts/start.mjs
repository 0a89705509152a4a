/**
 * `npm start`: builds, starts the local AWS endpoint with a sample account, and opens VS Code on a copy of the sample
 * workspace, in the browser or (--desktop) as the installed application. Ctrl-C ends all of it.
 */

import { randomBytes } from 'node:crypto';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../esbuild.mjs';
import { installPackage, linkCheckout } from './host/extensions.mjs';
import { ensureHost } from './host/install.mjs';
import { startServer, withoutAws } from './host/server.mjs';
import { workbenchUrl } from './host/workbenchUrl.mjs';
import { inRoot, root } from './support/paths.mjs';
import { atEnd, endProcess, start } from './support/processes.mjs';
import { startSampleAws } from './support/sampleAws.mjs';

const HELP = `Usage: npm start -- [options]

Opens VS Code with Sealwright on a copy of samples/workspace, beside a sample AWS account that runs on this machine.

  --desktop        use an installed VS Code (the "code" command) instead of the browser
  --port N         port of VS Code in the browser (default: any free port)
  --aws-port N     port of the local AWS endpoint (default: any free port)
  --locale en|ko   display language (default: en)
  --vsix           install the packaged extension as a user would; by default VS Code loads the checkout
  --restricted     do not trust the workspace: shows what Restricted Mode leaves
  --no-open        only print the address, do not open a browser
  --help           print this text`;

/** @returns {Record<string, string | boolean | undefined>} @throws {Error} on wrong usage. */
function readOptions() {
  const { values } = parseArgs({
    options: {
      desktop: { type: 'boolean', default: false },
      port: { type: 'string', default: '0' },
      'aws-port': { type: 'string', default: '0' },
      locale: { type: 'string', default: 'en' },
      vsix: { type: 'boolean', default: false },
      restricted: { type: 'boolean', default: false },
      'no-open': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  for (const name of ['port', 'aws-port']) {
    if (!/^\d+$/.test(values[name]) || Number(values[name]) > 65_535) {
      throw new Error(`--${name} takes a port number, not "${values[name]}".`);
    }
  }
  if (!['en', 'ko'].includes(values.locale)) {
    throw new Error(`--locale takes "en" or "ko", not "${values.locale}".`);
  }
  return values;
}

async function main() {
  let options;
  try {
    options = readOptions();
  } catch (error) {
    console.error(`${error.message}\n\n${HELP}`);
    process.exit(2);
  }
  if (options.help) {
    console.log(HELP);
    return;
  }
  console.log('Building...');
  await build({ dev: !options.vsix });
  const scratch = await mkdtemp(join(tmpdir(), 'sealwright-start-'));
  atEnd(() => rm(scratch, { recursive: true, force: true, maxRetries: 5 }));
  const workspace = join(scratch, 'sample');
  await cp(inRoot('samples/workspace'), workspace, { recursive: true });
  const aws = await startSampleAws({ port: Number(options['aws-port']), directory: scratch });
  console.log(`Local AWS endpoint: ${aws.url} (profiles: ${aws.profiles.join(', ')})`);
  await (options.desktop ? openDesktop : openInBrowser)({ options, workspace, scratch, env: aws.env });
}

async function openInBrowser({ options, workspace, env }) {
  const host = await ensureHost();
  const token = randomBytes(16).toString('hex');
  const server = await startServer({
    host,
    trustEverything: !options.restricted,
    locale: options.locale,
    port: Number(options.port),
    token,
    env,
    settings: { 'workbench.startupEditor': 'readme' },
    prepareExtensions: (directory) => (options.vsix ? installPackage(host, directory) : linkCheckout(directory)),
  });
  const url = workbenchUrl(server, { workspace, token });
  console.log(`\nVS Code: ${url}\n\nOpen this address in a browser. Press Ctrl-C to stop.`);
  if (!options['no-open'] && process.stdout.isTTY && process.env.CI === undefined) {
    openUrl(url);
  }
  await server.ended;
  if (process.exitCode !== undefined) {
    return; // it was ended by Ctrl-C
  }
  throw new Error(`The VS Code server ended.\n${server.output().slice(-2000)}`);
}

async function openDesktop({ options, workspace, scratch, env }) {
  const userData = join(scratch, 'user-data');
  await mkdir(userData, { recursive: true });
  const onWindows = process.platform === 'win32';
  const args = ['--wait', '--new-window', `--extensionDevelopmentPath=${root}`, `--user-data-dir=${userData}`];
  const child = start('code', [...args, `--locale=${options.locale}`, workspace], {
    env: { ...withoutAws(process.env), ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: onWindows,
  });
  console.log('Close the VS Code window, or press Ctrl-C, to stop.');
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  }).catch((error) => {
    throw error.code === 'ENOENT'
      ? new Error(
          'There is no "code" command. In VS Code run "Shell Command: Install \'code\' command in PATH", or leave out --desktop.',
        )
      : error;
  });
  if (code !== 0) {
    throw new Error(`"code" ended with exit code ${code}.`);
  }
}

/** Opens the user's browser if there is one; the address was printed in any case. */
function openUrl(url) {
  const [command, ...args] = {
    darwin: ['open', url],
    win32: ['rundll32', 'url.dll,FileProtocolHandler', url],
  }[process.platform] ?? ['xdg-open', url];
  start(command, args, { stdio: 'ignore' }).once('error', () => {});
}

try {
  await main();
  await endProcess(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await endProcess(1);
}
