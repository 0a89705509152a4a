import * as vscode from 'vscode';

/** A key state in the words of the AWS console; states that AWS may add later stay as they come. */
export function stateText(state: string): string {
  switch (state) {
    case 'Enabled':
      return vscode.l10n.t('Enabled');
    case 'Disabled':
      return vscode.l10n.t('Disabled');
    case 'PendingDeletion':
      return vscode.l10n.t('Pending deletion');
    case 'PendingImport':
      return vscode.l10n.t('Pending import');
    case 'PendingReplicaDeletion':
      return vscode.l10n.t('Pending replica deletion');
    case 'Unavailable':
      return vscode.l10n.t('Unavailable');
    case 'Creating':
      return vscode.l10n.t('Creating');
    case 'Updating':
      return vscode.l10n.t('Updating');
    default:
      return state;
  }
}
