import * as l10n from '@vscode/l10n';
import { defineRule } from './rule.js';
import { decryptGrantsOf } from './support/decryptGrants.js';
import { isEverything, type ResourceItem, resourceItems } from './support/resourceItems.js';

/** A pattern that names a service and leaves all else open reads as narrower than it is. */
export const resourceEffectivelyStar = defineRule({
  id: 'resource-effectively-star',
  defaultLevel: 'info',
  tags: ['security'],
  kinds: ['identity-policy'],
  scope: 'statement',
  catalogue: ['resource-effectively-star'],
  peers: ['RESOURCE_EFFECTIVELY_STAR'],
  fixable: 'never',

  *check(context) {
    for (const statement of context.policy.statements) {
      const isGrant = statement.effect === 'Allow' && statement.resource?.negated === false;
      // Of decryption under every key kms-decrypt-all-keys says more.
      if (!isGrant || decryptGrantsOf(context, statement).length > 0) {
        continue;
      }
      for (const item of resourceItems(context, statement).filter(isAsWideAsStar)) {
        yield {
          span: item.value.span,
          message: l10n.t(
            'Unscoped resource "{0}": it stands for every resource of the service, in every Region and account.',
            item.text,
          ),
        };
      }
    }
  },
});

function isAsWideAsStar({ arn, text }: ResourceItem): boolean {
  const isOpen = arn !== undefined && [arn.region, arn.account, arn.resource].every(isEverything);
  // A variable brings something narrower, whatever it is.
  return isOpen && !text.includes('${');
}
