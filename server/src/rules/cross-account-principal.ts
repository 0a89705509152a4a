import * as l10n from '@vscode/l10n';
import { defineRule } from './rule.js';
import { foreignPrincipals } from './support/foreignPrincipals.js';
import { GRANTING_KINDS } from './support/kinds.js';
import { removePrincipalFix } from './support/principalFixes.js';

/** Access for an account that nobody has declared to be trusted. */
export const crossAccountPrincipal = defineRule({
  id: 'cross-account-principal',
  defaultLevel: 'info',
  tags: ['security'],
  kinds: GRANTING_KINDS,
  scope: 'statement',
  catalogue: ['cross-account-principal'],
  peers: ['unauthorized_principal', 's3_bucket_cross_account_access', 's3-bucket-policy-grantee-check', 'S3.6'],
  fixable: 'sometimes',

  *check(context) {
    const { account: owner, trustedAccounts } = context.facts;
    if (owner === undefined || trustedAccounts === undefined) {
      return;
    }
    for (const { element, principal, text, account } of foreignPrincipals(context, owner)) {
      if (!trustedAccounts.includes(account)) {
        yield {
          span: principal.value.span,
          message: l10n.t(
            'Principal "{0}" of another account: "{1}" is not among the accounts that are declared to be trusted.',
            text,
            account,
          ),
          fixes: removePrincipalFix(context, element, principal, false),
        };
      }
    }
  },
});
