import * as l10n from '@vscode/l10n';
import { hasPolicyVariable, hasTemplatePart } from '../policy/placeholders.js';
import { defineRule } from './rule.js';
import { starResourceFix } from './support/fixes.js';
import { isUnfinished } from './support/unfinished.js';

/** A key policy is about one key, whoever asks; what a caller's variable brings into its resource can only miss it. */
export const variableInKeyPolicyResource = defineRule({
  id: 'variable-in-key-policy-resource',
  defaultLevel: 'warning',
  tags: ['correctness'],
  kinds: ['key-policy'],
  scope: 'statement',
  catalogue: ['variable-in-key-policy-resource'],
  fixable: 'always',

  *check(context) {
    for (const statement of context.policy.statements) {
      const { resource } = statement;
      for (const { known, span } of resource === undefined || resource.negated ? [] : resource.values) {
        if (known === undefined || hasTemplatePart(known) || isUnfinished(context, span) || !hasPolicyVariable(known)) {
          continue;
        }
        yield {
          span,
          message: l10n.t(
            'Expected the resource "{0}" to be "*": a key policy is about its own key, whatever the variable brings.',
            known,
          ),
          fixes: [starResourceFix(context, statement)],
        };
      }
    }
  },
});
