import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'sealwright-layers-'));
  await copyFile(path.join(root, 'tsconfig.json'), path.join(directory, 'tsconfig.json'));
  await symlink(path.join(root, 'node_modules'), path.join(directory, 'node_modules'), 'junction');
});
afterEach(() => rm(directory, { recursive: true, force: true }));

/** Checks a tree of these files (path to text) with the product's own layer rules. */
async function check(files: Readonly<Record<string, string>>): Promise<{ code: number; output: string }> {
  for (const [file, text] of Object.entries(files)) {
    const target = path.join(directory, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
  }
  return new Promise((resolve) => {
    execFile(process.execPath, [path.join(root, 'scripts/checkLayers.mjs'), directory], (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), output: stdout + stderr });
    });
  });
}

/** A module that imports another one for its value. */
const importing = (specifier: string): string => `import { thing } from '${specifier}';\nexport const other = thing;\n`;
const THING = 'export const thing = 1;\n';

describe('The layer check', () => {
  it('accepts an import from a layer below', async () => {
    const { code, output } = await check({
      'server/src/policy/a.ts': importing('../source/b.js'),
      'server/src/source/b.ts': THING,
    });
    expect(output).toContain('2 modules, 0 layer violations');
    expect(code).toBe(0);
  });

  it.each([
    ['layer-policy', 'server/src/policy/a.ts', '../analysis/b.js', 'server/src/analysis/b.ts'],
    ['client-only-through-protocol', 'client/src/a.ts', '../../server/src/policy/b.js', 'server/src/policy/b.ts'],
    ['protocol-is-a-leaf', 'protocol/src/a.ts', '../../server/src/source/b.js', 'server/src/source/b.ts'],
    ['features-are-islands', 'client/src/features/keys/a.ts', '../session/b.js', 'client/src/features/session/b.ts'],
    ['platform-below-features', 'client/src/platform/a.ts', '../features/keys/b.js', 'client/src/features/keys/b.ts'],
    ['local-aws-is-a-second-opinion', 'test/aws-local/a.ts', '../../server/src/policy/b.js', 'server/src/policy/b.ts'],
  ])('reports a planted violation of %s', async (rule, from, specifier, to) => {
    const { code, output } = await check({ [from]: importing(specifier), [to]: THING });
    expect(output).toContain(`error ${rule}: "${from}" imports "${to}"`);
    expect(code).toBe(1);
  });

  it.each([
    [
      'engine-knows-no-lsp-or-node',
      'server/src/rules/a.ts',
      "import { readFileSync } from 'node:fs';\nreadFileSync('');\n",
    ],
    ['aws-sdk-in-one-place', 'client/src/features/keys/a.ts', "import '@aws-sdk/client-kms';\n"],
    ['features-know-no-connection', 'server/src/features/a.ts', "import 'vscode-languageserver/node';\n"],
    ['server-stays-offline', 'server/src/cli/a.ts', "import { get } from 'node:https';\nget('');\n"],
    ['no-cycles', 'server/src/source/a.ts', "import './a.js';\n"],
  ])('reports a planted violation of %s', async (rule, file, text) => {
    const { code, output } = await check({ [file]: text });
    expect(output).toContain(`error ${rule}: "${file}"`);
    expect(code).toBe(1);
  });

  it('fails when it could read nothing', async () => {
    const { code, output } = await check({});
    expect(code).toBe(1);
    expect(output).not.toContain(' 0 layer violations');
  });
});
