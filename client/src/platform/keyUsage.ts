import * as vscode from 'vscode';
import type { LastUsage } from '../aws/ports.js';
import { formatDate } from './treeItems.js';

/**
 * When a key was last used, as honestly as KMS lets us: no record is no proof that a key was never used, unless the key
 * is younger than the records (API reference, GetKeyLastUsage).
 */
export function lastUsageText({ last, trackingSince, createdAt }: LastUsage): string {
  if (last !== undefined) {
    return vscode.l10n.t('{0}, {1}', formatDate(last.at), last.operation);
  }
  if (trackingSince === undefined) {
    return vscode.l10n.t('Not known');
  }
  return createdAt !== undefined && createdAt >= trackingSince
    ? vscode.l10n.t('Never, since it was created on {0}', formatDate(createdAt))
    : vscode.l10n.t('Not since {0}; KMS did not record it before', formatDate(trackingSince));
}
