import * as l10n from '@vscode/l10n';
import { soundsLikeAdministrator } from '../knowledge/administratorNames.js';
import { KEY_USE_ACTIONS } from '../knowledge/keyControl.js';
import { accountOfPrincipal } from '../policy/awsPrincipal.js';
import { select } from '../policy/memo.js';
import type { Policy, Statement } from '../policy/model.js';
import { findEntry } from '../source/sourceNode.js';
import { defineRule, type Fix, type RuleContext } from './rule.js';
import { replaceActionFix } from './support/actionBundles.js';
import { readKeyTraits } from './support/keyTraits.js';
import { accountsInCharge, isEverything, type KnownPrincipal, namedIdentities } from './support/principalKinds.js';
import { isUnfinished } from './support/unfinished.js';

/** Everything on the key, for a role that by all signs only uses it. */
export const keyStarAnyone = defineRule({
  id: 'key-star-anyone',
  defaultLevel: 'warning',
  tags: ['security'],
  kinds: ['key-policy'],
  catalogue: ['key-star-anyone'],
  peers: ['AC_AWS_0482', 'da905474'],
  fixable: 'sometimes',

  *check(context) {
    for (const statement of select(context, allowsEverything)) {
      const { action } = statement;
      const wide = action?.negated === false ? action.values.find(({ known }) => isEverything(known)) : undefined;
      if (wide === undefined) {
        continue;
      }
      const user = isUnfinished(context, context.policy.span) ? undefined : findUser(context.policy, statement);
      if (user !== undefined) {
        yield {
          span: wide.span,
          message: l10n.t(
            'Excessive action "{0}" for "{1}": it may also change the key policy, delete the key and make grants.',
            wide.known ?? '',
            user.value.known,
          ),
          fixes: useFix(context, statement, wide.known ?? ''),
        };
      }
    }
  },
});

/** A condition is a limit, whose worth is for others to judge. */
function allowsEverything({ action, effect, node }: Statement): boolean {
  return (
    effect === 'Allow' &&
    action?.negated === false &&
    action.values.some(({ known }) => isEverything(known)) &&
    findEntry(node, 'Condition') === undefined
  );
}

/**
 * A role that nothing marks as an administrator, in a policy whose account is in charge of the key by its own statement.
 * Users are people, who may be anything; roles of other accounts are for key-action-cross-account-void.
 */
function findUser(policy: Policy, statement: Statement): KnownPrincipal | undefined {
  if (soundsLikeAdministrator(statement.sid?.known ?? '')) {
    return undefined;
  }
  const owners = accountsInCharge(policy);
  const identities = namedIdentities(statement);
  const isAllUsers =
    identities.length > 0 &&
    identities.length === statement.principal?.principals.length &&
    identities.every(
      (principal) => owners.includes(accountOfPrincipal(principal.value.known) ?? '') && isUsersRole(principal),
    );
  return isAllUsers ? identities[0] : undefined;
}

function isUsersRole({ value }: KnownPrincipal): boolean {
  return /:role\//.test(value.known) && !soundsLikeAdministrator(value.known.slice(value.known.indexOf('/')));
}

/** What a user of a symmetric key needs; of other keys it depends on the type. */
function useFix(context: RuleContext, statement: Statement, text: string): Fix[] {
  return readKeyTraits(context, statement).types.includes('symmetric')
    ? replaceActionFix(
        context,
        statement,
        text,
        KEY_USE_ACTIONS,
        l10n.t('Allow only what a key user needs: {0}', KEY_USE_ACTIONS.join(', ')),
      )
    : [];
}
