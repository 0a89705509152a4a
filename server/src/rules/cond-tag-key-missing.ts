import * as l10n from '@vscode/l10n';
import { findConditionKey } from '../knowledge/conditionKeyLookup.js';
import { defineRule } from './rule.js';
import { findUnfinishedFamily } from './support/conditionKeyNames.js';
import { listConditions } from './support/conditions.js';

/** `aws:RequestTag` is half a key: requests carry one key a tag, with the tag's name behind a slash. */
export const condTagKeyMissing = defineRule({
  id: 'cond-tag-key-missing',
  defaultLevel: 'error',
  tags: ['correctness'],
  scope: 'statement',
  catalogue: ['cond-tag-key-missing'],
  peers: ['MISSING_TAG_KEY_IN_CONDITION'],
  fixable: 'never',

  *check(context) {
    for (const { keyName, key } of listConditions(context)) {
      if (findConditionKey(context.reference, keyName) !== undefined) {
        continue;
      }
      const family = findUnfinishedFamily(context.reference, keyName);
      if (family?.separator === '/') {
        yield {
          span: key.span,
          message: l10n.t(
            'Expected the condition key "{0}" to be followed by the name of a tag, as in "{1}/team": no request carries it without.',
            keyName,
            family.name,
          ),
        };
      }
    }
  },
});
