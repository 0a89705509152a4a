import { recall } from '../../policy/memo.js';
import type { ListElement, Statement } from '../../policy/model.js';
import { hasTemplatePart } from '../../policy/placeholders.js';
import type { RuleContext } from '../rule.js';
import { type ListItem, listItems } from './listItems.js';
import { isUnfinished } from './unfinished.js';
import { hasWrongCharacters } from './wrongCharacters.js';

/** An action, or pattern of actions, whose text is complete and known. */
export interface ActionItem extends ListItem {
  readonly statement: Statement;
  readonly element: ListElement;
  readonly text: string;
}

/**
 * The values of every `Action` and `NotAction`. Those that are half-typed or filled in by a tool are left out, and so are
 * those with blanks at an end, which `string-stray-whitespace` reports.
 */
export function actionItems(context: RuleContext): readonly ActionItem[] {
  return recall(context.memo, context.policy, readActionItems, context);
}

/** Those of one statement. */
export function actionItemsOf(context: RuleContext, statement: Statement): readonly ActionItem[] {
  return recall(context.memo, statement, findJudgeable, context, statement);
}

function readActionItems(context: RuleContext): readonly ActionItem[] {
  return context.policy.statements.flatMap((statement) => actionItemsOf(context, statement));
}

function findJudgeable(context: RuleContext, statement: Statement): readonly ActionItem[] {
  const element = statement.action;
  if (element === undefined) {
    return [];
  }
  return listItems(statement, element).flatMap((item) => {
    const text = item.value.known;
    return text === undefined ||
      hasTemplatePart(text) ||
      isUnfinished(context, item.value.span) ||
      hasWrongCharacters(context, text)
      ? []
      : [{ ...item, statement, element, text }];
  });
}
