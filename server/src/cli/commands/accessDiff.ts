import * as l10n from '@vscode/l10n';
import type { AccessChangeInfo, AccessDiffReport } from '../../../../protocol/src/access.js';
import { accessDiff } from '../../policy/access/accessDiff.js';
import { toAccessDiffReport } from '../../policy/access/reports.js';
import { accessTable } from '../accessTable.js';
import { requireAccount } from '../checks.js';
import { type Command, parseCommandArgs, requireFormat } from '../command.js';
import { EXIT_CODES, UsageError } from '../exitCode.js';
import { OUTPUT_FORMATS, render, type Section, toJson } from '../outputFormats.js';
import { readPolicyFile } from '../readPolicyFile.js';
import { incompleteNote } from './whoCan.js';

const OPTIONS = {
  account: { type: 'string' },
  format: { type: 'string', default: 'text' },
} as const;

/** `sealwright access-diff`. */
export const accessDiffCommand: Command = {
  name: 'access-diff',
  options: OPTIONS,
  summary: () => l10n.t('says what a new version of a key policy gives and takes'),
  synopsis: () => l10n.t('access-diff OLD|- NEW|-'),
  help: () =>
    l10n.t(`Compares two key policies by what they permit, however they are written: formatting, order, lists, Sids, NotAction,
wildcards and overlapping statements do not matter. As an external diff of git it takes git's seven arguments.

Options
  --account ID             account of the key; then nothing is said of what callers of other accounts can never use
  --format FORMAT          text (default), json or markdown

Exit codes: 0 the same access, 1 something is gained or lost, 2 usage or unreadable input.`),

  async run(args, io, installation) {
    const { values, positionals } = parseCommandArgs(args, OPTIONS);
    const format = requireFormat(values.format, OUTPUT_FORMATS);
    const account = values.account === undefined ? undefined : requireAccount(values.account);
    const [oldFile, newFile] = filesOf(positionals);
    if (oldFile === '-' && newFile === '-') {
      throw new UsageError(l10n.t('Only one of the two policies can come from standard input.'));
    }
    const before = await readPolicyFile(oldFile, io, installation);
    const after = await readPolicyFile(newFile, io, installation);
    const diff = accessDiff(before, after, account === undefined ? {} : { account });
    const report = toAccessDiffReport(diff, before, after, account);
    io.out(format === 'json' ? toJson(report) : render(sectionsOf(report), format));
    return report.same ? EXIT_CODES.clean : EXIT_CODES.findings;
  },
};

/** Two files; or `path old-file old-hex old-mode new-file new-hex new-mode`, as git calls an external diff. */
function filesOf(positionals: readonly string[]): readonly [string, string] {
  const [first, second] = positionals.length === 7 ? [positionals[1], positionals[4]] : positionals;
  if (first === undefined || second === undefined || (positionals.length !== 2 && positionals.length !== 7)) {
    throw new UsageError(l10n.t('Name two files with key policies: the old one and the new one.'));
  }
  return [first, second];
}

function sectionsOf({ same, gained, lost, incomplete }: AccessDiffReport): Section[] {
  return [
    ...(same ? [{ paragraph: l10n.t('Both policies give the same access.') }] : []),
    ...changes(l10n.t('Gained'), gained),
    ...changes(l10n.t('Lost'), lost),
    ...incompleteNote(incomplete),
  ];
}

function changes(heading: string, rows: readonly AccessChangeInfo[]): Section[] {
  return rows.length === 0 ? [] : [{ heading }, { table: accessTable(rows) }];
}
