import * as l10n from '@vscode/l10n';
import { readGrant } from '../policy/evaluate/readGrant.js';
import type { Grant } from '../policy/evaluate/simulation.js';
import { UsageError } from './exitCode.js';
import type { CliIo } from './io.js';
import { readJsonFile } from './readJsonFile.js';

/**
 * Grants from a file: what `aws kms list-grants` prints, or its list.
 *
 * @throws UsageError when there are none
 */
export async function readGrantsFile(name: string, io: CliIo): Promise<readonly Grant[]> {
  const value = await readJsonFile(name, io);
  const list: unknown = typeof value === 'object' && value !== null && 'Grants' in value ? value.Grants : value;
  const grants = Array.isArray(list) ? list.map(readGrant) : [undefined];
  if (!grants.every((grant) => grant !== undefined)) {
    throw new UsageError(l10n.t('"{0}" holds no list of grants.', name));
  }
  return grants;
}
