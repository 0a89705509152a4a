import * as l10n from '@vscode/l10n';
import { POLICY_CHANGE_ACTION } from '../knowledge/keyControl.js';
import { isEffectiveInKeyPolicy } from '../knowledge/kmsActions.js';
import { coversAction } from '../policy/statementActions.js';
import { defineRule } from './rule.js';
import { replaceActionFix } from './support/actionBundles.js';
import { CREATE_GRANT, findCreateGrant, withoutCreateGrant } from './support/createGrant.js';
import { isAllowed, namedIdentities } from './support/principalKinds.js';
import { isUnfinished } from './support/unfinished.js';

/** The console's pattern for administrators lets them make grants, and so give themselves use of the key. */
export const keyAdminCreatesGrants = defineRule({
  id: 'key-admin-creates-grants',
  defaultLevel: 'off',
  tags: ['security'],
  kinds: ['key-policy'],
  catalogue: ['key-admin-creates-grants'],
  fixable: 'sometimes',

  *check(context) {
    const { policy } = context;
    for (const statement of isUnfinished(context, policy.span) ? [] : policy.statements) {
      const [first] = namedIdentities(statement);
      const pattern = first === undefined ? undefined : findCreateGrant(context, statement);
      // `kms:*` and `kms:*Grant` are no oversight; who has no other right to administer is for key-creategrant-open.
      if (pattern === undefined || !pattern.isPattern || /^kms:\*+$|grant/i.test(pattern.text)) {
        continue;
      }
      const isAdministrator =
        first !== undefined &&
        (coversAction(statement, POLICY_CHANGE_ACTION) === 'yes' ||
          isAllowed(policy, first.value.known, POLICY_CHANGE_ACTION));
      if (statement.effect !== 'Allow' || !isAdministrator || statement.conditions.length > 0) {
        continue;
      }
      const rest = withoutCreateGrant(context, pattern.text).filter((id) => isEffectiveInKeyPolicy(id));
      yield {
        span: pattern.value.span,
        message: l10n.t(
          'Excessive pattern "{0}": it covers "{1}", with which an administrator can give use of the key to anybody.',
          pattern.text,
          CREATE_GRANT,
        ),
        fixes:
          rest.length === 0
            ? []
            : replaceActionFix(
                context,
                statement,
                pattern.text,
                rest,
                l10n.t('Replace "{0}" with {1}', pattern.text, rest.map((id) => `"${id}"`).join(', ')),
              ),
      };
    }
  },
});
