import type * as vscode from 'vscode';
import type { Command } from '../../../platform/commands.js';

/** Shows the log of the extension and its server. */
export class ShowLogCommand implements Command {
  readonly id = 'sealwright.showLog';

  constructor(private readonly channel: vscode.LogOutputChannel) {}

  async execute(): Promise<void> {
    this.channel.show();
  }
}
