import * as vscode from 'vscode';
import { AccountTree } from '../../platform/accountTree.js';
import type { RegisterCommand } from '../../platform/commands.js';
import type { Logger } from '../../platform/logger.js';
import type { Sessions } from '../../platform/sessions.js';
import { onSettingsChange, readSettings } from '../../platform/settings.js';
import { ShowMoreKeysCommand } from './commands/showMoreKeys.js';
import { KeysTreeDataProvider } from './keysTree.js';

/** The tree of keys. */
export function activateKeys(
  register: RegisterCommand,
  dependencies: { readonly sessions: Sessions; readonly logger: Logger },
): vscode.Disposable {
  const { sessions, logger } = dependencies;
  const account = new AccountTree({ sessions, contextKey: 'sealwright.keys', logger });
  const tree = new KeysTreeDataProvider(account, () => readSettings().showAwsManagedKeys);
  return vscode.Disposable.from(
    account,
    tree,
    vscode.window.createTreeView('sealwright.keys', { treeDataProvider: tree, showCollapseAll: true }),
    onSettingsChange(['keys.showAwsManaged'], () => tree.refresh()),
    register(new ShowMoreKeysCommand(tree)),
  );
}
