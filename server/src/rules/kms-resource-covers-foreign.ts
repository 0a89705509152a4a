import * as l10n from '@vscode/l10n';
import { isCrossAccountAction } from '../knowledge/kmsActions.js';
import { defineRule } from './rule.js';
import { expandedActions } from './support/actionResources.js';
import { isEveryKey } from './support/kmsResources.js';
import { ownKeysFix } from './support/ownKeysFix.js';
import { resourceItems } from './support/resourceItems.js';

/** Keys of which the value tells whose key, or which keys, a request may use. */
const NARROWING =
  /^(?:aws:ResourceAccount|aws:ResourceOrgID|aws:ResourceOrgPaths|aws:ResourceTag\/.+|kms:ResourceAliases|kms:RequestAlias)$/i;

/** `*` stands for the keys of all accounts; where a foreign key's policy lets this account in, it is used too. */
export const kmsResourceCoversForeign = defineRule({
  id: 'kms-resource-covers-foreign',
  defaultLevel: 'off',
  tags: ['security', 'encryption'],
  kinds: ['identity-policy'],
  scope: 'statement',
  catalogue: ['kms-resource-covers-foreign'],
  peers: ['RESOURCE_STAR', 'CKV_AWS_356', 'wildcard_resource'],
  fixable: 'sometimes',

  *check(context) {
    for (const statement of context.policy.statements) {
      const isNarrowed = statement.conditions.some(({ key }) => key.known === undefined || NARROWING.test(key.known));
      if (statement.effect !== 'Allow' || statement.resource?.negated !== false || isNarrowed) {
        continue;
      }
      const foreign = expandedActions(context, statement)
        .flatMap(({ actions }) => actions)
        .find(({ service, name }) => service === 'kms' && isCrossAccountAction(name));
      for (const item of foreign === undefined ? [] : resourceItems(context, statement).filter(isEveryKey)) {
        yield {
          span: item.value.span,
          message: l10n.t(
            'Unscoped resource "{0}": "{1}" works across accounts, so keys of other accounts are covered too.',
            item.text,
            foreign?.id ?? '',
          ),
          fixes: ownKeysFix(context, statement, item),
        };
      }
    }
  },
});
