import * as vscode from 'vscode';
import { failureText } from '../../platform/failureTexts.js';
import type { LinkStatus, LiveLinks } from './liveLinks.js';
import type { PolicyLink, PolicyLinks } from './policyLinks.js';

/** Above a linked policy document: how it stands to the key, and what can be done. */
export class LinkLenses implements vscode.CodeLensProvider {
  readonly onDidChangeCodeLenses: vscode.Event<void>;

  constructor(
    private readonly links: PolicyLinks,
    private readonly live: LiveLinks,
  ) {
    this.onDidChangeCodeLenses = live.onDidChange;
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    const link = this.links.find(document.uri);
    if (link === undefined) {
      return [];
    }
    const status = await this.live.look(document, link);
    const top = new vscode.Range(0, 0, 0, 0);
    const lens = (title: string, command: string) =>
      new vscode.CodeLens(top, { title, command: `sealwright.${command}`, arguments: [document.uri] });
    return [
      lens(statusText(status, link), 'checkLinkedPolicy'),
      ...actionsOf(status).map(([title, command]) => lens(title, command)),
    ];
  }
}

function actionsOf(status: LinkStatus): readonly (readonly [string, string])[] {
  const compare = [vscode.l10n.t('Compare'), 'compareLinkedPolicy'] as const;
  const take = [vscode.l10n.t('Take the Live Policy'), 'takeLivePolicy'] as const;
  const push = [vscode.l10n.t('Push This File...'), 'pushKeyPolicy'] as const;
  if (status.kind !== 'compared') {
    return [];
  }
  switch (status.state) {
    case 'inSync':
      return [push];
    case 'unreadable':
      return [compare, take];
    case 'bothChanged':
      return [compare, [vscode.l10n.t('Join Both'), 'takeLivePolicy'], push];
    case 'fileChanged':
    case 'liveChanged':
    case 'different':
      return [compare, take, push];
  }
}

function statusText(status: LinkStatus, { keyName, account }: PolicyLink): string {
  switch (status.kind) {
    case 'signedOut':
      return `$(sign-in) ${vscode.l10n.t('Sign in to compare this file with the key "{0}"', keyName)}`;
    case 'otherAccount':
      return `$(account) ${vscode.l10n.t('The key "{0}" is in account {1}: switch the profile to compare', keyName, account)}`;
    case 'failed':
      return `$(error) ${vscode.l10n.t('The key "{0}" could not be read: {1}', keyName, failureText(status.failure))}`;
    case 'compared':
      return comparedText(status, keyName);
  }
}

function comparedText({ state, sameAccess }: LinkStatus & { readonly kind: 'compared' }, keyName: string): string {
  const text = sameAccess
    ? (words: string) => vscode.l10n.t('{0}; they permit the same', words)
    : (words: string) => words;
  switch (state) {
    case 'inSync':
      return `$(check) ${vscode.l10n.t('In sync with the key "{0}"', keyName)}`;
    case 'unreadable':
      return `$(error) ${vscode.l10n.t('This file is no complete policy in JSON: it cannot be compared with the key "{0}"', keyName)}`;
    case 'fileChanged':
      return `$(arrow-up) ${text(vscode.l10n.t('Changed here, not yet on the key "{0}"', keyName))}`;
    case 'liveChanged':
      return `$(arrow-down) ${text(vscode.l10n.t('Changed on the key "{0}", not here', keyName))}`;
    case 'bothChanged':
      return `$(warning) ${text(vscode.l10n.t('Changed here and on the key "{0}"', keyName))}`;
    case 'different':
      return `$(diff) ${text(vscode.l10n.t('Differs from the key "{0}"', keyName))}`;
  }
}
