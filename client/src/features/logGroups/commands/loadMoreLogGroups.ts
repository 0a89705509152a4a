import * as vscode from 'vscode';
import type { Command } from '../../../platform/commands.js';
import type { Sessions } from '../../../platform/sessions.js';

/** Reads the next log groups into the tree. */
export class LoadMoreLogGroupsCommand implements Command {
  readonly id = 'sealwright.loadMoreLogGroups';

  constructor(private readonly sessions: Sessions) {}

  async execute(): Promise<void> {
    const session = await this.sessions.ensure();
    const options = { location: { viewId: 'sealwright.logGroups' } };
    await vscode.window.withProgress(options, () => session.logGroups.loadMore());
  }
}
