import * as vscode from 'vscode';
import { failureText } from '../../platform/failureTexts.js';
import { isReadOnlyProfile } from '../../platform/readOnly.js';
import type { SessionChoice, SessionState, Sessions } from '../../platform/sessions.js';
import { readSettings } from '../../platform/settings.js';

export interface IdentityStatus extends vscode.Disposable {
  /** Whether the session may only read has changed. */
  refresh(): void;
}

/** Shows who Sealwright is, in the status bar; hidden until an account is used for the first time. */
export function createIdentityStatus(sessions: Sessions): IdentityStatus {
  const item = vscode.window.createStatusBarItem('sealwright.identity', vscode.StatusBarAlignment.Left, 50);
  item.name = vscode.l10n.t('AWS identity (Sealwright)');
  item.command = 'sealwright.switchProfile';
  const show = (state: SessionState) => {
    const content = describe(state);
    if (content === undefined) {
      item.hide();
      return;
    }
    item.text = content.text;
    item.tooltip = content.tooltip;
    item.accessibilityInformation = { label: content.label };
    item.show();
  };
  show(sessions.state);
  const all = vscode.Disposable.from(item, sessions.onDidChange(show));
  return { refresh: () => show(sessions.state), dispose: () => all.dispose() };
}

interface Content {
  readonly text: string;
  readonly tooltip: vscode.MarkdownString;
  /** The same in words: a screen reader reads neither icons nor shortened numbers well. */
  readonly label: string;
}

function describe(state: SessionState): Content | undefined {
  switch (state.kind) {
    case 'none':
      return undefined;
    case 'loading': {
      const name = choiceName(state.choice);
      const words = vscode.l10n.t('Signing in to AWS as {0}', name);
      return { text: `$(loading~spin) ${name}`, tooltip: new vscode.MarkdownString(words), label: words };
    }
    case 'failed': {
      const name = choiceName(state.choice);
      const words = failureText(state.failure);
      const tooltip = new vscode.MarkdownString().appendText(words);
      return { text: `$(warning) ${name}`, tooltip, label: vscode.l10n.t('AWS, {0}: {1}', name, words) };
    }
    case 'ready': {
      const { identity, region } = state.session;
      const profile = profileName(state.session.profile);
      const tooltip = new vscode.MarkdownString()
        .appendText(identity.arn)
        .appendMarkdown('\n\n')
        .appendText(vscode.l10n.t('Account {0}, Region {1}. Select to switch the profile.', identity.account, region));
      const label = vscode.l10n.t('AWS profile {0}, account {1}, Region {2}', profile, identity.account, region);
      const name = `${profile} · ${shortAccount(identity.account)} · ${region}`;
      if (!isReadOnlyProfile(state.session.profile, readSettings())) {
        return { text: `$(key) ${name}`, tooltip, label };
      }
      const readOnly = vscode.l10n.t('Sealwright only reads with this profile.');
      tooltip.appendMarkdown('\n\n').appendText(readOnly);
      return { text: `$(lock) ${name}`, tooltip, label: `${label}. ${readOnly}` };
    }
  }
}

function choiceName({ profile, region }: SessionChoice): string {
  return region === undefined ? profileName(profile) : `${profileName(profile)} · ${region}`;
}

/** Without a choice of ours, `AWS_PROFILE` decides; without that, the default credential chain. */
function profileName(profile: string | undefined): string {
  return profile ?? (process.env['AWS_PROFILE'] || vscode.l10n.t('default chain'));
}

/** `1111…2222`: enough to tell accounts apart in passing. */
function shortAccount(account: string): string {
  return account.length > 8 ? `${account.slice(0, 4)}…${account.slice(-4)}` : account;
}
