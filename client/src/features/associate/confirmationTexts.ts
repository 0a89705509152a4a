import * as vscode from 'vscode';
import type { AwsSession, LogGroup } from '../../aws/ports.js';

/** Names shown in a modal message before it becomes a wall. */
const NAMES_SHOWN = 10;

/** The body of a confirmation: as whom and where, what will happen, to which groups. */
export function confirmationDetail(
  session: AwsSession,
  groups: readonly LogGroup[],
  consequences: readonly string[],
): string {
  const { identity, region } = session;
  const identityLine = vscode.l10n.t('Account {0}, Region {1}, as {2}', identity.account, region, identity.arn);
  const bullets = consequences.map((consequence) => `• ${consequence}`);
  return [identityLine, '', ...bullets, ...(groups.length === 1 ? [] : ['', ...nameLines(groups)])].join('\n');
}

function nameLines(groups: readonly LogGroup[]): string[] {
  const names = groups.slice(0, NAMES_SHOWN).map(({ name }) => name);
  const hidden = groups.length - names.length;
  return hidden === 0 ? names : [...names, vscode.l10n.t('and {0} more', hidden)];
}
