/**
 * `npm run test:electron`: the Mocha suites of test/integration in a desktop VS Code, for machines that can download one.
 * VSCODE_EXECUTABLE names an installed one instead; VSCODE_VERSION chooses what to download (default: stable).
 */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { build } from '../esbuild.mjs';
import { RUNS } from './host/runs.mjs';
import { inRoot, root } from './support/paths.mjs';
import { endProcess } from './support/processes.mjs';
import { startSampleAws } from './support/sampleAws.mjs';
import { createTally } from './support/tally.mjs';

const tally = createTally();

await build();
const executable =
  process.env.VSCODE_EXECUTABLE ?? (await downloadAndUnzipVSCode(process.env.VSCODE_VERSION ?? 'stable'));
// Korean needs Microsoft's language pack from the Marketplace: that run belongs to the npm host.
for (const { name, trustEverything } of RUNS.filter(({ locale }) => locale === 'en')) {
  const scratch = await mkdtemp(join(tmpdir(), 'sealwright-electron-'));
  const workspace = join(scratch, 'workspace');
  const results = join(scratch, 'results.json');
  const userSettings = join(scratch, 'user-data/User');
  try {
    await cp(inRoot('samples/workspace'), workspace, { recursive: true });
    const aws = await startSampleAws({ directory: scratch });
    await mkdir(userSettings, { recursive: true });
    // Without the question, an unknown folder opens in Restricted Mode.
    await writeFile(
      join(userSettings, 'settings.json'),
      JSON.stringify({ 'security.workspace.trust.startupPrompt': 'never' }),
    );
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: root,
      extensionTestsPath: inRoot('out/integration/index.js'),
      extensionTestsEnv: { ...aws.env, SEALWRIGHT_AWS_URL: aws.url, SEALWRIGHT_RUN: name, SEALWRIGHT_RESULTS: results },
      launchArgs: [
        workspace,
        '--disable-extensions',
        `--user-data-dir=${join(scratch, 'user-data')}`,
        ...(trustEverything ? ['--disable-workspace-trust'] : []),
      ],
    });
    tally.add(JSON.parse(await readFile(results, 'utf8')));
  } catch (error) {
    const tests = JSON.parse(await readFile(results, 'utf8').catch(() => '[]'));
    tally.add(tests);
    if (!tests.some(({ state }) => state === 'failed')) {
      tally.fail(`VS Code, ${name}`, error instanceof Error ? error.message : String(error));
    }
  } finally {
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}
tally.printFailures();
console.log(tally.sumLine());
await endProcess(tally.hasFailed() ? 1 : 0);
