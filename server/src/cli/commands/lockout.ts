import * as l10n from '@vscode/l10n';
import type { KeyControlInfo, LockoutReport } from '../../../../protocol/src/access.js';
import { conditionLines, throughText } from '../../policy/access/accessTexts.js';
import { lockout } from '../../policy/access/lockout.js';
import { toLockoutReport } from '../../policy/access/reports.js';
import { accessTable } from '../accessTable.js';
import { requireAccount, requirePrincipal } from '../checks.js';
import { type Command, parseCommandArgs, requireFormat } from '../command.js';
import { EXIT_CODES, UsageError } from '../exitCode.js';
import { OUTPUT_FORMATS, render, type Section, toJson } from '../outputFormats.js';
import { readPolicyFile } from '../readPolicyFile.js';
import { incompleteNote } from './whoCan.js';

const OPTIONS = {
  caller: { type: 'string' },
  'break-glass': { type: 'string', multiple: true },
  account: { type: 'string' },
  format: { type: 'string', default: 'text' },
} as const;

/** `sealwright lockout`. */
export const lockoutCommand: Command = {
  name: 'lockout',
  options: OPTIONS,
  summary: () => l10n.t('says whether a key stays manageable once a policy is applied'),
  synopsis: () => l10n.t('lockout FILE|- --caller ARN'),
  help: () =>
    l10n.t(`Says who can still change a key policy after it is applied, and whether the safety check of KMS would refuse it.

Options
  --caller ARN             who applies the policy: user, role or session
  --break-glass ARN        who must be able to manage the key whatever happens; may be repeated
  --account ID             account of the key; by default that of the caller
  --format FORMAT          text (default), json or markdown

Exit codes: 0 the key stays manageable, 1 the caller or a break-glass principal is locked out, or KMS would refuse the
policy, 2 usage or unreadable input.`),

  async run(args, io, installation) {
    const { values, positionals } = parseCommandArgs(args, OPTIONS);
    const format = requireFormat(values.format, OUTPUT_FORMATS);
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) {
      throw new UsageError(l10n.t('Name one file with a key policy, or "-" for standard input.'));
    }
    if (values.caller === undefined) {
      throw new UsageError(l10n.t('Say who applies the policy, with "--caller ARN".'));
    }
    const policy = await readPolicyFile(file, io, installation);
    const answer = lockout(policy, {
      caller: requirePrincipal(values.caller),
      breakGlass: (values['break-glass'] ?? []).map(requirePrincipal),
      ...(values.account !== undefined && { account: requireAccount(values.account) }),
    });
    const report = toLockoutReport(answer);
    io.out(format === 'json' ? toJson(report) : render(sectionsOf(report), format));
    return report.lockedOut ? EXIT_CODES.findings : EXIT_CODES.clean;
  },
};

function sectionsOf({ safetyCheck, principals, keepers, incomplete }: LockoutReport): Section[] {
  return [
    { paragraph: safetyCheck.reason },
    {
      table: {
        heading: [l10n.t('Principal'), l10n.t('Keeps the key'), l10n.t('Conditions')],
        rows: principals.map((item) => [
          [item.principal],
          [controlText(item)],
          item.control === 'conditions'
            ? item.through.flatMap((way) => [`${throughText(way)}:`, ...conditionLines(way)])
            : [item.reason],
        ]),
      },
    },
    ...(keepers.length === 0
      ? []
      : [{ heading: l10n.t('Who can change the policy') }, { table: accessTable(keepers) }]),
    ...incompleteNote(incomplete),
  ];
}

function controlText({ control }: KeyControlInfo): string {
  switch (control) {
    case 'yes':
      return l10n.t('yes');
    case 'iam':
      return l10n.t('through IAM only');
    case 'conditions':
      return l10n.t('under conditions');
    case 'no':
      return l10n.t('NO');
    case 'unknown':
      return l10n.t('not known');
  }
}
