import * as l10n from '@vscode/l10n';
import type { AccessInfo } from '../../../protocol/src/access.js';
import { actionLines, conditionLines, principalLines, throughText } from '../policy/access/accessTexts.js';
import type { Table } from './table.js';

/** Who, what, by what and when: one row for each access. */
export function accessTable(access: readonly AccessInfo[]): Table {
  return {
    heading: [l10n.t('Principal'), l10n.t('Actions'), l10n.t('Through'), l10n.t('Conditions'), l10n.t('Marks')],
    rows: access.map((row) => [
      principalLines(row),
      actionLines(row.actions),
      [throughText(row)],
      conditionLines(row),
      row.marks.filter((mark) => mark !== 'iam').map(markText),
    ]),
  };
}

function markText(mark: AccessInfo['marks'][number]): string {
  switch (mark) {
    case 'public':
      return l10n.t('PUBLIC');
    case 'cross-account':
      return l10n.t('other account');
    case 'service':
      return l10n.t('service');
    case 'iam':
      return l10n.t('IAM policies');
    case 'administer':
      return l10n.t('administers');
    case 'decrypt':
      return l10n.t('decrypts');
  }
}
