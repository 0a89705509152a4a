import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as l10n from '@vscode/l10n';
import { type Command, parseCommandArgs } from '../command.js';
import { requireRule } from '../configuration.js';
import { EXIT_CODES, UsageError } from '../exitCode.js';
import type { CliIo } from '../io.js';

/** `sealwright explain`. */
export const explainCommand: Command = {
  name: 'explain',
  options: {},
  summary: () => l10n.t('prints the page of a rule'),
  synopsis: () => l10n.t('explain RULE'),
  help: () => l10n.t('Prints what a rule reports and why, as Markdown.'),

  async run(args, io, { rulePages }) {
    const [rule, ...more] = parseCommandArgs(args, {}).positionals;
    if (rule === undefined || more.length > 0) {
      throw new UsageError(l10n.t('Name one rule, as in "sealwright explain json-syntax".'));
    }
    explain(rule, rulePages, io);
    return EXIT_CODES.clean;
  },
};

/**
 * Prints a rule's page.
 *
 * @param docsDirectory where the pages are: `docs/rules` of the installation
 * @throws UsageError when there is no such rule
 */
function explain(rule: string, docsDirectory: string, io: CliIo): void {
  requireRule(rule);
  try {
    io.out(readFileSync(path.join(docsDirectory, `${rule}.md`), 'utf8'));
  } catch {
    throw new UsageError(
      l10n.t('The page of "{0}" is missing from this installation. Install Sealwright again.', rule),
    );
  }
}
