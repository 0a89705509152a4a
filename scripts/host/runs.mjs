import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'node:util';
import { inRoot, root } from '../support/paths.mjs';
import { atEnd } from '../support/processes.mjs';
import { startSampleAws } from '../support/sampleAws.mjs';
import { launchBrowser } from './browser.mjs';
import { startServer } from './server.mjs';
import { workbenchUrl } from './workbenchUrl.mjs';

/** The ways in which VS Code is started for the suites of test/integration, by the name of their folder. */
export const RUNS = [
  { name: 'trusted', trustEverything: true, locale: 'en' },
  { name: 'restricted', trustEverything: false, locale: 'en' },
  { name: 'korean', trustEverything: true, locale: 'ko' },
];

const RUN_TIMEOUT_MS = 180_000;

/**
 * Runs one Mocha suite in the extension host of a VS Code server, on a copy of the sample workspace and beside a local AWS
 * endpoint with the sample accounts (`SEALWRIGHT_AWS_URL`).
 * @param {import('./install.mjs').Host} host
 * @param {(typeof RUNS)[number]} run
 * @param {{ extension?: string, artifacts?: string }} [options] `extension`: folder of the
 *   extension under test (the checkout by default); `artifacts`: folder for the extension host's console, and for a picture
 *   of a run that crashed.
 * @returns {Promise<{ name: string, tests: readonly { title: string, state: string, error?: string }[], crash?: string }>}
 *   `crash` tells why no results were left.
 */
export async function runSuite(host, run, { extension = root, artifacts } = {}) {
  const scratch = await mkdtemp(join(tmpdir(), 'sealwright-run-'));
  const removeScratch = atEnd(() => rm(scratch, { recursive: true, force: true, maxRetries: 5 }));
  const workspace = join(scratch, 'workspace');
  const resultsFile = join(scratch, 'results.json');
  await cp(inRoot('samples/workspace'), workspace, { recursive: true });
  const { name, trustEverything, locale } = run;
  const aws = await startSampleAws({ directory: scratch });
  const server = await startServer({
    host,
    trustEverything,
    underTest: true,
    locale,
    env: { ...aws.env, SEALWRIGHT_AWS_URL: aws.url, SEALWRIGHT_RUN: name, SEALWRIGHT_RESULTS: resultsFile },
  });
  const closers = [removeScratch, aws.close, server.close];
  try {
    const { browser, close } = await launchBrowser(host);
    closers.push(close);
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    let consoleLog = '';
    const outcome = untilEnd({ page, browser, server });
    await page.exposeFunction('codeAutomationLog', (type, args) => {
      consoleLog += `${type}: ${format(...[args].flat())}\n`;
    });
    const url = workbenchUrl(server, { workspace, extension, tests: join(extension, 'out/integration/index.js') });
    await page.goto(url, { timeout: 60_000 });
    const trouble = await outcome;
    if (artifacts !== undefined) {
      await writeFile(join(artifacts, `${name}.log`), consoleLog);
    }
    const tests = (await readResults(resultsFile)) ?? [];
    const isExplained = trouble === undefined || tests.some(({ state }) => state === 'failed');
    if (tests.length > 0 && isExplained) {
      return { name, tests };
    }
    if (artifacts !== undefined) {
      await page.screenshot({ path: join(artifacts, `${name}.png`) }).catch(() => {});
    }
    return { name, tests, crash: `${trouble ?? 'it ran no tests'}\n${server.output().slice(-3000)}` };
  } finally {
    for (const close of closers.reverse()) {
      await close();
    }
  }
}

/** Why the run ended otherwise than with success; undefined when all went well. */
async function untilEnd({ page, browser, server }) {
  const { promise, resolve } = promiseWithResolvers();
  const timer = setTimeout(() => resolve(`it did not end within ${RUN_TIMEOUT_MS / 1000} s`), RUN_TIMEOUT_MS).unref();
  page.once('crash', () => resolve('the browser page crashed'));
  browser.once('disconnected', () => resolve('the browser ended'));
  await page.exposeFunction('codeAutomationExit', (code) =>
    resolve(code === 0 ? undefined : `it ended with exit code ${code}`),
  );
  const serverEnded = server.ended.then(() => 'the VS Code server ended');
  const trouble = await Promise.race([promise, serverEnded]);
  clearTimeout(timer);
  return trouble;
}

/** Promise.withResolvers, which Node 20 lacks. */
function promiseWithResolvers() {
  let resolve;
  const promise = new Promise((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

async function readResults(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}
