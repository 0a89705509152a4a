import * as l10n from '@vscode/l10n';
import { defineRule } from './rule.js';
import { expandedActions } from './support/actionResources.js';
import { demandsKey, readLegalConditions } from './support/conditions.js';
import { isAliasArn, isAliasOperation } from './support/kmsResources.js';
import { allResources } from './support/resourceItems.js';

/** Condition keys that describe the key which a request is about. */
const KEY_PROPERTIES: ReadonlySet<string> = new Set([
  'kms:customermasterkeyspec',
  'kms:customermasterkeyusage',
  'kms:keyorigin',
  'kms:keyspec',
  'kms:keyusage',
  'kms:multiregion',
  'kms:multiregionkeytype',
  'kms:resourcealiases',
]);

/** Aliases have no properties of keys and no tags, so that a condition on those shuts the alias out (kms-facts 4). */
export const kmsAliasResourceConditioned = defineRule({
  id: 'kms-alias-resource-conditioned',
  defaultLevel: 'warning',
  tags: ['correctness', 'encryption'],
  kinds: ['identity-policy', 'vpc-endpoint-policy', 'scp', 'rcp'],
  scope: 'statement',
  catalogue: ['kms-alias-resource-conditioned'],
  fixable: 'never',

  *check(context) {
    for (const statement of context.policy.statements) {
      const resources = allResources(context, statement) ?? [];
      const [alias] = resources;
      if (alias === undefined || !resources.every(isAliasArn)) {
        continue;
      }
      const actions = expandedActions(context, statement).flatMap((item) => item.actions);
      // Of operations on keys kms-alias-as-resource says that the alias is no resource of theirs.
      if (actions.length === 0 || !actions.every(isAliasOperation)) {
        continue;
      }
      for (const condition of readLegalConditions(context, statement)) {
        const name = condition.keyName.toLowerCase();
        if (demandsKey(condition) && (KEY_PROPERTIES.has(name) || name.startsWith('aws:resourcetag/'))) {
          yield {
            span: condition.key.span,
            message: l10n.t(
              'Unreachable condition on "{0}": the resource "{1}" is an alias, which has no such property, so the statement never applies.',
              condition.keyName,
              alias.text,
            ),
          };
        }
      }
    }
  },
});
