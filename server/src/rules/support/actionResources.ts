import { expandActionPattern } from '../../knowledge/actionLookup.js';
import type { Action } from '../../knowledge/serviceReference.js';
import { parseArn } from '../../policy/arn.js';
import type { Statement } from '../../policy/model.js';
import { patternsOverlap } from '../../policy/patternOverlap.js';
import { hasWildcard, matchesWildcard } from '../../policy/wildcard.js';
import type { RuleContext } from '../rule.js';
import { toPattern } from './arnFaults.js';
import { type ListItem, listItems } from './listItems.js';
import type { ResourceItem } from './resourceItems.js';
import { isUnfinished } from './unfinished.js';

/** An entry of `Action` with the actions of the reference that it stands for. */
export interface ExpandedAction extends ListItem {
  readonly text: string;
  readonly actions: readonly Action[];
  readonly isPattern: boolean;
}

/**
 * The entries of a statement's `Action` that stand for known actions; `NotAction` has none. Left out: `*`, patterns that
 * match nothing, and what is half-typed or not known.
 */
export function expandedActions(
  context: Pick<RuleContext, 'source' | 'reference'>,
  statement: Statement,
): ExpandedAction[] {
  const { action } = statement;
  if (action === undefined || action.negated || isUnfinished(context, action.entry.span)) {
    return [];
  }
  return listItems(statement, action).flatMap((item) => {
    const text = item.value.known;
    const actions = text === undefined ? [] : expandActionPattern(context.reference, text);
    return text === undefined || actions.length === 0 ? [] : [{ ...item, text, actions, isPattern: hasWildcard(text) }];
  });
}

/** Whether `expandedActions` gives all that the statement's `Action` holds. */
export function isWhollyExpanded({ action }: Statement, expanded: readonly ExpandedAction[]): boolean {
  const node = action?.entry.value;
  return expanded.length === (node?.kind === 'sequence' ? node.items.length : 1);
}

/** Whether a resource can be of one of the types that an action works on, as far as service and name tell. */
export function canBeResourceOf({ resources }: Action, { arn }: ResourceItem): boolean {
  return arn === undefined || resources.some(({ type }) => canBeOfType(type.arn, arn));
}

function canBeOfType(template: string, { service, resource }: { readonly service: string; readonly resource: string }) {
  const form = parseArn(toPattern(template).replace(/:\?\*(?=:)/g, ':*'));
  // Of types that are no ARNs, as a few of the reference, nothing can be told.
  return form === undefined || (matchesEither(form.service, service) && patternsOverlap(resource, form.resource));
}

function matchesEither(left: string, right: string): boolean {
  return matchesWildcard(left, right) || matchesWildcard(right, left);
}
