/** `npm run package`: builds and packs out/sealwright-VERSION.vsix, and fails when it has grown over its budget. */
import { statSync } from 'node:fs';
import { relative } from 'node:path';
import { build } from '../esbuild.mjs';
import { budgets } from './support/budgets.mjs';
import { writeNotices } from './support/notices.mjs';
import { root } from './support/paths.mjs';
import { packageExtension } from './support/vsix.mjs';

await build();
await writeNotices();
const { file, files } = await packageExtension();
const bytes = statSync(file).size;
const counted = files.filter((path) => !budgets.vsix.uncounted.test(path));
console.log(`${relative(root, file)}: ${(bytes / 1024).toFixed(0)} KB, ${files.length} files`);
const complaints = [
  ...(bytes > budgets.vsix.bytes ? [`The package has ${bytes} bytes, more than ${budgets.vsix.bytes}.`] : []),
  ...(counted.length > budgets.vsix.files
    ? [`The package has ${counted.length} files besides rule pages, more than ${budgets.vsix.files}.`]
    : []),
];
for (const complaint of complaints) {
  console.error(complaint);
}
process.exitCode = complaints.length === 0 ? 0 : 1;
