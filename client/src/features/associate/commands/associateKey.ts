import * as vscode from 'vscode';
import type { AwsSession, KeySummary, LogGroup } from '../../../aws/ports.js';
import type { Command } from '../../../platform/commands.js';
import { keyName } from '../../../platform/keyNames.js';
import type { LanguageServer } from '../../../platform/languageServer.js';
import type { Logger } from '../../../platform/logger.js';
import type { Prompts } from '../../../platform/prompts.js';
import type { Sessions } from '../../../platform/sessions.js';
import { runAssociateSteps } from '../associateSteps.js';
import { findLogGroups } from '../chooseLogGroups.js';
import { confirmationDetail } from '../confirmationTexts.js';
import { reportResults } from '../reportResults.js';
import { writeLogGroups } from '../writeLogGroups.js';

export interface AssociateDependencies {
  readonly sessions: Sessions;
  readonly server: LanguageServer;
  readonly prompts: Prompts;
  readonly logger: Logger;
  readonly delay: (ms: number) => Promise<void>;
}

/** Encrypts log groups with a key: choose, check, confirm, write, read back, report. */
export class AssociateKeyCommand implements Command {
  readonly id = 'sealwright.associateKey';

  constructor(private readonly dependencies: AssociateDependencies) {}

  /** From a log group's row (or several), from a key's row, or from the palette. */
  async execute(node?: unknown, selection?: unknown): Promise<void> {
    const { sessions, server, prompts } = this.dependencies;
    const session = await sessions.ensure();
    const key = findKey(node);
    const given = { groups: findLogGroups(node, selection), ...(key === undefined ? {} : { key }) };
    const plan = await runAssociateSteps({ session, server, prompts }, given);
    if (plan === undefined) {
      return; // dismissed, or ended with the amended policy to review
    }
    const confirmed = await prompts.confirm(
      question(plan.key, plan.groups),
      confirmationDetail(session, plan.groups, plan.consequences),
      vscode.l10n.t('Associate'),
    );
    if (confirmed) {
      await this.#write(session, plan.key, plan.groups);
    }
  }

  async #write(session: AwsSession, key: KeySummary, groups: readonly LogGroup[]): Promise<void> {
    const { sessions, delay, logger } = this.dependencies;
    const name = keyName(key);
    const title = vscode.l10n.t('Associating the key "{0}"', name);
    const results = await writeLogGroups(
      groups,
      {
        write: (logGroups, group) => logGroups.associateKey(group.name, key.arn),
        isVisible: (group) => group?.kmsKeyArn === key.arn,
      },
      { sessions, session, title, delay },
    );
    await reportResults(results, {
      region: session.region,
      logger,
      texts: {
        done: (group) =>
          vscode.l10n.t(
            'The log group "{0}" now uses the key "{1}". New events are encrypted with it within five minutes.',
            group,
            name,
          ),
        allDone: (count) =>
          vscode.l10n.t(
            '{0} log groups now use the key "{1}". New events are encrypted with it within five minutes.',
            count,
            name,
          ),
        heading: vscode.l10n.t('Associating the key "{0}"', name),
      },
    });
  }
}

function question(key: KeySummary, groups: readonly LogGroup[]): string {
  const [only] = groups;
  return only !== undefined && groups.length === 1
    ? vscode.l10n.t('Associate the key "{0}" with the log group "{1}"?', keyName(key), only.name)
    : vscode.l10n.t('Associate the key "{0}" with {1} log groups?', keyName(key), groups.length);
}

/** The key of a row in the tree of keys, if the command was run there. */
function findKey(node: unknown): KeySummary | undefined {
  const isNode = typeof node === 'object' && node !== null && 'kind' in node && node.kind === 'key' && 'key' in node;
  return isNode ? (node.key as KeySummary) : undefined;
}
