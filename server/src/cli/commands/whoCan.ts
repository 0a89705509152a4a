import * as l10n from '@vscode/l10n';
import type { WhoCanReport } from '../../../../protocol/src/access.js';
import { ACTION_GROUPS, type ActionGroup, actionsOfGroup, isActionGroup } from '../../knowledge/actionGroups.js';
import { toWhoCanReport } from '../../policy/access/reports.js';
import { expandActions, whoCan } from '../../policy/access/whoCan.js';
import type { Policy } from '../../policy/model.js';
import { accessTable } from '../accessTable.js';
import { requireAccount } from '../checks.js';
import { type Command, parseCommandArgs, requireFormat } from '../command.js';
import { EXIT_CODES, UsageError } from '../exitCode.js';
import { OUTPUT_FORMATS, render, type Section, toJson } from '../outputFormats.js';
import { readGrantsFile } from '../readGrantsFile.js';
import { readPolicyFile } from '../readPolicyFile.js';

const OPTIONS = {
  action: { type: 'string', multiple: true },
  group: { type: 'string', multiple: true },
  account: { type: 'string' },
  grants: { type: 'string' },
  format: { type: 'string', default: 'text' },
} as const;

/** `sealwright who-can`. */
export const whoCanCommand: Command = {
  name: 'who-can',
  options: OPTIONS,
  summary: () => l10n.t('says who can use a key for which actions, and under which conditions'),
  synopsis: () => l10n.t('who-can FILE|-'),
  help: () =>
    l10n.t(
      `Lists everybody whom a key policy lets use the key, by what (named, or through IAM policies), and under which
conditions. Whom a Deny shuts out is left out.

Options
  --action ACTION          action or pattern, such as kms:Decrypt or kms:Generate*; may be repeated
  --group GROUP            {0}; may be repeated
  --account ID             account of the key; by default what the policy itself tells
  --grants FILE            grants of the key, as "aws kms list-grants" prints them
  --format FORMAT          text (default), json or markdown

Without --action and --group, all actions are listed.

Exit codes: 0 answered, 2 usage or unreadable input.`,
      ACTION_GROUPS.join(', '),
    ),

  async run(args, io, installation) {
    const { values, positionals } = parseCommandArgs(args, OPTIONS);
    const format = requireFormat(values.format, OUTPUT_FORMATS);
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) {
      throw new UsageError(l10n.t('Name one file with a key policy, or "-" for standard input.'));
    }
    const groups = (values.group ?? []).map(requireGroup);
    const policy = await readPolicyFile(file, io, installation);
    const actions = [...(values.action ?? []), ...groups.flatMap(actionsOfGroup)];
    for (const action of values.action ?? []) {
      requireAction(action, policy);
    }
    const grants = values.grants === undefined ? undefined : await readGrantsFile(values.grants, io);
    const answer = whoCan(policy, {
      actions: actions.length === 0 ? ['kms:*'] : actions,
      ...(values.account !== undefined && { account: requireAccount(values.account) }),
      ...(grants !== undefined && { grants }),
    });
    const report = toWhoCanReport(answer);
    io.out(format === 'json' ? toJson(report) : render(sectionsOf(report), format));
    return EXIT_CODES.clean;
  },
};

function requireGroup(text: string): ActionGroup {
  if (!isActionGroup(text)) {
    throw new UsageError(l10n.t('"{0}" is no group of actions: use one of {1}.', text, ACTION_GROUPS.join(', ')));
  }
  return text;
}

function requireAction(text: string, policy: Policy): void {
  if (expandActions(policy, [text]).length === 0) {
    throw new UsageError(l10n.t('"{0}" is no action that a key policy can give.', text));
  }
}

function sectionsOf(report: WhoCanReport): Section[] {
  return [
    report.access.length === 0
      ? { paragraph: l10n.t('The policy lets nobody do this.') }
      : { table: accessTable(report.access) },
    ...(report.grants.length === 0
      ? []
      : [
          { heading: l10n.t('Grants') },
          {
            table: {
              heading: [l10n.t('Grantee'), l10n.t('Actions'), l10n.t('Encryption context')],
              rows: report.grants.map((grant) => [
                [grant.grantee],
                [...grant.actions],
                Object.entries(grant.encryptionContextEquals ?? grant.encryptionContextSubset ?? {}).map(
                  ([key, value]) => `${key} = ${value}`,
                ),
              ]),
            },
          },
        ]),
    ...incompleteNote(report.incomplete),
  ];
}

/** A note where not everything could be looked at. */
export function incompleteNote(incomplete: readonly string[]): Section[] {
  return incomplete.length === 0
    ? []
    : [{ paragraph: l10n.t('Too many combinations to look at all of them: {0}.', incomplete.join(', ')) }];
}
