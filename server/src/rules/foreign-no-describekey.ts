import * as l10n from '@vscode/l10n';
import { findEveryone } from '../policy/exposure.js';
import type { Statement } from '../policy/model.js';
import { coversAction } from '../policy/statementActions.js';
import { defineRule } from './rule.js';
import { addActionsFix } from './support/actionEdits.js';
import { allowsUse } from './support/keyUse.js';
import { accountOfPrincipal, isForOtherAccounts, keyOwner } from './support/principalAccounts.js';

const DESCRIBE = 'kms:DescribeKey';

/** SDKs and services look at a key before they use it; another account needs the permission from the key policy. */
export const foreignNoDescribekey = defineRule({
  id: 'foreign-no-describekey',
  defaultLevel: 'off',
  tags: ['correctness'],
  kinds: ['key-policy'],
  catalogue: ['foreign-no-describekey'],
  fixable: 'sometimes',

  *check(context) {
    const owner = keyOwner(context);
    for (const statement of context.policy.statements) {
      if (owner === undefined || !isForOtherAccounts(statement, owner) || !allowsUse(statement)) {
        continue;
      }
      const blind = statement.principal?.principals.find(
        (principal) => !context.policy.statements.some((other) => mayDescribe(other, accountOfPrincipal(principal))),
      );
      if (blind !== undefined) {
        yield {
          span: blind.value.span,
          message: l10n.t(
            'Missing permission "{0}" for "{1}": most SDKs and services look at a key of another account before they use it.',
            DESCRIBE,
            blind.value.known ?? '',
          ),
          // Under a condition that DescribeKey might not meet, the permission would be void.
          fixes: statement.conditions.length === 0 ? addActionsFix(context, statement, [DESCRIBE]) : [],
        };
      }
    }
  },
});

/** Whether a statement lets somebody of the account, or everyone, look at the key. */
function mayDescribe(statement: Statement, account: string | undefined): boolean {
  const { effect, principal } = statement;
  return (
    effect === 'Allow' &&
    coversAction(statement, DESCRIBE) !== 'no' &&
    (principal?.negated === true ||
      findEveryone(principal) !== undefined ||
      principal?.principals.some((item) => item.value.known === undefined || accountOfPrincipal(item) === account) ===
        true)
  );
}
