import { ESCALATING_ALONE, ESCALATION_PATHS } from '../../knowledge/privilegeEscalation.js';
import type { Policy } from '../../policy/model.js';
import type { RuleContext } from '../rule.js';
import { type AllowedAction, isEveryAction, unconditionalActions, unlimitedActions } from './unlimitedActions.js';

/** A way to more permissions that a policy opens. */
export interface Escalation {
  /** The entry that completes it. */
  readonly item: AllowedAction;
  /** The entry that allows `iam:PassRole`, where that is another one. */
  readonly passRole?: AllowedAction;
  /** The actions that it takes, as AWS spells them. */
  readonly actions: readonly string[];
}

const known = new WeakMap<Policy, readonly Escalation[]>();

/**
 * The ways to more permissions that a policy opens, one for each entry of `Action`. What concerns identities must be
 * allowed on every resource; of the services that are given a role, any resource will do.
 */
export function findEscalations(context: RuleContext): readonly Escalation[] {
  const found = known.get(context.policy) ?? read(context);
  known.set(context.policy, found);
  return found;
}

function read(context: RuleContext): Escalation[] {
  const unlimited = [...unlimitedActions(context)].filter(({ text }) => !isEveryAction(text));
  const found = new Map<unknown, Escalation>();
  for (const item of unlimited) {
    const alone = item.ids.filter((id) => ESCALATING_ALONE.has(id));
    if (alone.length > 0) {
      found.set(item.value, { item, actions: alone });
    }
  }
  const passRole = unlimited.find(({ ids }) => ids.includes('iam:PassRole'));
  const allowed = passRole === undefined ? [] : [...unconditionalActions(context)];
  for (const { actions } of ESCALATION_PATHS.filter((path) => passRole !== undefined && path.actions.length > 1)) {
    const needed = actions.slice(1).map((id) => allowed.find(({ ids }) => ids.includes(id)));
    const last = needed.at(-1);
    if (last !== undefined && passRole !== undefined && !needed.includes(undefined) && !found.has(last.value)) {
      found.set(last.value, { item: last, passRole, actions });
    }
  }
  return [...found.values()];
}

/** True when an action or pattern is reported by `privilege-escalation-combo` already. */
export function isEscalation(context: RuleContext, { value }: AllowedAction): boolean {
  return findEscalations(context).some(({ item }) => item.value === value);
}
