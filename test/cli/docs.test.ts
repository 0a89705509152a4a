import { execFile } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMON_OPTIONS } from '../../server/src/cli/command.js';
import { COMMANDS } from '../../server/src/cli/commandList.js';
import { bundlePath } from '../support/bundle.js';
import { folderWith } from '../support/cli.js';

const page = readFileSync(path.join(import.meta.dirname, '../../docs/cli.md'), 'utf8');

/** Files that the page shows: a name in code with a colon, and a block of JSON. */
const files = Object.fromEntries(
  [...page.matchAll(/^`([\w.]+)`:\n\n```json\n([\s\S]*?)```/gm)].map(([, name = '', text = '']) => [name, text]),
);

/** Commands of the page, each with the pieces of text that its output has, in this order. */
const examples = [...page.matchAll(/```console\n\$ (.+)\n([\s\S]*?)```/g)].map(([, command = '', output = '']) => ({
  command,
  pieces: output.split('\n').filter((line) => line !== ''),
}));

let folder: ReturnType<typeof folderWith>;
beforeAll(() => {
  folder = folderWith(files);
  const script = path.join(folder.path, 'sealwright');
  writeFileSync(script, `#!/bin/sh\nexec "${process.execPath}" "${bundlePath('cli.js')}" "$@"\n`);
  chmodSync(script, 0o755);
});
afterAll(() => folder.remove());

async function run(command: string): Promise<string> {
  const env = { PATH: `${folder.path}:${process.env['PATH']}`, LANG: 'C' };
  try {
    return (await promisify(execFile)('sh', ['-c', command], { cwd: folder.path, env })).stdout;
  } catch (error) {
    // Exit code 1 is an answer too.
    if (error instanceof Error && 'code' in error && error.code === 1 && 'stdout' in error) {
      return String(error.stdout);
    }
    throw error;
  }
}

describe('the page of the command line', () => {
  it('has files and examples', () => {
    expect(Object.keys(files)).toEqual(['key.json', 'new.json', 'users.json']);
    expect(examples.length).toBeGreaterThan(8);
  });

  it.each(examples)('shows what $command prints', async ({ command, pieces }) => {
    const output = await run(command);
    let from = 0;
    for (const piece of pieces) {
      const found = output.indexOf(piece, from);
      expect({ piece, output, isFound: found >= 0 }).toMatchObject({ isFound: true });
      from = found + piece.length;
    }
  });

  it.each(COMMANDS.map((command) => [command.name, command] as const))(
    'tells of every option of %s',
    (name, { options }) => {
      const section =
        page.split(/^## /m).find((part) => part.startsWith(name) || part.split('\n')[0]?.includes(name)) ?? '';
      expect(Object.keys(options).filter((option) => !section.includes(`--${option}`))).toEqual([]);
    },
  );

  it('tells of the options of every command', () => {
    expect(Object.keys(COMMON_OPTIONS).filter((option) => !page.includes(`\`--${option}`))).toEqual([]);
  });

  it('shows JSON that is JSON', () => {
    for (const [, text = ''] of page.matchAll(/```json\n([\s\S]*?)```/g)) {
      expect(() => JSON.parse(text)).not.toThrow();
    }
  });
});
