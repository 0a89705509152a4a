import * as l10n from '@vscode/l10n';
import { defineRule } from './rule.js';
import { actionItems } from './support/actionItems.js';
import { removeItemFix, replaceStringFix } from './support/fixes.js';
import { isReEncryptName } from './support/kmsActionNames.js';

const PATTERN = 'kms:ReEncrypt*';

/** The API operation ReEncrypt needs two permissions, one on each key, and neither has the operation's name. */
export const actionReencryptName = defineRule({
  id: 'action-reencrypt-name',
  defaultLevel: 'error',
  tags: ['correctness'],
  scope: 'statement',
  catalogue: ['action-reencrypt-name'],
  peers: ['INVALID_ACTION', 'UNKNOWN_ACTION', 'UNRECOGNIZED_ACTION', 'W3037', 'invalid_action'],
  fixable: 'always',

  *check(context) {
    for (const { element, value, path, text } of actionItems(context)) {
      if (!isReEncryptName(text)) {
        continue;
      }
      const isCovered = element.values.some(({ known }) => known?.toLowerCase() === PATTERN.toLowerCase());
      yield {
        span: value.span,
        message: l10n.t(
          'Unknown action "{0}": this is an API operation, whose permissions are "kms:ReEncryptFrom" and "kms:ReEncryptTo".',
          text,
        ),
        fixes: isCovered
          ? [removeItemFix(context, path, text, true)]
          : replaceStringFix(context, value, PATTERN, false),
      };
    }
  },
});
