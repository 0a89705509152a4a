import { readFile } from 'node:fs/promises';
import * as l10n from '@vscode/l10n';
import type { Input } from './findInputs.js';
import type { CliIo } from './io.js';

/** A file's text, or one localised sentence that says why there is none. */
export type ReadResult = { readonly text: string } | { readonly problem: string };

/** Far above every policy and template; protects the machine, not the product. */
const MAX_BYTES = 64_000_000;

/** Reads an input as UTF-8. A byte order mark stays in the text, since a rule reports it. Never throws. */
export async function readInput(input: Input, io: CliIo): Promise<ReadResult> {
  let bytes: Uint8Array;
  try {
    bytes = input.path === '-' ? await io.stdin() : await readFile(input.path);
  } catch (error) {
    return { problem: l10n.t('"{0}" cannot be read: {1}', input.label, reasonOf(error)) };
  }
  if (bytes.byteLength > MAX_BYTES) {
    return {
      problem: l10n.t(
        '"{0}" is too large: {1} bytes, and at most {2} are read.',
        input.label,
        bytes.byteLength,
        MAX_BYTES,
      ),
    };
  }
  if (bytes.includes(0)) {
    return { problem: l10n.t('"{0}" holds NUL bytes: it is binary or not UTF-8. Save it as UTF-8.', input.label) };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { problem: l10n.t('"{0}" is not valid UTF-8. Save it as UTF-8.', input.label) };
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return l10n.t('permission denied');
    case 'EISDIR':
      return l10n.t('it is a directory');
    case 'ENOENT':
      return l10n.t('it does not exist');
    default:
      return code === '' ? String(error) : code;
  }
}
