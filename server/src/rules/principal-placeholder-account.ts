import * as l10n from '@vscode/l10n';
import { EXAMPLE_ACCOUNTS } from '../knowledge/exampleAccounts.js';
import { accountOfPrincipal } from '../policy/awsPrincipal.js';
import { defineRule } from './rule.js';
import { replaceStringFix } from './support/fixes.js';
import { PRINCIPAL_KINDS } from './support/kinds.js';
import { principalValues } from './support/principalValues.js';

/** A policy copied from a guide trusts the account of the guide. */
export const principalPlaceholderAccount = defineRule({
  id: 'principal-placeholder-account',
  // Examples and tests have such accounts on purpose.
  defaultLevel: 'off',
  tags: ['correctness', 'security'],
  kinds: PRINCIPAL_KINDS,
  scope: 'statement',
  catalogue: ['principal-placeholder-account'],
  fixable: 'sometimes',

  *check(context) {
    const own = context.facts.account;
    for (const { principal, text } of principalValues(context, 'AWS')) {
      const account = accountOfPrincipal(text);
      if (account === undefined || account === own || !EXAMPLE_ACCOUNTS.has(account)) {
        continue;
      }
      yield {
        span: principal.value.span,
        message: l10n.t('Example account "{0}": guides use it in the place of an account of yours.', account),
        fixes: own === undefined ? [] : replaceStringFix(context, principal.value, text.replace(account, own), false),
      };
    }
  },
});
