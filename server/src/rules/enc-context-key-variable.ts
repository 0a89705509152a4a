import * as l10n from '@vscode/l10n';
import { encryptionContextKeyOf } from '../knowledge/kmsConditionKeys.js';
import { hasPolicyVariable } from '../policy/placeholders.js';
import { defineRule } from './rule.js';
import { listConditions } from './support/conditions.js';

/** AWS fills variables in on the value side only; in the name of a key they stay the characters they are. */
export const encContextKeyVariable = defineRule({
  id: 'enc-context-key-variable',
  defaultLevel: 'error',
  tags: ['correctness', 'encryption'],
  kinds: ['key-policy', 'identity-policy'],
  scope: 'statement',
  catalogue: ['enc-context-key-variable'],
  fixable: 'never',

  *check(context) {
    for (const { keyName, key } of listConditions(context)) {
      const contextKey = encryptionContextKeyOf(keyName);
      if (contextKey !== undefined && hasPolicyVariable(contextKey)) {
        yield {
          span: key.span,
          message: l10n.t(
            'Unexpected policy variable in the condition key "{0}": AWS resolves variables in values only, so the key is never matched.',
            keyName,
          ),
        };
      }
    }
  },
});
