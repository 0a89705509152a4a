import * as vscode from 'vscode';
import type { AwsSession, LogGroup, LogGroupList } from '../../aws/ports.js';
import type { AccountTree } from '../../platform/accountTree.js';
import { type KeyNames, loadKeyNames } from '../../platform/keyNames.js';
import { type FactNode, factItem, loadMoreItem, type NoticeNode, noticeItem } from '../../platform/treeItems.js';
import { logGroupFacts, logGroupItem } from './logGroupItems.js';

interface LogGroupNode {
  readonly kind: 'logGroup';
  readonly group: LogGroup;
  readonly arn: string;
  readonly keyNames: KeyNames;
  readonly session: AwsSession;
}

export type LogGroupsNode = LogGroupNode | { readonly kind: 'more' } | FactNode | NoticeNode;

/** Shows what the log group repository of the current session has loaded; fetches and caches nothing itself. */
export class LogGroupsTreeDataProvider implements vscode.TreeDataProvider<LogGroupsNode>, vscode.Disposable {
  readonly #changes = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changes.event;
  readonly #lists = new vscode.EventEmitter<LogGroupList | undefined>();
  /** Fires with what the tree shows, or `undefined` when it shows nothing. */
  readonly onDidShow = this.#lists.event;
  #attached: { readonly session: AwsSession; dispose(): void } | undefined;
  readonly #outdated: vscode.Disposable;

  constructor(private readonly tree: AccountTree) {
    this.#outdated = tree.onDidOutdate(() => this.refresh());
  }

  async getChildren(node?: LogGroupsNode): Promise<LogGroupsNode[]> {
    if (node === undefined) {
      return this.#roots();
    }
    switch (node.kind) {
      case 'logGroup':
        return logGroupFacts(node.group, node.keyNames);
      case 'more':
      case 'fact':
      case 'notice':
        return [];
    }
  }

  getTreeItem(node: LogGroupsNode): vscode.TreeItem {
    switch (node.kind) {
      case 'logGroup':
        return logGroupItem(node.group, node.keyNames);
      case 'more':
        return loadMoreItem(vscode.l10n.t('Load more log groups'), 'sealwright.loadMoreLogGroups');
      case 'fact':
        return factItem(node);
      case 'notice':
        return noticeItem(node);
    }
  }

  refresh(): void {
    this.#changes.fire(undefined);
  }

  dispose(): void {
    this.#outdated.dispose();
    this.#attached?.dispose();
    this.#changes.dispose();
    this.#lists.dispose();
  }

  async #roots(): Promise<LogGroupsNode[]> {
    const loaded = await this.tree.load(readRoots, ({ list }) => list.groups.length === 0 && list.prefix === '');
    this.#lists.fire(loaded.kind === 'loaded' ? loaded.value.list : undefined);
    switch (loaded.kind) {
      case 'nothing':
        return [];
      case 'failed':
        return [
          { kind: 'notice', label: vscode.l10n.t('The log groups could not be listed'), failure: loaded.failure },
        ];
      case 'loaded': {
        const { session, value } = loaded;
        this.#attach(session);
        const rows: LogGroupsNode[] = value.list.groups.map((group) => ({
          kind: 'logGroup',
          group,
          arn: group.arn,
          keyNames: value.keyNames,
          session,
        }));
        return value.list.hasMore ? [...rows, { kind: 'more' }] : rows;
      }
    }
  }

  #attach(session: AwsSession): void {
    if (this.#attached?.session === session) {
      return;
    }
    this.#attached?.dispose();
    const listener = session.logGroups.onDidChange(() => {
      if (this.tree.isCurrent(session)) {
        this.refresh();
      }
    });
    this.#attached = { session, dispose: () => listener.dispose() };
  }
}

async function readRoots(session: AwsSession): Promise<{ list: LogGroupList; keyNames: KeyNames }> {
  const [list, keyNames] = await Promise.all([session.logGroups.list(), loadKeyNames(session)]);
  return { list, keyNames };
}
