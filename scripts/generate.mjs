/**
 * Writes every generated file: `npm run generate`. With `--check` nothing is written; files that differ are named and the
 * exit code is 1. The exit code is also 1 when a generator reports a problem of its sources, such as a missing page.
 *
 * A generator is a module `scripts/generate/<name>.mjs` that exports
 * `generate(root): Promise<{ files: Map<path relative to root, text>, ownedDirectories?: string[], problems?: string[] }>`.
 * A file that lies in an owned directory and was not produced is stale and gets deleted.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const generatorsDirectory = path.join(root, 'scripts', 'generate');

// In this order: the rule index reads the translations, and the string bundles contain what the other files say.
const order = ['iamData', 'ruleIndex', 'configSchema', 'l10n'];

/** @returns paths (relative, with `/`) that are missing, different or left over, and the generators' complaints */
async function generateAll({ check }) {
  const stale = [];
  const problems = [];
  for (const name of await listGenerators()) {
    const { generate } = await import(pathToFileURL(path.join(generatorsDirectory, `${name}.mjs`)).href);
    const { files, ownedDirectories = [], problems: found = [] } = await generate(root);
    problems.push(...found);
    for (const [file, text] of files) {
      if ((await readText(file)) !== text) {
        stale.push(file);
        if (!check) {
          await mkdir(path.dirname(path.join(root, file)), { recursive: true });
          await writeFile(path.join(root, file), text);
        }
      }
    }
    for (const file of await leftovers(ownedDirectories, files)) {
      stale.push(file);
      if (!check) {
        await rm(path.join(root, file));
      }
    }
  }
  return { stale, problems };
}

async function listGenerators() {
  const found = (await readdir(generatorsDirectory))
    .filter((file) => file.endsWith('.mjs'))
    .map((file) => path.basename(file, '.mjs'));
  const unordered = found.filter((name) => !order.includes(name)).sort();
  return [...order.filter((name) => found.includes(name)), ...unordered];
}

async function leftovers(directories, files) {
  const result = [];
  for (const directory of directories) {
    const names = await readdir(path.join(root, directory)).catch(() => []);
    result.push(...names.map((name) => `${directory}/${name}`).filter((file) => !files.has(file)));
  }
  return result;
}

async function readText(file) {
  try {
    // A checkout on Windows may hold CRLF; what is generated is compared by content.
    return (await readFile(path.join(root, file), 'utf8')).replaceAll('\r\n', '\n');
  } catch (error) {
    if (error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const { stale, problems } = await generateAll(values);
if (stale.length === 0) {
  console.log('All generated files are fresh.');
} else if (values.check) {
  console.error(
    `These generated files are stale. Run "npm run generate" and commit the result:\n  ${stale.join('\n  ')}`,
  );
} else {
  console.log(`Wrote ${stale.length} files:\n  ${stale.join('\n  ')}`);
}
if (problems.length > 0) {
  console.error(`Mend these first:\n  ${problems.join('\n  ')}`);
}
process.exitCode = problems.length > 0 || (values.check && stale.length > 0) ? 1 : 0;
