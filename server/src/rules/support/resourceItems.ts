import type { Arn } from '../../policy/arn.js';
import { parseArnPattern } from '../../policy/arnPattern.js';
import type { ListElement, Statement } from '../../policy/model.js';
import { hasTemplatePart } from '../../policy/placeholders.js';
import { hasStrayWhitespace } from '../../policy/strayWhitespace.js';
import type { RuleContext } from '../rule.js';
import { type ListItem, listItems } from './listItems.js';
import { isUnfinished } from './unfinished.js';

/** A value of `Resource` or `NotResource` whose text is complete and known, without blanks at its ends. */
export interface ResourceItem extends ListItem {
  readonly statement: Statement;
  readonly element: ListElement;
  readonly text: string;
  /** Variables as stars. Undefined for `*` and for what is no ARN. */
  readonly arn: Arn | undefined;
}

interface Resources {
  readonly items: readonly ResourceItem[];
  /** True when the items are all that the element holds, so that something can be said of what it leaves out. */
  readonly isComplete: boolean;
}

const NONE: Resources = { items: [], isComplete: false };

/** What was read of a statement; a dozen rules ask for the same. */
const READ = new WeakMap<Statement, Resources>();

function readResources(context: Pick<RuleContext, 'source'>, statement: Statement): Resources {
  const { resource: element } = statement;
  if (element === undefined) {
    return NONE;
  }
  let found = READ.get(statement);
  if (found === undefined) {
    const items = listItems(statement, element).flatMap((item) => {
      const text = item.value.known;
      const isReady = text !== undefined && !hasTemplatePart(text) && !isUnfinished(context, item.value.span);
      return isReady && !hasStrayWhitespace(text)
        ? [{ ...item, statement, element, text, arn: parseArnPattern(text) }]
        : [];
    });
    const node = element.entry.value;
    const written = node?.kind === 'sequence' ? node.items.length : 1;
    const isWhole = items.length === written && items.length > 0;
    found = { items, isComplete: isWhole && !isUnfinished(context, element.entry.span) };
    READ.set(statement, found);
  }
  return found;
}

/** The values of a statement's `Resource` or `NotResource` that can be judged one by one. */
export function resourceItems(context: Pick<RuleContext, 'source'>, statement: Statement): readonly ResourceItem[] {
  return readResources(context, statement).items;
}

/** All that a statement's `Resource` holds; undefined when a part of it is not known, or the element is another. */
export function allResources(
  context: Pick<RuleContext, 'source'>,
  statement: Statement,
): readonly ResourceItem[] | undefined {
  const { items, isComplete } = readResources(context, statement);
  return isComplete && statement.resource?.negated === false ? items : undefined;
}

/** True for `*` and its longer spellings, which stand for every resource. */
export function isEverything(text: string): boolean {
  return /^\*+$/.test(text);
}
