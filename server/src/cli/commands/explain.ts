import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as l10n from '@vscode/l10n';
import { RULE_SUMMARIES } from '../../rules/generated/summaries.js';
import { ALL_RULES } from '../../rules/index.js';
import type { Rule } from '../../rules/rule.js';
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
 * Prints a rule's page; for the name of another tool's check, such as `CKV_AWS_33`, the rules that do the same.
 *
 * @param docsDirectory where the pages are: `docs/rules` of the installation
 * @throws UsageError when there is no such rule and no such check
 */
function explain(rule: string, docsDirectory: string, io: CliIo): void {
  const namesakes = rulesKnownAs(rule);
  if (namesakes.length > 0) {
    io.out(`${l10n.t('What other tools call "{0}" is here:', rule)}\n`);
    for (const { id } of namesakes) {
      io.out(`  ${id}: ${RULE_SUMMARIES.get(id) ?? ''}\n`);
    }
    return;
  }
  requireRule(rule);
  try {
    io.out(readFileSync(path.join(docsDirectory, `${rule}.md`), 'utf8'));
  } catch {
    throw new UsageError(
      l10n.t('The page of "{0}" is missing from this installation. Install Sealwright again.', rule),
    );
  }
}

/** Rules whose check other tools know by the name; none for a name of ours. */
function rulesKnownAs(name: string): readonly Rule[] {
  if (ALL_RULES.some(({ id }) => id === name)) {
    return [];
  }
  const wanted = name.toLowerCase();
  return ALL_RULES.filter(({ peers = [] }) => peers.some((peer) => peer.toLowerCase() === wanted));
}
