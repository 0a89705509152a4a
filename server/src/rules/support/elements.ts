import type { PolicyKind } from '../../../../protocol/src/vocabulary.js';
import { type ElementPresence, getElementRule, nearestElement } from '../../knowledge/policyElements.js';
import type { Statement } from '../../policy/model.js';
import type { MappingNode } from '../../source/sourceNode.js';
import type { RuleContext } from '../rule.js';
import { isUnfinished } from './unfinished.js';

export type ElementLevel = 'policy' | 'statement';

/** The kind whose grammar a document is read by: for one that cannot be told, the grammar that forbids nothing. */
export function grammarOf(kind: RuleContext['kind']): PolicyKind {
  return kind === 'unknown' ? 'key-policy' : kind;
}

/** How an element stands in a kind's grammar. */
export function presenceOf(kind: RuleContext['kind'], level: ElementLevel, name: string): ElementPresence | undefined {
  return getElementRule(grammarOf(kind), level, name)?.presence;
}

/** True when the name is an element of the level in some kind of policy, spelt exactly. */
export function isElement(level: ElementLevel, name: string): boolean {
  return getElementRule('key-policy', level, name) !== undefined;
}

/** The element that a misspelt name probably meant, in any kind: the kind may have been told by the misspelling. */
export function findMeantElement(level: ElementLevel, name: string): string | undefined {
  return nearestElement('key-policy', level, name);
}

/**
 * True when a mapping has one of the elements, or a name that was probably meant as one: that misspelt name is then the
 * defect (`element-unknown`), not the absence of the right one.
 */
export function mentions(node: MappingNode, level: ElementLevel, ...names: readonly string[]): boolean {
  return node.entries.some(({ key }) => {
    const written = String(key.value);
    const meant = isElement(level, written) ? written : findMeantElement(level, written);
    return meant !== undefined && names.includes(meant);
  });
}

/** The statements that are complete enough to be asked what they lack. */
export function finishedStatements(context: Pick<RuleContext, 'policy' | 'source'>): readonly Statement[] {
  return context.policy.statements.filter((statement) => isFinished(context, statement));
}

/** Whether a statement is complete enough to be asked what it lacks. */
export function isFinished(context: Pick<RuleContext, 'source'>, { node }: Statement): boolean {
  return node.entries.length > 0 && !isUnfinished(context, node.span);
}
