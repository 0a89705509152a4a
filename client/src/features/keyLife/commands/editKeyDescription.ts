import * as vscode from 'vscode';
import type { Command } from '../../../platform/commands.js';
import type { KeyChanges } from '../keyChange.js';

/** The longest description that KMS takes. */
const MAX_LENGTH = 8_192;

export class EditKeyDescriptionCommand implements Command {
  readonly id = 'sealwright.editKeyDescription';

  constructor(private readonly changes: KeyChanges) {}

  async execute(node?: unknown): Promise<void> {
    const title = vscode.l10n.t('Edit Key Description');
    const chosen = await this.changes.choose(node, title);
    if (chosen === undefined) {
      return;
    }
    const before = chosen.details.description ?? '';
    const after = await this.changes.prompts.input({
      title,
      prompt: vscode.l10n.t(
        'Description of the key "{0}". Do not put secrets here: AWS logs it in plain text.',
        chosen.name,
      ),
      value: before,
      validate: (text) =>
        text.length <= MAX_LENGTH ? undefined : vscode.l10n.t('At most {0} characters.', MAX_LENGTH),
    });
    if (after === undefined || after === before) {
      return;
    }
    const words = vscode.l10n.t('Change the description of the key "{0}"', chosen.name);
    const step = this.changes.step(chosen, 'kms.description', {
      before,
      after,
      title: words,
      consequences: [`"${before}" → "${after}"`],
    });
    await this.changes.confirmAndRun(chosen.session, words, [step], vscode.l10n.t('Change'));
  }
}
