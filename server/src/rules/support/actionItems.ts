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

function readActionItems(context: RuleContext): readonly ActionItem[] {
  return [...findJudgeable(context)];
}

function* findJudgeable(context: RuleContext): Generator<ActionItem> {
  for (const statement of context.policy.statements) {
    const element = statement.action;
    for (const item of element === undefined ? [] : listItems(statement, element)) {
      const text = item.value.known;
      if (element === undefined || text === undefined || hasTemplatePart(text)) {
        continue;
      }
      if (!isUnfinished(context, item.value.span) && !hasWrongCharacters(context, text)) {
        yield { ...item, statement, element, text };
      }
    }
  }
}
