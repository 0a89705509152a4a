import path from 'node:path';
import * as l10n from '@vscode/l10n';
import { createAnalyzer } from '../analysis/analyzer.js';
import { hasBrokenSyntax } from '../analysis/brokenSyntax.js';
import type { Policy } from '../policy/model.js';
import type { Installation } from './command.js';
import { UsageError } from './exitCode.js';
import type { CliIo } from './io.js';
import { readInput } from './readInput.js';

/**
 * Reads the key policy of a file, or of standard input for `-`; also what `aws kms get-key-policy` prints, which holds
 * the policy as a text.
 *
 * @throws UsageError when there is none
 */
export async function readPolicyFile(name: string, io: CliIo, installation: Installation): Promise<Policy> {
  const text = unwrap(await readText(name, io));
  const { analyze } = createAnalyzer({
    reference: installation.reference(),
    settingsFor: () => ({ levels: {}, kind: { choice: 'key-policy', glob: '' } }),
    rules: [],
  });
  const { document } = analyze({ uri: name, languageId: 'jsonc', text });
  if (document === undefined || document.policy.statementEntry === undefined) {
    throw new UsageError(l10n.t('"{0}" holds no policy.', labelOf(name)));
  }
  if (hasBrokenSyntax(document)) {
    throw new UsageError(l10n.t('"{0}" is not valid JSON. "sealwright check" shows where.', labelOf(name)));
  }
  return document.policy;
}

/**
 * The text of a file, or of standard input for `-`.
 *
 * @throws UsageError when it cannot be read
 */
export async function readText(name: string, io: CliIo): Promise<string> {
  const input = { path: name === '-' ? '-' : path.resolve(io.cwd, name), label: labelOf(name), isExplicit: true };
  const result = await readInput(input, io);
  if ('problem' in result) {
    throw new UsageError(result.problem);
  }
  return result.text;
}

function labelOf(name: string): string {
  return name === '-' ? '<stdin>' : name;
}

function unwrap(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    const inner = typeof value === 'object' && value !== null && 'Policy' in value ? value.Policy : undefined;
    return typeof inner === 'string' ? inner : text;
  } catch {
    return text; // what is wrong with it is said where it is read
  }
}
