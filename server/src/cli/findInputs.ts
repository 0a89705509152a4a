import { stat } from 'node:fs/promises';
import path from 'node:path';
import * as l10n from '@vscode/l10n';
import { globby, isDynamicPattern } from 'globby';
import { UsageError } from './exitCode.js';

export interface Input {
  /** Absolute path, or `-` for standard input. */
  readonly path: string;
  /** As reports name it: relative to the working directory, with forward slashes. */
  readonly label: string;
  /** Named on the command line, rather than found in a directory or by a glob. */
  readonly isExplicit: boolean;
}

const PATTERN = '**/*.{json,jsonc}';
const NEVER = ['**/node_modules/**', '**/.git/**'];

/**
 * The files that arguments mean: files as they are, directories recursively, globs, `-` for standard input. What git
 * ignores is left out of directories and globs, never of files that are named. In a stable order, without doubles.
 *
 * @throws UsageError naming the argument that is no file, or the glob that matches none
 */
export async function findInputs(args: readonly string[], cwd: string): Promise<Input[]> {
  const inputs = new Map<string, Input>();
  for (const argument of args.length === 0 ? ['.'] : args) {
    for (const input of await expand(argument, cwd)) {
      if (!inputs.has(input.path) || input.isExplicit) {
        inputs.set(input.path, input);
      }
    }
  }
  return [...inputs.values()];
}

async function expand(argument: string, cwd: string): Promise<Input[]> {
  if (argument === '-') {
    return [{ path: '-', label: '<stdin>', isExplicit: true }];
  }
  const absolute = path.resolve(cwd, argument);
  const stats = await stat(absolute).catch(() => undefined);
  if (stats?.isDirectory()) {
    return toInputs(await globby(PATTERN, { ...GLOB_OPTIONS, cwd: absolute }), cwd);
  }
  if (stats !== undefined) {
    return [{ path: absolute, label: label(absolute, cwd), isExplicit: true }];
  }
  const pattern = argument.replaceAll('\\', '/');
  if (!isDynamicPattern(pattern)) {
    throw new UsageError(l10n.t('"{0}" does not exist. Name a file, a directory, a glob in quotes, or "-".', argument));
  }
  const found = await globby(pattern, { ...GLOB_OPTIONS, cwd });
  if (found.length === 0) {
    throw new UsageError(l10n.t('"{0}" matches no file that git does not ignore.', argument));
  }
  return toInputs(found, cwd);
}

const GLOB_OPTIONS = { gitignore: true, ignore: NEVER, dot: true, absolute: true, suppressErrors: true } as const;

function toInputs(paths: readonly string[], cwd: string): Input[] {
  return [...paths].sort().map((found) => {
    const absolute = path.normalize(found);
    return { path: absolute, label: label(absolute, cwd), isExplicit: false };
  });
}

function label(absolute: string, cwd: string): string {
  const relative = path.relative(cwd, absolute);
  return (relative === '' ? path.basename(absolute) : relative).split(path.sep).join('/');
}
