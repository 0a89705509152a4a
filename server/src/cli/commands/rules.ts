import * as l10n from '@vscode/l10n';
import { docsAddress } from '../../rules/docs.js';
import { ALL_RULES } from '../../rules/index.js';
import type { CliIo } from '../io.js';

/** Lists the rules, as a table for people or as JSON for tools. */
export function listRules(format: 'text' | 'json', io: CliIo): void {
  if (format === 'json') {
    const rules = ALL_RULES.map(({ id, defaultLevel, tags, kinds, peers, catalogue, fixable }) => ({
      id,
      defaultLevel,
      fixable,
      tags,
      kinds: kinds ?? [],
      catalogue,
      peers: peers ?? [],
      docs: docsAddress(id),
    }));
    io.out(`${JSON.stringify({ version: 1, rules }, undefined, 2)}\n`);
    return;
  }
  const width = Math.max(...ALL_RULES.map(({ id }) => id.length));
  for (const { id, defaultLevel, fixable, tags } of ALL_RULES) {
    const fix = fixable === 'never' ? '' : l10n.t('fix');
    io.out(`${id.padEnd(width)}  ${defaultLevel.padEnd(7)}  ${fix.padEnd(4)}  ${tags.join(', ')}\n`);
  }
}
