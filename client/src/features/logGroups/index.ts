import * as vscode from 'vscode';
import type { LogGroupList } from '../../aws/ports.js';
import { AccountTree } from '../../platform/accountTree.js';
import type { RegisterCommand } from '../../platform/commands.js';
import { setContextKey } from '../../platform/contextKeys.js';
import type { Logger } from '../../platform/logger.js';
import type { Sessions } from '../../platform/sessions.js';
import { LoadMoreLogGroupsCommand } from './commands/loadMoreLogGroups.js';
import { ClearLogGroupSearchCommand, SearchLogGroupsCommand } from './commands/searchLogGroups.js';
import { LogGroupsTreeDataProvider } from './logGroupsTree.js';

/** The tree of log groups. */
export function activateLogGroups(
  register: RegisterCommand,
  dependencies: { readonly sessions: Sessions; readonly logger: Logger },
): vscode.Disposable {
  const { sessions, logger } = dependencies;
  const account = new AccountTree({ sessions, contextKey: 'sealwright.logGroups', logger });
  const tree = new LogGroupsTreeDataProvider(account);
  const view = vscode.window.createTreeView('sealwright.logGroups', {
    treeDataProvider: tree,
    showCollapseAll: true,
    canSelectMany: true,
  });
  setContextKey('sealwright.logGroupsFiltered', false);
  return vscode.Disposable.from(
    account,
    tree,
    view,
    tree.onDidShow((list) => {
      view.message = listMessage(list);
      setContextKey('sealwright.logGroupsFiltered', (list?.prefix ?? '') !== '');
    }),
    register(new LoadMoreLogGroupsCommand(sessions)),
    register(new SearchLogGroupsCommand(sessions)),
    register(new ClearLogGroupSearchCommand(sessions)),
  );
}

/** Says that the tree is narrowed; nothing otherwise, since a message would hide the welcome view. */
function listMessage(list: LogGroupList | undefined): string {
  if (list === undefined || list.prefix === '') {
    return '';
  }
  return list.groups.length === 0
    ? vscode.l10n.t('No log group name starts with "{0}".', list.prefix)
    : vscode.l10n.t('Only names that start with "{0}" are shown.', list.prefix);
}
