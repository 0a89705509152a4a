import * as vscode from 'vscode';
import type { Command } from '../../../platform/commands.js';

/** Opens the report of a change as a new document; only the message after that change runs it. */
export class ShowReportCommand implements Command {
  readonly id = 'sealwright.showReport';

  async execute(content?: unknown): Promise<void> {
    if (typeof content === 'string') {
      const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
      await vscode.window.showTextDocument(document);
    }
  }
}
