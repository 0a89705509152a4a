import * as vscode from 'vscode';
import type { Command } from '../../../platform/commands.js';
import { UserError } from '../../../platform/errors.js';
import { dependentsText, findDependents } from '../dependents.js';
import type { KeyChanges } from '../keyChange.js';
import { withDependents } from './enableKey.js';

/** AWS's longest and default waiting period (kms-facts, section 21). */
const DEFAULT_DAYS = '30';

/** Schedules the deletion of a key: what hangs on it first, then the window, then the name typed, then the question. */
export class ScheduleKeyDeletionCommand implements Command {
  readonly id = 'sealwright.scheduleKeyDeletion';

  constructor(private readonly changes: KeyChanges) {}

  async execute(node?: unknown): Promise<void> {
    const title = vscode.l10n.t('Schedule Key Deletion');
    const chosen = await this.changes.choose(node, title);
    if (chosen === undefined) {
      return;
    }
    const { name, details, session, key } = chosen;
    if (details.state.startsWith('Pending') && details.state.endsWith('Deletion')) {
      throw new UserError(vscode.l10n.t('The key "{0}" is pending deletion already.', name));
    }
    const dependents = await withDependents(vscode.l10n.t('Looking for what uses "{0}"', name), (token, progress) =>
      findDependents(chosen, token, progress),
    );
    const facts = dependentsText(key, dependents);
    await this.changes.prompts.tell(
      vscode.l10n.t('What the deletion of "{0}" would take with it', name),
      facts.join('\n'),
    );
    const days = await this.changes.prompts.input({
      title,
      prompt: vscode.l10n.t('Days to wait before the key is deleted (7 to 30). Until then it can be taken back.'),
      value: DEFAULT_DAYS,
      validate: (text) =>
        /^\d+$/.test(text.trim()) && Number(text) >= 7 && Number(text) <= 30
          ? undefined
          : vscode.l10n.t('A whole number from 7 to 30.'),
    });
    if (days === undefined || !(await this.#typed(name, title))) {
      return;
    }
    const words = vscode.l10n.t('Schedule the deletion of the key "{0}" in {1} days', name, days);
    const deletion = this.changes.step(chosen, 'kms.deletion', {
      before: null,
      after: { windowInDays: Number(days) },
      title: words,
      consequences: [
        vscode.l10n.t('From now on nothing can be encrypted or decrypted with it.'),
        vscode.l10n.t('After {0} days the key is gone for good, and with it all data that only it can decrypt.', days),
        ...facts,
      ],
    });
    await this.changes.confirmAndRun(session, words, [deletion], vscode.l10n.t('Schedule Deletion'));
  }

  /** The name typed by hand: nobody deletes a key by a slip. */
  async #typed(name: string, title: string): Promise<boolean> {
    const typed = await this.changes.prompts.input({
      title,
      prompt: vscode.l10n.t('Type "{0}" to go on.', name),
      validate: (text) => (text === name ? undefined : vscode.l10n.t('This is not "{0}".', name)),
    });
    return typed === name;
  }
}

/** Takes a scheduled deletion back and, since KMS leaves the key disabled then, enables it. */
export class CancelKeyDeletionCommand implements Command {
  readonly id = 'sealwright.cancelKeyDeletion';

  constructor(private readonly changes: KeyChanges) {}

  async execute(node?: unknown): Promise<void> {
    const title = vscode.l10n.t('Cancel Key Deletion');
    const chosen = await this.changes.choose(node, title);
    if (chosen === undefined) {
      return;
    }
    const { name, details, session } = chosen;
    if (!details.state.endsWith('Deletion')) {
      throw new UserError(vscode.l10n.t('The key "{0}" is not pending deletion.', name));
    }
    const words = vscode.l10n.t('Keep the key "{0}"', name);
    const steps = [
      this.changes.step(chosen, 'kms.deletion', {
        before: { windowInDays: null },
        after: null,
        title: vscode.l10n.t('Cancel the deletion of the key "{0}"', name),
      }),
      this.changes.step(chosen, 'kms.enabled', {
        stage: 1,
        before: false,
        after: true,
        title: vscode.l10n.t('Enable the key "{0}"', name),
        consequences: [vscode.l10n.t('KMS leaves a key disabled when its deletion is cancelled.')],
      }),
    ];
    await this.changes.confirmAndRun(session, words, steps, vscode.l10n.t('Keep the Key'));
  }
}
