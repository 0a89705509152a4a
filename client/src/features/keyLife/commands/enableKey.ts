import * as vscode from 'vscode';
import type { Command } from '../../../platform/commands.js';
import { UserError } from '../../../platform/errors.js';
import { stateText } from '../../../platform/keyStates.js';
import { dependentsText, findDependents } from '../dependents.js';
import type { KeyChanges } from '../keyChange.js';

export class EnableKeyCommand implements Command {
  readonly id = 'sealwright.enableKey';

  constructor(private readonly changes: KeyChanges) {}

  async execute(node?: unknown): Promise<void> {
    const title = vscode.l10n.t('Enable Key');
    const chosen = await this.changes.choose(node, title);
    if (chosen === undefined) {
      return;
    }
    requireState('Disabled', chosen.details.state, chosen.name);
    const words = vscode.l10n.t('Enable the key "{0}"', chosen.name);
    const step = this.changes.step(chosen, 'kms.enabled', { before: false, after: true, title: words });
    await this.changes.confirmAndRun(chosen.session, words, [step], vscode.l10n.t('Enable'));
  }
}

/** Disables a key after showing everything that would stop working. */
export class DisableKeyCommand implements Command {
  readonly id = 'sealwright.disableKey';

  constructor(private readonly changes: KeyChanges) {}

  async execute(node?: unknown): Promise<void> {
    const title = vscode.l10n.t('Disable Key');
    const chosen = await this.changes.choose(node, title);
    if (chosen === undefined) {
      return;
    }
    requireState('Enabled', chosen.details.state, chosen.name);
    const dependents = await withDependents(
      vscode.l10n.t('Looking for what uses "{0}"', chosen.name),
      (token, progress) => findDependents(chosen, token, progress),
    );
    const words = vscode.l10n.t('Disable the key "{0}"', chosen.name);
    const step = this.changes.step(chosen, 'kms.enabled', {
      before: true,
      after: false,
      title: words,
      consequences: [
        vscode.l10n.t('Until it is enabled again, nothing can be encrypted or decrypted with it.'),
        ...dependentsText(chosen.key, dependents),
      ],
    });
    await this.changes.confirmAndRun(chosen.session, words, [step], vscode.l10n.t('Disable'));
  }
}

/** Runs a search with progress that can be stopped; what was found until then counts. */
export function withDependents<T>(
  title: string,
  work: (token: vscode.CancellationToken, progress: (message: string) => void) => Promise<T>,
): Promise<T> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return Promise.resolve(
    vscode.window.withProgress(options, (progress, token) => work(token, (message) => progress.report({ message }))),
  );
}

function requireState(wanted: string, state: string, name: string): void {
  if (state !== wanted) {
    throw new UserError(
      vscode.l10n.t('The key "{0}" is in the state "{1}" now. Nothing was changed.', name, stateText(state)),
    );
  }
}
