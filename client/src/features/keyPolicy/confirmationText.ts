import * as vscode from 'vscode';
import type { AccessChange, PolicyReview } from '../../../../protocol/src/policyReview.js';
import type { AwsSession } from '../../aws/ports.js';

/** A dialog shows no more than fits on a screen; the review has all. */
const MAX_LINES = 8;

/** The whole effect of a change, for the question before it: where, as whom, who gains, who loses. */
export function confirmationText({ identity, region }: AwsSession, { gained, lost }: PolicyReview): string {
  return [
    vscode.l10n.t('Account {0}, Region {1}, as {2}', identity.account, region, identity.arn),
    '',
    ...changeLines(vscode.l10n.t('Access gained'), gained),
    ...changeLines(vscode.l10n.t('Access lost'), lost),
    ...(gained.length + lost.length === 0
      ? [vscode.l10n.t('Nobody gains or loses any access: the policies mean the same.')]
      : []),
    '',
    vscode.l10n.t('The policy of before is kept on this machine, and "Undo" puts it back.'),
  ].join('\n');
}

function changeLines(heading: string, changes: readonly AccessChange[]): readonly string[] {
  if (changes.length === 0) {
    return [];
  }
  const sorted = changes.toSorted((a, b) => Number(b.isImportant) - Number(a.isImportant));
  const more = sorted.length - MAX_LINES;
  return [
    `${heading}:`,
    ...sorted.slice(0, MAX_LINES).map(({ text, isImportant }) => `${isImportant ? '⚠ ' : '• '}${text}`),
    ...(more > 0 ? [vscode.l10n.t('and {0} more, which the review lists', more)] : []),
  ];
}
