import { readFile, rm } from 'node:fs/promises';
import { relative } from 'node:path';
import { inRoot, root } from './paths.mjs';
import { runNode } from './processes.mjs';

/**
 * Runs vitest and reads what came of it.
 * @param {string} name Names the results file in out/test-results.
 * @param {readonly string[]} [filters] Paths to choose test files by; all by default.
 * @returns {Promise<import('./tally.mjs').Test[]>} Also holds a failure for each file that could not be loaded, for errors
 *   outside of tests, and for a run without tests.
 */
export async function runVitest(name, filters = []) {
  const resultsFile = inRoot(`out/test-results/${name}.json`);
  await rm(resultsFile, { force: true });
  const { code } = await runNode(inRoot('node_modules/vitest/vitest.mjs'), [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${resultsFile}`,
    ...filters,
  ]);
  const results = JSON.parse(await readFile(resultsFile, 'utf8').catch(() => 'null'));
  if (results === null) {
    return [{ title: 'vitest', state: 'failed', error: `vitest ended with exit code ${code} and left no results.` }];
  }
  const tests = results.testResults.flatMap(testsOfFile);
  const hasFailure = tests.some(({ state }) => state === 'failed');
  if (code !== 0 && !hasFailure) {
    tests.push({
      title: 'vitest',
      state: 'failed',
      error: `vitest ended with exit code ${code}: see its output above.`,
    });
  }
  if (tests.length === 0) {
    tests.push({ title: 'vitest', state: 'failed', error: 'vitest ran no tests.' });
  }
  return tests;
}

function testsOfFile(file) {
  const path = relative(root, file.name).replaceAll('\\', '/');
  const tests = file.assertionResults.map((test) => ({
    title: `${path} > ${test.fullName}`,
    state: stateOf(test.status),
    ...(test.failureMessages?.length > 0 ? { error: test.failureMessages.join('\n') } : {}),
  }));
  if (file.status === 'failed' && !tests.some(({ state }) => state === 'failed')) {
    tests.push({ title: path, state: 'failed', error: file.message || 'The file could not be loaded.' });
  }
  return tests;
}

/** vitest: passed, failed, skipped, pending, todo, disabled. */
function stateOf(status) {
  return status === 'passed' || status === 'failed' ? status : 'skipped';
}
