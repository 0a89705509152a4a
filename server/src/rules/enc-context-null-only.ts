import * as l10n from '@vscode/l10n';
import { encryptionContextKeyOf } from '../knowledge/kmsConditionKeys.js';
import { TRAIL_CONTEXT_KEY } from '../knowledge/logsResources.js';
import { defineRule } from './rule.js';
import { demandsKey, readLegalConditions } from './support/conditions.js';

/** That a pair is there says nothing of its value: whoever calls may write any. */
export const encContextNullOnly = defineRule({
  id: 'enc-context-null-only',
  defaultLevel: 'info',
  tags: ['security', 'encryption'],
  kinds: ['key-policy'],
  scope: 'statement',
  catalogue: ['enc-context-null-only'],
  fixable: 'never',

  *check(context) {
    for (const statement of context.policy.statements) {
      const conditions = readLegalConditions(context, statement).filter(
        ({ keyName }) => encryptionContextKeyOf(keyName) !== undefined,
      );
      const isNullOnly = conditions.every(
        (condition) => condition.parsed.operator.family === 'Null' && demandsKey(condition),
      );
      // A condition that cannot be read yet may compare the value.
      const isComplete = statement.conditions.every(({ key }) => key.known !== undefined);
      if (statement.effect !== 'Allow' || !isNullOnly || !isComplete) {
        continue;
      }
      for (const { key, keyName } of conditions) {
        // AWS publishes this form for readers of trail files, which only CloudTrail encrypts with that context.
        if (encryptionContextKeyOf(keyName)?.toLowerCase() !== TRAIL_CONTEXT_KEY) {
          yield {
            span: key.span,
            message: l10n.t(
              'Unspecific condition on "{0}": the request must have the pair, with any value. Compare the value as well.',
              keyName,
            ),
          };
        }
      }
    }
  },
});
