import * as vscode from 'vscode';
import type { Command } from '../../../platform/commands.js';
import { KEY_POLICY_SCHEME } from '../../../platform/documentSelector.js';
import type { Prompts } from '../../../platform/prompts.js';
import type { KeyPolicyFileSystem } from '../keyPolicyFileSystem.js';
import { readPolicyUri } from '../policyAddress.js';

/** Gives up a draft and shows the live policy again. */
export class DiscardKeyPolicyDraftCommand implements Command {
  readonly id = 'sealwright.discardKeyPolicyDraft';

  constructor(
    private readonly prompts: Prompts,
    private readonly files: KeyPolicyFileSystem,
  ) {}

  async execute(target?: unknown): Promise<void> {
    const uri = target instanceof vscode.Uri ? target : vscode.window.activeTextEditor?.document.uri;
    if (uri?.scheme !== KEY_POLICY_SCHEME) {
      return;
    }
    const { name } = readPolicyUri(uri);
    const question = vscode.l10n.t('Discard your draft of the policy of "{0}"?', name);
    if (
      await this.prompts.confirm(question, vscode.l10n.t('The key itself is not changed.'), vscode.l10n.t('Discard'))
    ) {
      await this.files.discard(uri);
    }
  }
}
