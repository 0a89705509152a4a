import { expandActionPattern } from '../../knowledge/actionLookup.js';
import type { Action } from '../../knowledge/serviceReference.js';
import type { Statement } from '../../policy/model.js';
import { hasWildcard } from '../../policy/wildcard.js';
import type { Fix, RuleContext } from '../rule.js';
import { conditionBlock, isSameKey, type ReadCondition } from './conditions.js';
import { removeItemFix } from './fixes.js';
import { type ListItem, listItems } from './listItems.js';
import { moveActionFix } from './moveAction.js';
import { toPlainValue } from './plainValue.js';
import { isUnfinished } from './unfinished.js';

/** Condition operators with their keys and values. */
type Tests = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** An entry of `Action` with the actions that it stands for. */
export interface ListedAction extends ListItem {
  readonly text: string;
  readonly actions: readonly Action[];
  readonly isPattern: boolean;
}

/** The entries of a statement's `Action` that stand for known KMS actions and nothing else; `NotAction` has none. */
export function listKmsActions(context: RuleContext, statement: Statement): ListedAction[] {
  return listActions(context, statement, (text) => /^kms:/i.test(text));
}

/** The entries of a statement's `Action` that stand for known actions of whatever service; `NotAction` has none. */
export function listActions(
  context: RuleContext,
  statement: Statement,
  isWanted: (text: string) => boolean = () => true,
): ListedAction[] {
  const { action } = statement;
  if (action === undefined || action.negated || isUnfinished(context, action.entry.span)) {
    return [];
  }
  return listItems(statement, action).flatMap((item) => {
    const text = item.value.known;
    if (text === undefined || !isWanted(text)) {
      return [];
    }
    const actions = expandActionPattern(context.reference, text);
    return actions.length === 0 ? [] : [{ ...item, text, actions, isPattern: hasWildcard(text) }];
  });
}

/**
 * Fixes for actions that a statement's conditions do not suit: first a statement of their own, where the text's layout lets
 * both edits stand side by side, then removing them.
 *
 * @param conditions what the new statement leaves out
 * @param added what it has in addition
 */
export function splitOrRemoveFixes(
  context: RuleContext,
  statement: Statement,
  { path, text, isOneOfSeveral }: ListedAction,
  conditions: readonly ReadCondition[],
  added: Tests = {},
): Fix[] {
  if (!isOneOfSeveral) {
    return [];
  }
  const remove = removeItemFix(context, path, text, false);
  const Condition = remainingConditions(statement, conditions);
  for (const [operator, tests] of Object.entries(added)) {
    Condition[operator] = { ...Condition[operator], ...tests };
  }
  return [...moveActionFix(context, statement, path, text, { Condition }), remove];
}

/** The statement's conditions without those that shut the action out. */
function remainingConditions(
  statement: Statement,
  left: readonly ReadCondition[],
): Record<string, Record<string, unknown>> {
  const result: Record<string, Record<string, unknown>> = {};
  for (const operator of conditionBlock(statement)?.entries ?? []) {
    if (operator.value?.kind !== 'mapping') {
      continue;
    }
    const kept = operator.value.entries.filter(
      (entry) => !left.some(({ keyName }) => isSameKey(keyName, String(entry.key.value))),
    );
    if (kept.length > 0) {
      result[String(operator.key.value)] = Object.fromEntries(
        kept.map((entry) => [String(entry.key.value), toPlainValue(entry.value)]),
      );
    }
  }
  return result;
}
