import * as vscode from 'vscode';
import type { AwsSession, LogGroup } from '../../../aws/ports.js';
import type { Command } from '../../../platform/commands.js';
import { UserError } from '../../../platform/errors.js';
import { chooseLogGroups, findLogGroups } from '../chooseLogGroups.js';
import { confirmationDetail } from '../confirmationTexts.js';
import { reportResults } from '../reportResults.js';
import { writeLogGroups } from '../writeLogGroups.js';
import type { AssociateDependencies } from './associateKey.js';

/** Takes the key off log groups: choose, confirm, write, read back, report. */
export class DisassociateKeyCommand implements Command {
  readonly id = 'sealwright.disassociateKey';

  constructor(private readonly dependencies: Omit<AssociateDependencies, 'server'>) {}

  async execute(node?: unknown, selection?: unknown): Promise<void> {
    const { sessions, prompts } = this.dependencies;
    const session = await sessions.ensure();
    const groups = await this.#chooseGroups(session, findLogGroups(node, selection));
    if (groups.length === 0) {
      return; // dismissed
    }
    const confirmed = await prompts.confirm(
      question(groups),
      confirmationDetail(session, groups, consequences(groups)),
      vscode.l10n.t('Disassociate'),
    );
    if (confirmed) {
      await this.#write(session, groups);
    }
  }

  async #chooseGroups(session: AwsSession, given: readonly LogGroup[]): Promise<readonly LogGroup[]> {
    if (given.length === 0) {
      const answer = await chooseLogGroups(session, this.dependencies.prompts, {
        title: vscode.l10n.t('Disassociate KMS Key: Choose Log Groups'),
        filter: 'encrypted',
      });
      return answer.kind === 'picked' ? answer.value : [];
    }
    const encrypted = given.filter(({ kmsKeyArn }) => kmsKeyArn !== undefined);
    if (encrypted.length === 0) {
      throw new UserError(vscode.l10n.t('No key is associated with the log group "{0}".', given[0]?.name ?? ''));
    }
    return encrypted;
  }

  async #write(session: AwsSession, groups: readonly LogGroup[]): Promise<void> {
    const { sessions, delay, logger } = this.dependencies;
    const title = vscode.l10n.t('Disassociating keys');
    const results = await writeLogGroups(
      groups,
      {
        write: (logGroups, group) => logGroups.disassociateKey(group.name),
        isVisible: (group) => group !== undefined && group.kmsKeyArn === undefined,
      },
      { sessions, session, title, delay },
    );
    await reportResults(results, {
      region: session.region,
      logger,
      texts: {
        done: (group) =>
          vscode.l10n.t(
            'The log group "{0}" no longer uses a customer key for new events. Keep the old key enabled: stored events still need it.',
            group,
          ),
        allDone: (count) =>
          vscode.l10n.t(
            '{0} log groups no longer use a customer key for new events. Keep the old keys enabled: stored events still need them.',
            count,
          ),
        heading: title,
      },
    });
  }
}

function question(groups: readonly LogGroup[]): string {
  const [only] = groups;
  return only !== undefined && groups.length === 1
    ? vscode.l10n.t('Disassociate the key from the log group "{0}"?', only.name)
    : vscode.l10n.t('Disassociate the keys from {0} log groups?', groups.length);
}

/** Facts of the recipes' target T1, "Lifecycle". */
function consequences(groups: readonly LogGroup[]): readonly string[] {
  const keys = new Set(groups.flatMap(({ kmsKeyArn }) => (kmsKeyArn === undefined ? [] : [kmsKeyArn])));
  return [
    vscode.l10n.t('New events go back to the default encryption of CloudWatch Logs, within five minutes.'),
    vscode.l10n.t(
      'Events stored until then stay encrypted with the old key. Reading them still needs that key: {0}',
      [...keys].join(', '),
    ),
    vscode.l10n.t('Do not disable or delete the old key until the retention of these events has passed.'),
  ];
}
