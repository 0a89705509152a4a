import * as vscode from 'vscode';
import type { AwsSession, Fact, KeyDetails, KeyList, KeySummary, Tag } from '../../aws/ports.js';
import type { AccountTree } from '../../platform/accountTree.js';
import { missingPermission } from '../../platform/failureTexts.js';
import type { KeyNode } from '../../platform/keyNode.js';
import { type FactNode, factItem, loadMoreItem, type NoticeNode, noticeItem } from '../../platform/treeItems.js';
import { keyFacts } from './keyFacts.js';
import { failedKeyItem, keyItem, keyTooltip } from './keyItems.js';

export type KeyGroup = 'customer' | 'aws';

export type KeysNode =
  | {
      readonly kind: 'group';
      readonly group: KeyGroup;
      readonly keys: readonly KeySummary[];
      readonly session: AwsSession;
    }
  | KeyNode
  | { readonly kind: 'tags'; readonly tags: readonly Tag[] }
  | { readonly kind: 'more'; readonly group: KeyGroup; readonly hidden: number }
  | FactNode
  | NoticeNode;

/** Rows shown at first and added by each "show more": as many as can be described without a burst of requests. */
export const KEYS_PER_STEP = 100;
/** Details arrive one by one; their rows are redrawn together. */
const REDRAW_DELAY_MS = 100;

/** Shows what the key repository of the current session knows; fetches and caches nothing itself. */
export class KeysTreeDataProvider implements vscode.TreeDataProvider<KeysNode>, vscode.Disposable {
  readonly #changes = new vscode.EventEmitter<KeysNode[] | undefined>();
  readonly onDidChangeTreeData = this.#changes.event;
  readonly #shownKeys: Record<KeyGroup, number> = { customer: KEYS_PER_STEP, aws: KEYS_PER_STEP };
  readonly #rows = new Map<string, KeyNode>();
  readonly #redraw = new Set<KeyNode>();
  #redrawTimer: NodeJS.Timeout | undefined;
  #attached: { readonly session: AwsSession; dispose(): void } | undefined;
  readonly #outdated: vscode.Disposable;

  constructor(
    private readonly tree: AccountTree,
    private readonly showsAwsManaged: () => boolean,
  ) {
    this.#outdated = tree.onDidOutdate(() => this.refresh());
  }

  async getChildren(node?: KeysNode): Promise<KeysNode[]> {
    if (node === undefined) {
      return this.#roots();
    }
    switch (node.kind) {
      case 'group':
        return this.#keyRows(node.group, node.keys, node.session);
      case 'key':
        return this.tree.isCurrent(node.session) ? keyFacts(node.key, node.session.keys) : [];
      case 'tags':
        return node.tags.map(({ key, value }) => ({ kind: 'fact', label: key, value }));
      case 'more':
      case 'fact':
      case 'notice':
        return [];
    }
  }

  getTreeItem(node: KeysNode): vscode.TreeItem {
    switch (node.kind) {
      case 'group':
        return groupItem(node.group, node.keys.length);
      case 'key':
        return this.#keyItem(node, node.session.keys.findDetails(node.arn));
      case 'tags':
        return tagsItem(node.tags.length);
      case 'more':
        return loadMoreItem(
          vscode.l10n.t('Show more keys ({0} not shown)', node.hidden),
          'sealwright.showMoreKeys',
          node,
        );
      case 'fact':
        return factItem(node);
      case 'notice':
        return noticeItem(node);
    }
  }

  async resolveTreeItem(item: vscode.TreeItem, node: KeysNode): Promise<vscode.TreeItem> {
    if (node.kind === 'key' && this.tree.isCurrent(node.session)) {
      item.tooltip = await keyTooltip(node.key, node.session.keys);
    }
    return item;
  }

  refresh(): void {
    this.#rows.clear();
    this.#changes.fire(undefined);
  }

  showMore(group: KeyGroup): void {
    this.#shownKeys[group] += KEYS_PER_STEP;
    this.refresh();
  }

