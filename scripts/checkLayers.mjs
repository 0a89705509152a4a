/**
 * Checks the layers of .dependency-cruiser.cjs: `node scripts/checkLayers.mjs [DIRECTORY]`, by default the checkout.
 * Fails on a violation, and when no module could be read: a tool that sees nothing finds nothing.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { inRoot } from './support/paths.mjs';
import { runNode } from './support/processes.mjs';

const directory = resolve(process.argv[2] ?? inRoot('.'));
const folders = ['client', 'server', 'protocol', 'test'].filter((name) => existsSync(resolve(directory, name)));
const { code, output } = await runNode(
  inRoot('node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
  ['--config', inRoot('.dependency-cruiser.cjs'), '--output-type', 'json', ...folders],
  { cwd: directory, quiet: true },
);
let summary;
try {
  summary = JSON.parse(output.slice(output.indexOf('{'))).summary;
} catch {
  console.error(`dependency-cruiser ended with exit code ${code}:\n${output.slice(0, 4000)}`);
  process.exit(1);
}
for (const { rule, from, to } of summary.violations) {
  console.error(`${rule.severity} ${rule.name}: "${from}" imports "${to}"`);
}
if (summary.totalCruised === 0) {
  console.error('dependency-cruiser read no modules: its TypeScript parser is missing.');
}
console.log(`${summary.totalCruised} modules, ${summary.violations.length} layer violations`);
process.exitCode = summary.violations.length === 0 && summary.totalCruised > 0 ? 0 : 1;
