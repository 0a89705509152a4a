import * as vscode from 'vscode';

/** What KMS takes after `alias/` (kms-facts, section 13). */
export function aliasComplaint(text: string): string | undefined {
  if (text.startsWith('alias/')) {
    return vscode.l10n.t('Leave out "alias/": it is added.');
  }
  if (text.startsWith('aws/')) {
    return vscode.l10n.t('Aliases that begin with "aws/" are those of AWS.');
  }
  return /^[\w/-]{1,250}$/.test(text)
    ? undefined
    : vscode.l10n.t('Letters, digits and the signs / _ - only, at most 250 characters.');
}

/** The items of a line that are separated by commas or blanks. */
export function splitLine(line: string): readonly string[] {
  return [...new Set(line.split(/[,\s]+/).filter((item) => item !== ''))];
}

/** Undefined for a line that is none of tags. An empty line means no tags. */
export function parseTags(line: string): Record<string, string> | undefined {
  const tags: Record<string, string> = {};
  for (const part of line
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')) {
    const [name = '', ...rest] = part.split('=');
    const key = name.trim();
    if (rest.length === 0 || key === '' || key.toLowerCase().startsWith('aws:') || key in tags) {
      return undefined;
    }
    tags[key] = rest.join('=').trim();
  }
  return tags;
}

export function tagsComplaint(line: string): string | undefined {
  return parseTags(line) === undefined ? vscode.l10n.t('Write tags as NAME=VALUE, NAME=VALUE.') : undefined;
}

/** Bounds of the rotation period that KMS takes (kms-facts, section 20). */
export const MIN_ROTATION_DAYS = 90;
export const MAX_ROTATION_DAYS = 2_560;

export function rotationDaysComplaint(line: string): string | undefined {
  const days = Number(line);
  return /^\d+$/.test(line.trim()) && days >= MIN_ROTATION_DAYS && days <= MAX_ROTATION_DAYS
    ? undefined
    : vscode.l10n.t('A whole number from {0} to {1}.', MIN_ROTATION_DAYS, MAX_ROTATION_DAYS);
}
