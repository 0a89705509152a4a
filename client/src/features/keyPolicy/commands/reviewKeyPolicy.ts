import * as vscode from 'vscode';
import type { Command } from '../../../platform/commands.js';
import { KEY_POLICY_SCHEME } from '../../../platform/documentSelector.js';
import { UserError } from '../../../platform/errors.js';
import type { PolicyReviewFlow } from '../reviewFlow.js';

/** Reviews the draft in the active editor and, once confirmed, puts it on its key. */
export class ReviewKeyPolicyCommand implements Command {
  readonly id = 'sealwright.reviewKeyPolicy';

  constructor(private readonly flow: PolicyReviewFlow) {}

  /** @param target the document's address, from the title bar; the active editor's without one */
  async execute(target?: unknown): Promise<void> {
    const uri = target instanceof vscode.Uri ? target : vscode.window.activeTextEditor?.document.uri;
    if (uri?.scheme !== KEY_POLICY_SCHEME) {
      throw new UserError(
        vscode.l10n.t('Open the policy of a key from the Sealwright view first, edit it and save it.'),
      );
    }
    const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
    if (document?.isDirty === true) {
      await document.save(); // saving reviews the draft
      return;
    }
    await this.flow.run(uri);
  }
}
