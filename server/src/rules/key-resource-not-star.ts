import * as l10n from '@vscode/l10n';
import { defineRule } from './rule.js';
import { starResourceFix } from './support/fixes.js';
import { keyResources } from './support/keyResources.js';

/** The ARN of the key says what `*` says, until the policy is copied to another key. */
export const keyResourceNotStar = defineRule({
  id: 'key-resource-not-star',
  defaultLevel: 'warning',
  tags: ['correctness'],
  kinds: ['key-policy'],
  scope: 'statement',
  catalogue: ['key-resource-not-star'],
  fixable: 'always',

  *check(context) {
    for (const { statement, value, text, canMatchKey } of keyResources(context)) {
      if (canMatchKey) {
        yield {
          span: value.span,
          message: l10n.t(
            'Expected the resource "{0}" to be "*": an ARN makes the statement void on every other key, copies and replicas included.',
            text,
          ),
          fixes: [starResourceFix(context, statement)],
        };
      }
    }
  },
});
