import * as l10n from '@vscode/l10n';
import { getKmsAction } from '../knowledge/kmsActions.js';
import { encryptionContextKeyOf, getKmsConditionKey, kmsConditionKeyApplies } from '../knowledge/kmsConditionKeys.js';
import type { Action } from '../knowledge/serviceReference.js';
import type { Statement } from '../policy/model.js';
import { defineRule, type Finding, type Fix, type RuleContext } from './rule.js';
import { demandsKey, type LegalCondition, readLegalConditions } from './support/conditions.js';
import { type ListedAction, listKmsActions, splitOrRemoveFixes } from './support/deadActions.js';
import { isGrantKey, isUseOfKey } from './support/grantConditions.js';
import { KMS_CONDITION_KINDS } from './support/kmsKinds.js';

interface DeadAction extends ListedAction {
  readonly condition: LegalCondition;
}

/**
 * A condition on a key that requests for an action never carry: an Allow never grants the action, a Deny never denies
 * it. What the requests carry is from kms-facts section 6, not from the service authorization reference, which lists
 * fewer keys than KMS evaluates.
 */
export const condKeyNotForAction = defineRule({
  id: 'cond-key-not-for-action',
  defaultLevel: 'warning',
  tags: ['correctness', 'security'],
  kinds: KMS_CONDITION_KINDS,
  scope: 'statement',
  catalogue: ['cond-key-not-for-action'],
  peers: [
    'UNSUPPORTED_ACTION_FOR_CONDITION_KEY',
    'MISSING_ACTION_FOR_CONDITION_KEY',
    'UNKNOWN_CONDITION_FOR_ACTION',
    'invalid_condition_key',
  ],
  fixable: 'sometimes',

  *check(context) {
    for (const statement of context.policy.statements) {
      const conditions = readLegalConditions(context, statement).filter(demandsKey);
      const listed = conditions.length === 0 ? [] : listKmsActions(context, statement);
      const dead = listed.flatMap((item) => findDead(context, statement, item, conditions));
      // A pattern beside what it is there for is inert, as kms:Describe* is in AWS's statement for CloudWatch Logs.
      const worth = dead.filter(({ isPattern }) => !isPattern || dead.length === listed.length);
      const [first] = worth;
      if (first !== undefined && statement.effect !== undefined) {
        yield toFinding(context, statement, [first, ...worth.slice(1)], listed);
      }
    }
  },
});

function findDead(
  context: RuleContext,
  statement: Statement,
  item: ListedAction,
  conditions: readonly LegalCondition[],
): DeadAction[] {
  if (context.kind === 'key-policy' && !item.actions.some(isForKeyPolicies)) {
    return []; // key-action-iam-only, key-action-retiregrant
  }
  const condition = conditions.find(
    ({ keyName }) =>
      !hasOwnRule(context, statement, item, keyName) &&
      item.actions.every(({ name }) => kmsConditionKeyApplies(keyName, name) === false),
  );
  return condition === undefined ? [] : [{ ...item, condition }];
}

function isForKeyPolicies({ name }: Action): boolean {
  const policy = getKmsAction(name)?.policy;
  return (policy === 'key' || policy === 'both') && name !== 'RetireGrant';
}

/** Pairs of key and action of which another rule speaks in words of their own. */
function hasOwnRule({ kind }: RuleContext, { effect }: Statement, item: ListedAction, key: string): boolean {
  if (/^aws:ResourceTag\//i.test(key) || getKmsConditionKey(key)?.iamOnly === true) {
    return true; // cond-tag-unsupported, key-cond-iam-only
  }
  if (effect !== 'Allow' || (kind !== 'key-policy' && kind !== 'identity-policy')) {
    return false;
  }
  const isContextKey =
    encryptionContextKeyOf(key) !== undefined || getKmsConditionKey(key)?.valueForm === 'context-key';
  return isContextKey || (isGrantKey(key) && item.actions.every(({ name }) => isUseOfKey(name)));
}

function toFinding(
  context: RuleContext,
  statement: Statement,
  dead: readonly [DeadAction, ...DeadAction[]],
  listed: readonly ListedAction[],
): Finding {
  const [first, ...others] = dead;
  const names = dead.map(({ text }) => text).join('", "');
  const key = first.condition.keyName;
  return {
    span: first.value.span,
    message:
      statement.effect === 'Deny'
        ? l10n.t(
            'Unaffected action "{0}": no request for it carries "{1}", so the Deny never applies to it.',
            names,
            key,
          )
        : l10n.t(
            'Unreachable action "{0}": no request for it carries "{1}", so the condition never lets it through.',
            names,
            key,
          ),
    related: others.map(({ value }) => ({ span: value.span, message: l10n.t('The same goes for this action.') })),
    fixes:
      others.length === 0
        ? splitOrRemoveFixes(context, statement, first, [first.condition])
        : removeFixes(context, statement, dead, listed),
  };
}

/** Takes several actions out at once; none where no action would be left. */
function removeFixes(
  { source }: RuleContext,
  { path, action }: Statement,
  dead: readonly DeadAction[],
  listed: readonly ListedAction[],
): Fix[] {
  const kept = listed.filter(({ path: own }) => !dead.some((item) => item.path === own)).map(({ text }) => text);
  if (kept.length === 0 || action === undefined || listed.length < action.values.length) {
    return [];
  }
  const title = l10n.t('Remove "{0}"', dead.map(({ text }) => text).join('", "'));
  return [{ title, safe: false, edits: () => source.editor.set([...path, 'Action'], kept) }];
}
