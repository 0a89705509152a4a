import * as vscode from 'vscode';
import type { LogGroup } from '../../aws/ports.js';
import { type KeyNames, keyNameOfArn } from '../../platform/keyNames.js';
import { type FactNode, formatDate } from '../../platform/treeItems.js';

/** The row of a log group: its name, and which key encrypts it. */
export function logGroupItem(group: LogGroup, keyNames: KeyNames): vscode.TreeItem {
  const item = new vscode.TreeItem(group.name, vscode.TreeItemCollapsibleState.Collapsed);
  const isEncrypted = group.kmsKeyArn !== undefined;
  item.id = group.arn;
  item.contextValue = isEncrypted ? 'logGroup.encrypted' : 'logGroup.plain';
  item.iconPath = new vscode.ThemeIcon(isEncrypted ? 'lock' : 'unlock');
  item.description = keyText(group, keyNames);
  item.tooltip = logGroupCard(group, keyNames);
  item.accessibilityInformation = {
    label: vscode.l10n.t('Log group {0}, {1}', group.name, spokenKey(group, keyNames)),
  };
  return item;
}

/** The rows under a log group. */
export function logGroupFacts(group: LogGroup, keyNames: KeyNames): FactNode[] {
  return factPairs(group, keyNames).map(([label, value]) => ({ kind: 'fact', label, value }));
}

/** How long events are kept; without a setting, for ever. */
function retentionText(days: number | undefined): string {
  return days === undefined ? vscode.l10n.t('Never expires') : vscode.l10n.t('{0} days', days);
}

function factPairs(group: LogGroup, keyNames: KeyNames): [string, string][] {
  const pairs: [string, string | undefined][] = [
    [vscode.l10n.t('KMS key'), keyText(group, keyNames)],
    [vscode.l10n.t('Key ARN'), group.kmsKeyArn],
    [vscode.l10n.t('Retention'), retentionText(group.retentionInDays)],
    [vscode.l10n.t('Log class'), group.logGroupClass],
    [vscode.l10n.t('Stored'), group.storedBytes === undefined ? undefined : bytesText(group.storedBytes)],
    [vscode.l10n.t('Created'), group.createdAt === undefined ? undefined : formatDate(group.createdAt)],
  ];
  return pairs.filter((pair): pair is [string, string] => pair[1] !== undefined);
}

function logGroupCard(group: LogGroup, keyNames: KeyNames): vscode.MarkdownString {
  const card = new vscode.MarkdownString().appendMarkdown('**').appendText(group.name).appendMarkdown('**');
  card.appendMarkdown('\n');
  for (const [label, value] of factPairs(group, keyNames)) {
    card.appendMarkdown('  \n').appendText(`${label}: ${value}`);
  }
  return card.appendMarkdown('\n\n').appendText(group.arn);
}

function keyText({ kmsKeyArn }: LogGroup, keyNames: KeyNames): string {
  return kmsKeyArn === undefined ? vscode.l10n.t('no customer key') : keyNameOfArn(kmsKeyArn, keyNames);
}

function spokenKey(group: LogGroup, keyNames: KeyNames): string {
  return group.kmsKeyArn === undefined
    ? vscode.l10n.t('no customer key')
    : vscode.l10n.t('encrypted with key {0}', keyText(group, keyNames));
}

/** Stored bytes as CloudWatch bills them: in powers of 1024. */
function bytesText(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB', 'PB'];
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), units.length - 1);
  const value = bytes / 1024 ** power;
  return `${new Intl.NumberFormat(vscode.env.language, { maximumFractionDigits: 1 }).format(value)} ${units[power]}`;
}
