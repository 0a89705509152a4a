import * as l10n from '@vscode/l10n';
import { KEY_CONTROL_ACTIONS } from '../knowledge/keyControl.js';
import { getKmsAction } from '../knowledge/kmsActions.js';
import { getKmsConditionKey, kmsConditionKeyApplies } from '../knowledge/kmsConditionKeys.js';
import type { Action } from '../knowledge/serviceReference.js';
import { findEveryone } from '../policy/exposure.js';
import type { Statement } from '../policy/model.js';
import { defineRule, type Fix, type RuleContext } from './rule.js';
import { isSameKey, type LegalCondition, readLegalConditions } from './support/conditions.js';
import { type ListedAction, listKmsActions } from './support/deadActions.js';
import { removeItemFix } from './support/fixes.js';
import { KMS_CONDITION_KINDS } from './support/kmsKinds.js';
import { addConditionFix } from './support/sourceGuards.js';

/** A negated test holds for a request without the key: a Deny with it shuts an action out that never carries the key. */
export const condNegatedDenyAbsent = defineRule({
  id: 'cond-negated-deny-absent',
  defaultLevel: 'warning',
  tags: ['correctness', 'lockout'],
  kinds: KMS_CONDITION_KINDS,
  scope: 'statement',
  catalogue: ['cond-negated-deny-absent'],
  peers: ['UNSUPPORTED_ACTION_FOR_CONDITION_KEY'],
  fixable: 'sometimes',

  *check(context) {
    for (const statement of context.policy.statements) {
      const conditions = statement.effect === 'Deny' ? readLegalConditions(context, statement) : [];
      const listed = conditions.length === 0 ? [] : listKmsActions(context, statement);
      for (const condition of conditions.filter((item) => isOpenToAbsence(item, conditions))) {
        const hit = listed.find((item) => deniesAlways(context, statement, item, condition));
        if (hit !== undefined) {
          const action = hit.isPattern ? firstDenied(context, hit, condition) : hit.text;
          yield {
            span: hit.value.span,
            message: l10n.t(
              'Unconditional Deny of "{0}": no request for it carries "{1}", and "{2}" holds where the key is absent.',
              action ?? hit.text,
              condition.keyName,
              condition.operatorName,
            ),
            related: [{ span: condition.key.span, message: l10n.t('The condition stands here.') }],
            fixes: fixesFor(context, statement, hit, condition),
          };
          break;
        }
      }
    }
  },
});

/** A negated test that nothing in the statement limits to requests with the key. */
function isOpenToAbsence({ parsed, keyName }: LegalCondition, conditions: readonly LegalCondition[]): boolean {
  const isLimited = conditions.some(
    (other) => other.parsed.operator.family === 'Null' && isSameKey(other.keyName, keyName),
  );
  return parsed.operator.negated && parsed.setOperator !== 'ForAnyValue' && !isLimited;
}

/**
 * An action that is named alone is always denied by mistake. A pattern may be meant: to let a role do nothing but what
 * the condition describes. Where everyone is denied with it, the administration of the key is too.
 */
function deniesAlways(
  context: RuleContext,
  statement: Statement,
  item: ListedAction,
  condition: LegalCondition,
): boolean {
  if (!item.isPattern) {
    return item.actions.some((action) => neverCarries(context, action, condition.keyName));
  }
  const isForAll = context.kind === 'key-policy' && findEveryone(statement.principal) !== undefined;
  return isForAll && statement.conditions.length === 1 && firstDenied(context, item, condition) !== undefined;
}

/** Of what a pattern denies for good, first what keeps the key under control. */
function firstDenied(context: RuleContext, { actions }: ListedAction, { keyName }: LegalCondition): string | undefined {
  const denied = actions.filter((action) => neverCarries(context, action, keyName)).map(({ id }) => id);
  return KEY_CONTROL_ACTIONS.find((id) => denied.includes(id)) ?? denied[0];
}

/** Services ask for the use of a key; no service changes a key policy for its caller. */
function neverCarries({ kind }: RuleContext, { name, id }: Action, key: string): boolean {
  const policy = getKmsAction(name)?.policy;
  if (kind === 'key-policy' && policy !== 'key' && policy !== 'both') {
    return false;
  }
  const isDirectOnly = getKmsConditionKey(key)?.valueForm === 'via-service' && KEY_CONTROL_ACTIONS.includes(id);
  return isDirectOnly || kmsConditionKeyApplies(key, name) === false;
}

function fixesFor(
  context: RuleContext,
  statement: Statement,
  { path, text, isPattern, isOneOfSeveral }: ListedAction,
  { keyName }: LegalCondition,
): Fix[] {
  return [
    ...(isPattern || !isOneOfSeveral ? [] : [removeItemFix(context, path, text, false)]),
    ...addConditionFix(context, statement, 'Null', keyName, 'false', () =>
      l10n.t('Deny only requests that carry "{0}"', keyName),
    ),
  ];
}
