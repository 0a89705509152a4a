import * as l10n from '@vscode/l10n';
import { POLICY_CHANGE_ACTION } from '../knowledge/keyControl.js';
import { select } from '../policy/memo.js';
import type { Statement } from '../policy/model.js';
import { coversAction } from '../policy/statementActions.js';
import { defineRule } from './rule.js';
import { addActionsFix } from './support/actionBundles.js';
import { isGivenElsewhere } from './support/elsewhere.js';
import { readKeyTraits } from './support/keyTraits.js';
import { namedIdentities } from './support/principalKinds.js';
import { isUnfinished } from './support/unfinished.js';

/** Both are needed: the first answers with the public key and the token for the second (kms-facts section 23). */
const IMPORT: readonly string[] = ['kms:GetParametersForImport', 'kms:ImportKeyMaterial'];

/** A key with imported material is of no use until somebody imports it, and again when the material expires. */
export const importedKeyAdminIncomplete = defineRule({
  id: 'imported-key-admin-incomplete',
  defaultLevel: 'info',
  tags: ['correctness'],
  kinds: ['key-policy'],
  catalogue: ['imported-key-admin-incomplete'],
  fixable: 'sometimes',

  *check(context) {
    const { policy } = context;
    for (const statement of isUnfinished(context, policy.span) ? [] : select(context, administers)) {
      const [admin] = namedIdentities(statement);
      const isImported = readKeyTraits(context, statement).origin === 'EXTERNAL';
      if (admin === undefined || !isImported || statement.action === undefined) {
        continue;
      }
      const missing = IMPORT.filter(
        (name) => coversAction(statement, name) === 'no' && !isGivenElsewhere(policy, statement, [name]),
      );
      if (missing.length > 0) {
        yield {
          span: statement.action.entry.key.span,
          message: l10n.t(
            'Incomplete permissions for "{0}": the material of this key is imported, which needs {1}.',
            admin.value.known,
            missing.map((name) => `"${name}"`).join(', '),
          ),
          fixes: addActionsFix(context, statement, missing),
        };
      }
    }
  },
});

function administers(statement: Statement): boolean {
  return (
    statement.effect === 'Allow' &&
    coversAction(statement, POLICY_CHANGE_ACTION) === 'yes' &&
    namedIdentities(statement).length > 0
  );
}
