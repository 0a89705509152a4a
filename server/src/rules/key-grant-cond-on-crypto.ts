import * as l10n from '@vscode/l10n';
import { getKmsAction } from '../knowledge/kmsActions.js';
import { getKmsConditionKey } from '../knowledge/kmsConditionKeys.js';
import { defineRule } from './rule.js';
import { demandsKey, readLegalConditions } from './support/conditions.js';
import { listKmsActions, splitOrRemoveFixes } from './support/deadActions.js';

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

/** A key that requests to create grants carry, and no cryptographic operation does. */
function isGrantKey(key: string): boolean {
  const operations = getKmsConditionKey(key)?.operations ?? [];
  return operations.includes('CreateGrant') && operations.every((name) => !isUseOfKey(name));
}

/** Cryptographic operations, and what goes with them: everything that a grant can give except grants themselves. */
function isUseOfKey(name: string): boolean {
  const action = getKmsAction(name);
  const isAboutGrants = /grant/i.test(name);
  return action !== undefined && (action.cryptographic || (action.grantable && !isAboutGrants));
}
