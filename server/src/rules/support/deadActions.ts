import * as l10n from '@vscode/l10n';
import { expandActionPattern } from '../../knowledge/actionLookup.js';
import type { Action } from '../../knowledge/serviceReference.js';
import type { Statement } from '../../policy/model.js';
import { hasWildcard } from '../../policy/wildcard.js';
import type { Path, TextEdit } from '../../source/sourceNode.js';
import { contains } from '../../source/span.js';
import type { Fix, RuleContext } from '../rule.js';
import { conditionBlock, isSameKey, type ReadCondition } from './conditions.js';
import { removeItemFix } from './fixes.js';
import { type ListItem, listItems } from './listItems.js';
import { toPlainValue } from './plainValue.js';
import { isUnfinished } from './unfinished.js';

/** Condition operators with their keys and values. */
type Tests = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** An entry of `Action` with the KMS actions that it stands for. */
export interface ListedAction extends ListItem {
  readonly text: string;
  readonly actions: readonly Action[];
  readonly isPattern: boolean;
}

/** The entries of a statement's `Action` that stand for known KMS actions and nothing else; `NotAction` has none. */
export function listKmsActions(context: RuleContext, statement: Statement): ListedAction[] {
  const { action } = statement;
  if (action === undefined || action.negated || isUnfinished(context, action.entry.span)) {
    return [];
  }
  return listItems(statement, action).flatMap((item) => {
    const text = item.value.known;
    if (text === undefined || !/^kms:/i.test(text)) {
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
  const split = splitEdits(context, statement, path, text, { left: conditions, added });
  if (split === undefined) {
    return [remove];
  }
  return [{ title: l10n.t('Move "{0}" to a statement of its own', text), safe: false, edits: () => split }, remove];
}

function splitEdits(
  { source, policy }: RuleContext,
  statement: Statement,
  actionPath: Path,
  action: string,
  { left, added }: { readonly left: readonly ReadCondition[]; readonly added: Tests },
): readonly TextEdit[] | undefined {
  const list = policy.statementEntry?.value;
  const plain = toPlainValue(statement.node);
  if (list?.kind !== 'sequence' || typeof plain !== 'object' || plain === null) {
    return undefined;
  }
  if (source.comments.some((comment) => contains(statement.span, comment.span))) {
    return undefined;
  }
  const { Sid: _sid, Condition: _condition, ...rest } = plain as Record<string, unknown>;
  const Condition = remainingConditions(statement, left);
  for (const [operator, tests] of Object.entries(added)) {
    Condition[operator] = { ...Condition[operator], ...tests };
  }
  const split = { ...rest, Action: action, ...(Object.keys(Condition).length > 0 && { Condition }) };
  const index = list.items.indexOf(statement.node) + 1;
  const inserted = source.editor.insert(
    [...policy.path, 'Statement'],
    split,
    index < list.items.length ? index : undefined,
  );
  const removed = source.editor.remove(actionPath);
  const isApart = inserted.every(({ span }) =>
    removed.every((other) => span.end < other.span.start || other.span.end < span.start),
  );
  return isApart ? [...removed, ...inserted] : undefined;
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
