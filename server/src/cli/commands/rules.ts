import * as l10n from '@vscode/l10n';
import { docsAddress } from '../../rules/docs.js';
import { ALL_RULES } from '../../rules/index.js';
import { type Command, parseCommandArgs, requireFormat } from '../command.js';
import { EXIT_CODES } from '../exitCode.js';
import type { CliIo } from '../io.js';

const OPTIONS = { format: { type: 'string', default: 'text' } } as const;

/** `sealwright rules`. */
export const rulesCommand: Command = {
  name: 'rules',
  options: OPTIONS,
  summary: () => l10n.t('lists the rules'),
  synopsis: () => 'rules',
  help: () =>
    l10n.t(`Lists the rules of "check" with their levels, fixes and tags.

Options
  --format FORMAT          text (default) or json`),

  async run(args, io) {
    const { values } = parseCommandArgs(args, OPTIONS);
    listRules(requireFormat(values.format, ['text', 'json']), io);
    return EXIT_CODES.clean;
  },
};

/** Lists the rules, as a table for people or as JSON for tools. */
function listRules(format: 'text' | 'json', io: CliIo): void {
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
