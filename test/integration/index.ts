import { writeFileSync } from 'node:fs';

/**
 * What VS Code loads as `extensionTestsPath`, whether in the npm host or under @vscode/test-electron: runs one suite with
 * Mocha and leaves its results as JSON. `SEALWRIGHT_RUN` names the suite, `SEALWRIGHT_RESULTS` the file.
 */

export interface TestResult {
  readonly title: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  readonly durationMs: number;
  /** Message and stack of a failure. */
  readonly error?: string;
}

/** A run is a VS Code started in its own way (scripts/host/runs.mjs); its tests are loaded only there. */
const runs: Readonly<Record<string, () => Promise<unknown>>> = {
  trusted: () => import('./trusted/index.js'),
  restricted: () => import('./restricted/index.js'),
  korean: () => import('./korean/index.js'),
};

export async function run(): Promise<void> {
  const name = required('SEALWRIGHT_RUN');
  const resultsFile = required('SEALWRIGHT_RESULTS');
  const load = runs[name];
  if (load === undefined) {
    throw new Error(`No test run is called "${name}".`);
  }
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, forbidOnly: true, reporter: 'spec', color: false });
  // The interface's functions (describe, it, ...) become globals; the suites then register themselves while they load.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await load();

  const results: TestResult[] = [];
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => resolve());
    runner.on('pass', (test) => results.push(toResult(test, 'passed')));
    runner.on('pending', (test) => results.push(toResult(test, 'skipped')));
    // A failing hook arrives here too, under a title of its own.
    runner.on('fail', (test, error: unknown) => results.push(toResult(test, 'failed', error)));
  });
  writeFileSync(resultsFile, JSON.stringify(results));
  const failed = results.filter(({ state }) => state === 'failed').length;
  if (failed > 0) {
    throw new Error(`${failed} of ${results.length} tests failed.`);
  }
}

function required(variable: string): string {
  const value = process.env[variable];
  if (value === undefined || value === '') {
    throw new Error(`The environment variable ${variable} is not set.`);
  }
  return value;
}

function toResult(test: Mocha.Runnable, state: TestResult['state'], error?: unknown): TestResult {
  return {
    title: test.fullTitle(),
    state,
    durationMs: test.duration ?? 0,
    ...(error === undefined ? {} : { error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  };
}
