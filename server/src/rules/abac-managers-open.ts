import * as l10n from '@vscode/l10n';
import { ACCESS_BY_NAME, type AccessByName } from '../knowledge/accessByNames.js';
import { POLICY_CHANGE_ACTION } from '../knowledge/keyControl.js';
import { matchAction } from '../policy/evaluate/matchText.js';
import type { Policy, Statement } from '../policy/model.js';
import { coversAction } from '../policy/statementActions.js';
import { defineRule } from './rule.js';
import { namedAccounts } from './support/principalKinds.js';
import { isUnfinished } from './support/unfinished.js';

/** Where tags or aliases decide over access, whoever may change them gives access. */
export const abacManagersOpen = defineRule({
  id: 'abac-managers-open',
  defaultLevel: 'off',
  tags: ['security'],
  kinds: ['key-policy', 'identity-policy'],
  catalogue: ['abac-managers-open'],
  fixable: 'never',

  *check(context) {
    const { policy } = context;
    for (const access of isUnfinished(context, policy.span) ? [] : ACCESS_BY_NAME) {
      const reader = findReader(policy, access);
      for (const statement of reader === undefined ? [] : policy.statements) {
        const { action } = statement;
        // Who may change the policy needs no tags; an account is its own master.
        const isJudged =
          statement.effect === 'Allow' &&
          action?.negated === false &&
          coversAction(statement, POLICY_CHANGE_ACTION) === 'no' &&
          namedAccounts(statement).length === 0;
        if (!isJudged || isLimited(statement, access)) {
          continue;
        }
        const value = action.values.find((item) => access.managedBy.some((name) => matchAction(item, name) === 'yes'));
        if (value !== undefined) {
          yield {
            span: value.span,
            message: l10n.t(
              'Unlimited action "{0}": "{1}" decides over access in this policy, and with this action it can be changed.',
              value.known ?? '',
              reader ?? '',
            ),
          };
        }
      }
    }
  },
});

/** The condition key by which an Allow of the policy gives access to what bears a tag or an alias. */
function findReader({ statements }: Policy, access: AccessByName): string | undefined {
  return statements
    .filter(({ effect }) => effect === 'Allow')
    .flatMap(({ conditions }) => conditions.map(({ key }) => key.known))
    .find((key) => key !== undefined && access.reads(key.toLowerCase()));
}

function isLimited({ conditions }: Statement, { limitedBy, reads }: AccessByName): boolean {
  return conditions.some(({ key }) => {
    const name = key.known?.toLowerCase();
    return name === undefined || reads(name) || limitedBy.some((start) => name.startsWith(start));
  });
}
