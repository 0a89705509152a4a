import * as l10n from '@vscode/l10n';
import { readAwsPrincipal } from '../policy/awsPrincipal.js';
import { defineRule } from './rule.js';
import { replaceStringFix } from './support/fixes.js';
import { PRINCIPAL_KINDS } from './support/kinds.js';
import { principalValues } from './support/principalValues.js';

/** An account is twelve digits; spreadsheets and YAML drop a leading zero, consoles print dashes. */
export const principalAccountId = defineRule({
  id: 'principal-account-id',
  defaultLevel: 'error',
  tags: ['correctness'],
  kinds: PRINCIPAL_KINDS,
  scope: 'statement',
  catalogue: ['principal-account-id'],
  peers: ['UNKNOWN_PRINCIPAL', 'E3512', 'principal_validation'],
  fixable: 'sometimes',

  *check(context) {
    for (const { principal, text } of principalValues(context, 'AWS')) {
      const read = readAwsPrincipal(text);
      if (read.kind !== 'account-format') {
        continue;
      }
      const { account, digits } = read;
      // Eleven digits have most often lost a leading zero, but a digit could be missing anywhere.
      const meant = digits?.length === 12 ? digits : digits?.length === 11 ? `0${digits}` : undefined;
      yield {
        span: principal.value.span,
        message:
          account === ''
            ? l10n.t('Invalid principal "{0}": the account is missing.', text)
            : l10n.t('Invalid account "{0}": an account has exactly 12 digits.', account),
        fixes:
          meant === undefined
            ? []
            : replaceStringFix(context, principal.value, text.replace(account, meant), digits?.length === 12),
      };
    }
  },
});
