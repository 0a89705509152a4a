import type { RuleContext } from '../rule.js';
import { isEscalation } from './escalations.js';
import { type AllowedAction, unlimitedActions } from './unlimitedActions.js';

/** An entry that allows some of the wanted actions on every resource, with those actions. */
export interface SensitiveReach {
  readonly item: AllowedAction;
  readonly found: readonly string[];
}

/** The entries that allow an action of a list on every resource; what escalates is left to its own rule. */
export function* findSensitiveReach(context: RuleContext, wanted: readonly string[]): Generator<SensitiveReach> {
  for (const item of unlimitedActions(context)) {
    const found = item.ids.filter((id) => wanted.includes(id));
    if (found.length > 0 && !isEscalation(context, item)) {
      yield { item, found };
    }
  }
}
