/**
 * `npm run test:nightly`: the suites that generate their documents, over far more of them than `npm test` has time for.
 * They are those that import `test/support/nightly`. Arguments are paths to choose among them by.
 */
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { inRoot } from './support/paths.mjs';
import { endProcess } from './support/processes.mjs';
import { createTally } from './support/tally.mjs';
import { runVitest } from './support/vitest.mjs';

process.env['SEALWRIGHT_NIGHTLY'] = '1';

async function nightlySuites() {
  const files = (await readdir(inRoot('test'), { recursive: true }))
    .map((file) => `test/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.test.ts'));
  const texts = await Promise.all(files.map((file) => readFile(inRoot(file), 'utf8')));
  return files.filter((_, index) => texts[index].includes('support/nightly.js'));
}

const given = process.argv.slice(2);
const suites = (await nightlySuites()).filter(
  (file) => given.length === 0 || given.some((part) => file.includes(part)),
);
if (suites.length === 0) {
  console.error(`No nightly suite has "${given.join('" or "')}" in its path.`);
  process.exit(2);
}
await mkdir(inRoot('out/test-results'), { recursive: true });
const tally = createTally();
tally.add(await runVitest('nightly', suites));
tally.printFailures();
console.log(tally.sumLine());
await endProcess(tally.hasFailed() ? 1 : 0);
