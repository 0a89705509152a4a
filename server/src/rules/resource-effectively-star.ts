import * as l10n from '@vscode/l10n';
import { LOG_WRITER_ACTIONS } from '../knowledge/logsResources.js';
import { replaceArnPart } from '../policy/arnPattern.js';
import type { Statement } from '../policy/model.js';
import { defineRule, type RuleContext } from './rule.js';
import { expandedActions, isWhollyExpanded } from './support/actionResources.js';
import { decryptGrantsOf } from './support/decryptGrants.js';
import { replaceStringFix } from './support/fixes.js';
import { ownerAccount } from './support/owner.js';
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
  fixable: 'sometimes',

  *check(context) {
    const account = ownerAccount(context);
    for (const statement of context.policy.statements) {
      const isGrant = statement.effect === 'Allow' && statement.resource?.negated === false;
      // Of decryption under every key kms-decrypt-all-keys says more.
      if (!isGrant || isForLogWriter(context, statement) || decryptGrantsOf(context, statement).length > 0) {
        continue;
      }
      for (const item of resourceItems(context, statement).filter(isAsWideAsStar)) {
        yield {
          span: item.value.span,
          message: l10n.t(
            'Unscoped resource "{0}": it stands for every resource of the service, in every Region and account.',
            item.text,
          ),
          fixes:
            account === undefined
              ? []
              : replaceStringFix(context, item.value, replaceArnPart(item.text, 'account', account), false),
        };
      }
    }
  },
});

/** AWS publishes such statements for whoever writes logs. */
function isForLogWriter(context: RuleContext, statement: Statement): boolean {
  const expanded = expandedActions(context, statement);
  const actions = expanded.flatMap((item) => item.actions);
  return isWhollyExpanded(statement, expanded) && actions.every(({ id }) => LOG_WRITER_ACTIONS.includes(id));
}

function isAsWideAsStar({ arn, text }: ResourceItem): boolean {
  const isOpen = arn !== undefined && [arn.region, arn.account, arn.resource].every(isEverything);
  // A variable brings something narrower, whatever it is.
  return isOpen && !text.includes('${');
}