  dispose(): void {
    clearTimeout(this.#redrawTimer);
    this.#outdated.dispose();
    this.#attached?.dispose();
    this.#changes.dispose();
  }

  async #roots(): Promise<KeysNode[]> {
    const loaded = await this.tree.load((session) => session.keys.list(), isEmpty);
    switch (loaded.kind) {
      case 'nothing':
        return [];
      case 'failed':
        return [{ kind: 'notice', label: vscode.l10n.t('The keys could not be listed'), failure: loaded.failure }];
      case 'loaded':
        this.#attach(loaded.session);
        return [...notices(loaded.value), ...this.#groups(loaded.value.keys, loaded.session)];
    }
  }

  #groups(all: readonly KeySummary[], session: AwsSession): KeysNode[] {
    if (all.length === 0) {
      return []; // the welcome view shows only in a tree without rows
    }
    const customer = all.filter((key) => !key.isAwsManaged);
    const aws = all.filter((key) => key.isAwsManaged);
    if (!this.showsAwsManaged()) {
      return this.#keyRows('customer', customer, session);
    }
    const groups: KeysNode[] = [{ kind: 'group', group: 'customer', keys: customer, session }];
    return aws.length === 0 ? groups : [...groups, { kind: 'group', group: 'aws', keys: aws, session }];
  }

  #keyRows(group: KeyGroup, keys: readonly KeySummary[], session: AwsSession): KeysNode[] {
    const shown = keys.slice(0, this.#shownKeys[group]);
    if (!this.tree.isCurrent(session)) {
      return [];
    }
    const rows = shown.map((key) => this.#row(key, session));
    session.keys.requestDetails(shown.map(({ arn }) => arn));
    const hidden = keys.length - shown.length;
    return hidden === 0 ? rows : [...rows, { kind: 'more', group, hidden }];
  }

  /** One object per key: the editor finds the row to redraw by identity. */
  #row(key: KeySummary, session: AwsSession): KeyNode {
    const known = this.#rows.get(key.arn);
    if (known?.session === session && known.key === key) {
      return known;
    }
    const row: KeyNode = { kind: 'key', key, arn: key.arn, session };
    this.#rows.set(key.arn, row);
    return row;
  }

  #keyItem(node: KeyNode, details: Fact<KeyDetails> | undefined): vscode.TreeItem {
    return details?.kind === 'failed'
      ? failedKeyItem(node.key, details.failure)
      : keyItem(node.key, details?.kind === 'known' ? details.value : undefined);
  }

  #attach(session: AwsSession): void {
    if (this.#attached?.session === session) {
      return;
    }
    this.#attached?.dispose();
    const listener = session.keys.onDidChange((change) => {
      if (!this.tree.isCurrent(session)) {
        return;
      }
      if (change.kind === 'list') {
        this.refresh();
      } else {
        this.#redrawSoon(change.arn);
      }
    });
    this.#attached = { session, dispose: () => listener.dispose() };
  }

  #redrawSoon(arn: string): void {
    const row = this.#rows.get(arn);
    if (row === undefined) {
      return;
    }
    this.#redraw.add(row);
    this.#redrawTimer ??= setTimeout(() => {
      this.#redrawTimer = undefined;
      const rows = [...this.#redraw].filter((candidate) => this.#rows.get(candidate.arn) === candidate);
      this.#redraw.clear();
      if (rows.length > 0) {
        this.#changes.fire(rows);
      }
    }, REDRAW_DELAY_MS);
  }
}

function isEmpty({ keys }: KeyList): boolean {
  return keys.length === 0;
}

function notices({ aliasesFailure }: KeyList): KeysNode[] {
  if (aliasesFailure === undefined) {
    return [];
  }
  const label =
    aliasesFailure.kind === 'accessDenied'
      ? vscode.l10n.t('Aliases are not shown: {0} is missing', missingPermission(aliasesFailure))
      : vscode.l10n.t('Aliases could not be read');
  return [{ kind: 'notice', label, failure: aliasesFailure }];
}

function groupItem(group: KeyGroup, count: number): vscode.TreeItem {
  const isCustomer = group === 'customer';
  const label = isCustomer ? vscode.l10n.t('Customer managed keys') : vscode.l10n.t('AWS managed keys');
  const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(label, isCustomer ? Expanded : Collapsed);
  item.id = `group:${group}`;
  item.description = String(count);
  item.contextValue = 'group';
  item.accessibilityInformation = { label: vscode.l10n.t('{0}, {1}', label, count) };
  return item;
}

function tagsItem(count: number): vscode.TreeItem {
  const { None, Collapsed } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(vscode.l10n.t('Tags'), count === 0 ? None : Collapsed);
  item.description = String(count);
  item.contextValue = 'tags';
  return item;
}
