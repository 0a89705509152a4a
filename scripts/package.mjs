/** `npm run package`: builds and packs out/sealwright-VERSION.vsix, and fails when it has grown over its budget. */
import { statSync } from 'node:fs';
import { relative } from 'node:path';
import { build } from '../esbuild.mjs';
import { budgets } from './support/budgets.mjs';
import { writeNotices } from './support/notices.mjs';
import { root } from './support/paths.mjs';
import { packageExtension } from './support/vsix.mjs';

async function main() {
  await build();
  await writeNotices();
  const { file, files } = await packageExtension();
  const bytes = statSync(file).size;
  const counted = files.filter((path) => !budgets.vsix.uncounted.test(path));
  console.log(`${relative(root, file)}: ${(bytes / 1024).toFixed(0)} KB, ${files.length} files`);
  if (bytes > budgets.vsix.bytes) {
    throw new Error(`The package has ${bytes} bytes, more than ${budgets.vsix.bytes}.`);
  }
  if (counted.length > budgets.vsix.files) {
    throw new Error(`The package has ${counted.length} files besides rule pages, more than ${budgets.vsix.files}.`);
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
