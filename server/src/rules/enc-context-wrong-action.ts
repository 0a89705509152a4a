import * as l10n from '@vscode/l10n';
import { hasEncryptionContext } from '../knowledge/kmsActions.js';
import { defineRule } from './rule.js';
import { demandsKey, readLegalConditions } from './support/conditions.js';
import { isContextConditionKey } from './support/contextConditions.js';
import { listKmsActions, splitOrRemoveFixes } from './support/deadActions.js';
import { onlyServicePrincipals } from './support/servicePrincipals.js';

/** Only operations with an encryption context can meet a condition on it; an Allow of any other is never granted. */
export const encContextWrongAction = defineRule({
  id: 'enc-context-wrong-action',
  defaultLevel: 'warning',
  tags: ['correctness', 'encryption'],
  kinds: ['key-policy', 'identity-policy'],
  scope: 'statement',
  catalogue: ['enc-context-wrong-action'],
  peers: ['UNSUPPORTED_ACTION_FOR_CONDITION_KEY'],
  fixable: 'sometimes',

  *check(context) {
    for (const statement of context.policy.statements) {
      const conditions = readLegalConditions(context, statement).filter(
        (condition) => isContextConditionKey(condition.keyName) && demandsKey(condition),
      );
      const [first] = conditions;
      if (statement.effect !== 'Allow' || first === undefined) {
        continue;
      }
      const listed = listKmsActions(context, statement);
      const dead = listed.filter(({ actions }) => actions.every(({ name }) => !hasEncryptionContext(name)));
      for (const item of dead) {
        // AWS's own statement for CloudWatch Logs has kms:Describe* beside the operations that matter: inert there, while a
        // role that is given a copy of it calls DescribeKey (kms-facts 26.a).
        if (item.isPattern && dead.length < listed.length && onlyServicePrincipals(statement).length > 0) {
          continue;
        }
        yield {
          span: item.value.span,
          message: l10n.t(
            'Unreachable action "{0}": its requests carry no encryption context, so the condition on "{1}" never lets it through.',
            item.text,
            first.keyName,
          ),
          fixes: splitOrRemoveFixes(context, statement, item, conditions),
        };
      }
    }
  },
});
