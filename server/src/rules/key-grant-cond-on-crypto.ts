import * as l10n from '@vscode/l10n';
import { defineRule } from './rule.js';
import { demandsKey, readLegalConditions } from './support/conditions.js';
import { listKmsActions, splitOrRemoveFixes } from './support/deadActions.js';
import { isGrantKey, isUseOfKey } from './support/grantConditions.js';

/** Keys such as `kms:GrantIsForAWSResource` exist in requests about grants only; beside them Decrypt is never allowed. */
export const keyGrantCondOnCrypto = defineRule({
  id: 'key-grant-cond-on-crypto',
  defaultLevel: 'error',
  tags: ['correctness'],
  kinds: ['key-policy', 'identity-policy'],
  scope: 'statement',
  catalogue: ['key-grant-cond-on-crypto'],
  peers: ['UNSUPPORTED_ACTION_FOR_CONDITION_KEY'],
  fixable: 'sometimes',

  *check(context) {
    for (const statement of context.policy.statements) {
      const conditions = readLegalConditions(context, statement).filter(
        (condition) => isGrantKey(condition.keyName) && demandsKey(condition),
      );
      const [first] = conditions;
      if (statement.effect !== 'Allow' || first === undefined) {
        continue;
      }
      for (const item of listKmsActions(context, statement)) {
        if (!item.actions.every(({ name }) => isUseOfKey(name))) {
          continue;
        }
        yield {
          span: item.value.span,
          message: l10n.t(
            'Unreachable action "{0}": only requests about grants carry "{1}", so the condition never lets it through.',
            item.text,
            first.keyName,
          ),
          fixes: splitOrRemoveFixes(context, statement, item, conditions),
        };
      }
    }
  },
});
