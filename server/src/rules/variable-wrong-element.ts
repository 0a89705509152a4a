import * as l10n from '@vscode/l10n';
import { findConditionKey } from '../knowledge/conditionKeyLookup.js';
import { encryptionContextKeyOf } from '../knowledge/kmsConditionKeys.js';
import { hasPolicyVariable } from '../policy/placeholders.js';
import { defineRule } from './rule.js';
import { actionItems } from './support/actionItems.js';
import { listConditions } from './support/conditions.js';

/** AWS fills variables in when a request comes, in resources and condition values only. */
export const variableWrongElement = defineRule({
  id: 'variable-wrong-element',
  defaultLevel: 'error',
  tags: ['correctness'],
  scope: 'statement',
  catalogue: ['variable-wrong-element'],
  peers: ['VARIABLE_UNSUPPORTED_IN_ELEMENT'],
  fixable: 'never',

  *check(context) {
    // Of principals principal-variable speaks.
    for (const { value, text } of actionItems(context)) {
      if (hasPolicyVariable(text)) {
        yield {
          span: value.span,
          message: l10n.t(
            'Unexpected policy variable in the action "{0}": AWS resolves variables in "Resource" and in condition values only.',
            text,
          ),
        };
      }
    }
    for (const { key, keyName } of listConditions(context)) {
      // enc-context-key-variable and cond-key-unknown report the others.
      const isTag = encryptionContextKeyOf(keyName) === undefined && findConditionKey(context.reference, keyName);
      if (isTag && hasPolicyVariable(keyName)) {
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
