import * as vscode from 'vscode';
import type { AwsFailure, Fact, KeyDetails, KeyExtras, KeyRepository, KeySummary, Tag } from '../../aws/ports.js';
import { findAwsFailure } from '../../platform/errors.js';
import { failureText, missingPermission } from '../../platform/failureTexts.js';
import { keyName } from '../../platform/keyNames.js';
import { stateText } from '../../platform/keyStates.js';
import { formatDate } from '../../platform/treeItems.js';
import { keyDescription, managerText, multiRegionText, rotationText, stateIcon } from './keyTexts.js';

/** The row of a key; `details` are absent until they have been read. The tooltip follows when somebody asks for it. */
export function keyItem(key: KeySummary, details: KeyDetails | undefined): vscode.TreeItem {
  const item = new vscode.TreeItem(keyName(key), vscode.TreeItemCollapsibleState.Collapsed);
  item.id = key.arn;
  item.contextValue = ['key', key.isAwsManaged ? 'aws' : 'customer', details?.state.toLowerCase()]
    .filter((token) => token !== undefined)
    .join('.');
  item.iconPath = details === undefined ? new vscode.ThemeIcon('key') : stateIcon(details.state);
  item.description = details === undefined ? '' : keyDescription(details);
  item.accessibilityInformation = { label: spokenKey(key, details) };
  return item;
}

/** The row of a key that may not be described: greyed, with the reason in words. */
export function failedKeyItem(key: KeySummary, failure: AwsFailure): vscode.TreeItem {
  const item = new vscode.TreeItem(keyName(key), vscode.TreeItemCollapsibleState.Collapsed);
  const reason =
    failure.kind === 'accessDenied'
      ? vscode.l10n.t('{0} is missing', missingPermission(failure))
      : vscode.l10n.t('not readable');
  item.id = key.arn;
  item.contextValue = `key.${key.isAwsManaged ? 'aws' : 'customer'}.unreadable`;
  item.iconPath = new vscode.ThemeIcon('lock', new vscode.ThemeColor('disabledForeground'));
  item.description = reason;
  item.tooltip = failureText(failure);
  item.accessibilityInformation = { label: vscode.l10n.t('Key {0}, {1}', keyName(key), reason) };
  return item;
}

/** Everything about the key on one card; reads rotation and tags, which cost a request each. */
export async function keyTooltip(key: KeySummary, keys: KeyRepository): Promise<vscode.MarkdownString> {
  try {
    const details = await keys.loadDetails(key.arn);
    return detailsCard(key, details, await keys.loadExtras(key.arn));
  } catch (error) {
    const failure = findAwsFailure(error);
    if (failure === undefined) {
      throw error;
    }
    return new vscode.MarkdownString().appendText(failureText(failure));
  }
}

function detailsCard(key: KeySummary, details: KeyDetails, extras: KeyExtras): vscode.MarkdownString {
  const rows: [string, string][] = [
    [vscode.l10n.t('State'), stateText(details.state)],
    [vscode.l10n.t('Manager'), managerText(details.manager)],
    [vscode.l10n.t('Key spec'), details.spec],
    [vscode.l10n.t('Key usage'), details.usage],
    [vscode.l10n.t('Origin'), details.origin],
    [vscode.l10n.t('Key rotation'), rotationText(extras.rotation, details)],
    [vscode.l10n.t('Multi-Region'), multiRegionText(details.multiRegion)],
    [vscode.l10n.t('Aliases'), key.aliases.join(', ') || vscode.l10n.t('None')],
    [vscode.l10n.t('Tags'), tagsText(extras.tags)],
    ...(details.createdAt === undefined
      ? []
      : [[vscode.l10n.t('Created'), formatDate(details.createdAt)] satisfies [string, string]]),
  ];
  const card = new vscode.MarkdownString();
  // appendText escapes: descriptions, aliases and tags are other people's words.
  card.appendMarkdown('**').appendText(keyName(key)).appendMarkdown('**');
  if (details.description !== undefined) {
    card.appendMarkdown('\n\n').appendText(details.description);
  }
  card.appendMarkdown('\n');
  for (const [label, value] of rows) {
    card.appendMarkdown('  \n').appendText(`${label}: ${value}`);
  }
  return card.appendMarkdown('\n\n').appendText(details.arn);
}

function tagsText(tags: Fact<readonly Tag[]>): string {
  switch (tags.kind) {
    case 'notApplicable':
      return vscode.l10n.t('None');
    case 'failed':
      return vscode.l10n.t('Not readable');
    case 'known':
      return tags.value.map(({ key, value }) => `${key}=${value}`).join(', ') || vscode.l10n.t('None');
  }
}

function spokenKey(key: KeySummary, details: KeyDetails | undefined): string {
  if (details === undefined) {
    return vscode.l10n.t('Key {0}', keyName(key));
  }
  const parts = [stateText(details.state), details.spec, managerText(details.manager)];
  return vscode.l10n.t('Key {0}, {1}', keyName(key), parts.join(', '));
}
