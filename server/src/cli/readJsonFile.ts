import * as l10n from '@vscode/l10n';
import { UsageError } from './exitCode.js';
import type { CliIo } from './io.js';
import { readText } from './readPolicyFile.js';

/**
 * The JSON value of a file, or of standard input for `-`.
 *
 * @throws UsageError when it cannot be read
 */
export async function readJsonFile(name: string, io: CliIo): Promise<unknown> {
  const text = await readText(name, io);
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new UsageError(l10n.t('"{0}" is not valid JSON.', name));
  }
}
