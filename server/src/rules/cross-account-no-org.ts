import * as l10n from '@vscode/l10n';
import type { Statement } from '../policy/model.js';
import { defineRule, type Fix, type RuleContext } from './rule.js';
import { isSameKey } from './support/conditions.js';
import { foreignPrincipalsByStatement } from './support/foreignPrincipals.js';
import { addCondition } from './support/statementEdits.js';

/** From so many accounts in one statement on, a list is kept up by hand that the organization keeps anyway. */
const SEVERAL = 3;

const ORGANIZATION_KEY = 'aws:PrincipalOrgID';
const PATHS_KEY = 'aws:PrincipalOrgPaths';

/** Many accounts by number, and nothing that says they belong together. */
export const crossAccountNoOrg = defineRule({
  id: 'cross-account-no-org',
  // Accounts of partners and customers belong to no organization of one's own.
  defaultLevel: 'off',
  tags: ['security'],
  kinds: ['key-policy', 'bucket-policy'],
  catalogue: ['cross-account-no-org'],
  peers: ['principal_condition_requirements'],
  fixable: 'sometimes',

  *check(context) {
    for (const [statement, principals] of foreignPrincipalsByStatement(context)) {
      const accounts = new Set(principals.map(({ account }) => account));
      const key = statement.principal?.entry.key;
      if (key !== undefined && accounts.size >= SEVERAL && !namesOrganization(statement)) {
        yield {
          span: key.span,
          message: l10n.t(
            'Unbound accounts: {0} other accounts are named, and no condition on "{1}" says that they belong together.',
            String(accounts.size),
            ORGANIZATION_KEY,
          ),
          fixes: organizationFix(context, statement),
        };
      }
    }
  },
});

/** A condition that is not known yet may be the one. */
function namesOrganization({ conditions }: Statement): boolean {
  return conditions.some(
    ({ key }) => key.known === undefined || isSameKey(key.known, ORGANIZATION_KEY) || isSameKey(key.known, PATHS_KEY),
  );
}

function organizationFix(context: RuleContext, statement: Statement): Fix[] {
  const { organization } = context.facts;
  const edits =
    organization === undefined
      ? undefined
      : addCondition(context, statement, 'StringEquals', ORGANIZATION_KEY, organization);
  return organization === undefined || edits === undefined
    ? []
    : [{ title: l10n.t('Allow only callers of the organization "{0}"', organization), safe: false, edits }];
}
