import * as vscode from 'vscode';
import { AccountTree } from '../../platform/accountTree.js';
import type { RegisterCommand } from '../../platform/commands.js';
import { KEY_POLICY_SCHEME } from '../../platform/documentSelector.js';
import type { Logger } from '../../platform/logger.js';
import type { Prompts } from '../../platform/prompts.js';
import type { Sessions } from '../../platform/sessions.js';
import { onSettingsChange, readSettings } from '../../platform/settings.js';
import { OpenKeyPolicyCommand } from './commands/openKeyPolicy.js';
import { ShowMoreKeysCommand } from './commands/showMoreKeys.js';
import { KeyPolicyDocuments } from './keyPolicyDocuments.js';
import { KeysTreeDataProvider } from './keysTree.js';

/** The tree of keys and the documents with their policies. */
export function activateKeys(
  register: RegisterCommand,
  dependencies: { readonly sessions: Sessions; readonly prompts: Prompts; readonly logger: Logger },
): vscode.Disposable {
  const { sessions, prompts, logger } = dependencies;
  const account = new AccountTree({ sessions, contextKey: 'sealwright.keys', logger });
  const tree = new KeysTreeDataProvider(account, () => readSettings().showAwsManagedKeys);
  const documents = new KeyPolicyDocuments(sessions);
  return vscode.Disposable.from(
    account,
    tree,
    documents,
    vscode.window.createTreeView('sealwright.keys', { treeDataProvider: tree, showCollapseAll: true }),
    vscode.workspace.registerTextDocumentContentProvider(KEY_POLICY_SCHEME, documents),
    onSettingsChange(['keys.showAwsManaged'], () => tree.refresh()),
    register(new OpenKeyPolicyCommand(sessions, prompts, documents)),
    register(new ShowMoreKeysCommand(tree)),
  );
}
