import * as l10n from '@vscode/l10n';
import { GRANT_CONDITION_KEYS } from '../knowledge/grantConditions.js';
import { POLICY_CHANGE_ACTION } from '../knowledge/keyControl.js';
import { encryptionContextKeyOf } from '../knowledge/kmsConditionKeys.js';
import { select } from '../policy/memo.js';
import type { Policy, Statement } from '../policy/model.js';
import { coversAction } from '../policy/statementActions.js';
import { defineRule, type Fix, type RuleContext } from './rule.js';
import { isSameKey } from './support/conditions.js';
import { CREATE_GRANT, findCreateGrant } from './support/createGrant.js';
import { type ListedAction, splitOrRemoveFixes } from './support/deadActions.js';
import { isAllowed, namedIdentities } from './support/principalKinds.js';
import { addConditionFix } from './support/sourceGuards.js';
import { isUnfinished } from './support/unfinished.js';

const BY_SERVICES = { operator: 'Bool', key: 'kms:GrantIsForAWSResource', value: 'true' } as const;

/** A policy's principal can put any operation into a grant, for anybody, even one that it may not call itself. */
export const keyCreategrantOpen = defineRule({
  id: 'key-creategrant-open',
  defaultLevel: 'warning',
  tags: ['security'],
  kinds: ['key-policy', 'identity-policy'],
  catalogue: ['key-creategrant-open'],
  peers: ['sensitive_action', 'ResourceExposure'],
  fixable: 'sometimes',

  *check(context) {
    for (const statement of isUnfinished(context, context.policy.span) ? [] : select(context, allowsGrants)) {
      const item = findCreateGrant(context, statement);
      if (item === undefined || isLimited(context.policy, statement)) {
        continue;
      }
      if (isForUsers(context, statement)) {
        yield {
          span: item.value.span,
          message: l10n.t(
            'Unlimited action "{0}": with "{1}" the principal can give any use of the key to anybody. Limit it with "{2}".',
            item.text,
            CREATE_GRANT,
            BY_SERVICES.key,
          ),
          fixes: limitFixes(context, statement, item),
        };
      }
    }
  },
});

function allowsGrants(statement: Statement): boolean {
  return statement.effect === 'Allow' && coversAction(statement, CREATE_GRANT) !== 'no' && !testsGrant(statement);
}

/** Somebody who does not decide over the key anyway: who may change its policy needs no grant. */
function isForUsers({ kind, policy }: RuleContext, statement: Statement): boolean {
  if (coversAction(statement, POLICY_CHANGE_ACTION) !== 'no') {
    return false;
  }
  if (kind !== 'key-policy') {
    return !policy.statements.some(
      (other) => other.effect === 'Allow' && coversAction(other, POLICY_CHANGE_ACTION) !== 'no',
    );
  }
  // What an account's IAM policies make of it cannot be seen here.
  return namedIdentities(statement).some(({ value }) => !isAllowed(policy, value.known, POLICY_CHANGE_ACTION));
}

/** A condition on the grant, on the service behind it or on the encryption context; or a Deny that asks for one. */
function isLimited(policy: Policy, statement: Statement): boolean {
  return (
    testsGrant(statement) ||
    policy.statements.some(
      (other) => other.effect === 'Deny' && coversAction(other, CREATE_GRANT) !== 'no' && testsGrant(other),
    )
  );
}

function testsGrant({ conditions }: Statement): boolean {
  return conditions.some(
    ({ key }) =>
      key.known === undefined ||
      encryptionContextKeyOf(key.known) !== undefined ||
      GRANT_CONDITION_KEYS.some((name) => isSameKey(name, key.known ?? '')),
  );
}

/** The condition, on a statement that is about grants alone; otherwise on one of its own. */
function limitFixes(context: RuleContext, statement: Statement, item: ListedAction): Fix[] {
  const { operator, key, value } = BY_SERVICES;
  const title = () => l10n.t('Allow only grants for AWS services');
  const isAboutGrants = statement.action?.values.every(({ known }) => /^kms:\w*grants?$/i.test(known ?? '')) === true;
  if (isAboutGrants) {
    return addConditionFix(context, statement, operator, key, value, title);
  }
  return item.isPattern ? [] : splitOrRemoveFixes(context, statement, item, [], { [operator]: { [key]: value } });
}
