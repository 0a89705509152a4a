import * as vscode from 'vscode';
import type { Command } from '../../../platform/commands.js';
import { isJsonLanguage } from '../../../platform/documentSelector.js';
import { UserError } from '../../../platform/errors.js';
import type { LanguageServer } from '../../../platform/languageServer.js';

/** Formats the active document as a policy, whichever formatter the editor uses for other JSON. */
export class FormatPolicyCommand implements Command {
  readonly id = 'sealwright.formatPolicy';

  constructor(private readonly server: LanguageServer) {}

  async execute(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined || !isJsonLanguage(editor.document.languageId)) {
      throw new UserError(vscode.l10n.t('Open a policy in JSON first, then format it.'));
    }
    const { document, options } = editor;
    const { version } = document;
    const edits = await this.server.format(document, {
      tabSize: typeof options.tabSize === 'number' ? options.tabSize : 2,
      insertSpaces: options.insertSpaces !== false,
    });
    if (document.version !== version) {
      throw new UserError(vscode.l10n.t('The document changed while it was being formatted. Format it again.'));
    }
    if (edits.length === 0) {
      return;
    }
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, edits);
    if (!(await vscode.workspace.applyEdit(edit))) {
      throw new UserError(vscode.l10n.t('The document "{0}" cannot be edited.', document.uri.path));
    }
  }
}
