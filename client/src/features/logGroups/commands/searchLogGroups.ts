import * as vscode from 'vscode';
import type { Command } from '../../../platform/commands.js';
import type { Sessions } from '../../../platform/sessions.js';

/** Narrows the tree to names that start with a text; AWS does the search, so it covers groups not loaded yet. */
export class SearchLogGroupsCommand implements Command {
  readonly id = 'sealwright.searchLogGroups';

  constructor(private readonly sessions: Sessions) {}

  async execute(): Promise<void> {
    const session = await this.sessions.ensure();
    const { prefix } = await session.logGroups.list();
    const text = await vscode.window.showInputBox({
      title: vscode.l10n.t('Search Log Groups by Prefix'),
      prompt: vscode.l10n.t('The beginning of the name, for example "/aws/lambda/". Leave it empty to show all.'),
      value: prefix,
      validateInput: (value) =>
        /^[\w./#-]{0,512}$/.test(value)
          ? undefined
          : vscode.l10n.t('A log group name has only letters, digits and the signs . - _ / #'),
    });
    if (text !== undefined) {
      session.logGroups.search(text);
    }
  }
}

/** Shows all log groups again. */
export class ClearLogGroupSearchCommand implements Command {
  readonly id = 'sealwright.clearLogGroupSearch';

  constructor(private readonly sessions: Sessions) {}

  async execute(): Promise<void> {
    (await this.sessions.ensure()).logGroups.search('');
  }
}
