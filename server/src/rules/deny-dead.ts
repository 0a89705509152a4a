import * as l10n from '@vscode/l10n';
import { expandActionPattern } from '../knowledge/actionLookup.js';
import { getKmsAction } from '../knowledge/kmsActions.js';
import { accountOfPrincipal } from '../policy/awsPrincipal.js';
import { findEveryone } from '../policy/exposure.js';
import { select } from '../policy/memo.js';
import type { Policy, Principal, Statement } from '../policy/model.js';
import { findEntry } from '../source/sourceNode.js';
import { defineRule, type RuleContext } from './rule.js';
import { accountsInCharge } from './support/principalKinds.js';
import { isUnfinished } from './support/unfinished.js';

/**
 * A Deny of what its principals cannot have. Principals of other accounts, and services, get their rights from the key
 * policy and from grants alone, and grants hold few operations. Of actions that no key policy decides about
 * `action-foreign-service` and `key-action-iam-only` speak.
 */
export const denyDead = defineRule({
  id: 'deny-dead',
  defaultLevel: 'info',
  tags: ['correctness'],
  kinds: ['key-policy'],
  catalogue: ['deny-dead'],
  fixable: 'sometimes',

  *check(context) {
    const { policy, source } = context;
    const owner = findOwner(context);
    for (const statement of owner === undefined || isUnfinished(context, policy.span) ? [] : select(context, isDeny)) {
      const effect = findEntry(statement.node, 'Effect')?.value;
      const outsiders = findOutsiders(statement, owner ?? '');
      const [first] = outsiders;
      if (effect === undefined || first === undefined || !isOutOfReach(context, statement)) {
        continue;
      }
      if (outsiders.every((outsider) => !mayBeAllowed(policy, outsider))) {
        const list = policy.statementEntry?.value;
        yield {
          span: effect.span,
          message: l10n.t(
            'Ineffective Deny: nothing allows "{0}" these actions, and no grant can. The statement changes nothing.',
            first.value.known ?? '',
          ),
          fixes:
            list?.kind === 'sequence' && list.items.length > 1
              ? [
                  {
                    title: l10n.t('Remove the statement'),
                    safe: false,
                    edits: () => source.editor.remove(statement.path),
                  },
                ]
              : [],
        };
      }
    }
  },
});

function isDeny({ effect }: Statement): boolean {
  return effect === 'Deny';
}

/** The configured account, else the only one that is in charge of the key. */
function findOwner({ facts, policy }: RuleContext): string | undefined {
  const inCharge = new Set(accountsInCharge(policy));
  return facts.account ?? (inCharge.size === 1 ? [...inCharge][0] : undefined);
}

/** The principals of a statement, when all of them are services or belong to other accounts; otherwise none. */
function findOutsiders({ principal }: Statement, owner: string): readonly Principal[] {
  if (principal === undefined || principal.negated) {
    return [];
  }
  const areOutsiders = principal.principals.every(({ type, value }) => {
    const account = type === 'AWS' && value.known !== undefined ? accountOfPrincipal(value.known) : undefined;
    return (type === 'Service' && value.known !== undefined) || (account !== undefined && account !== owner);
  });
  return areOutsiders ? principal.principals : [];
}

/** Whether every action is one that a key policy could give and a grant cannot. */
function isOutOfReach({ reference }: RuleContext, { action }: Statement): boolean {
  return (
    action !== undefined &&
    !action.negated &&
    action.values.length > 0 &&
    action.values.every(({ known }) => {
      const actions = known === undefined ? [] : expandActionPattern(reference, known);
      return (
        actions.length > 0 &&
        actions.every(({ name }) => {
          const row = getKmsAction(name);
          return row !== undefined && row.policy !== 'iam' && !row.grantable;
        })
      );
    })
  );
}

/** Whether an Allow names the principal, its account or everyone. */
function mayBeAllowed({ statements }: Policy, outsider: Principal): boolean {
  const text = outsider.value.known ?? '';
  const account = outsider.type === 'AWS' ? accountOfPrincipal(text) : undefined;
  return statements.some(
    ({ effect, principal }) =>
      effect !== 'Deny' &&
      (principal === undefined ||
        principal.negated ||
        findEveryone(principal) !== undefined ||
        principal.principals.some(
          ({ value: { known } }) =>
            known === undefined || known === text || (account !== undefined && accountOfPrincipal(known) === account),
        )),
  );
}
