import type { Statement } from '../../policy/model.js';
import { findEntry, findEntryIgnoringCase, type Path, type TextEdit } from '../../source/sourceNode.js';
import type { RuleContext } from '../rule.js';

type Source = Pick<RuleContext, 'source'>;

/**
 * Edits that add one condition to a statement, under the operator as the statement already spells it. Undefined when the
 * statement has that key under that operator, or a `Condition` that cannot be added to.
 */
export function addCondition(
  { source }: Source,
  { node, path }: Statement,
  operator: string,
  key: string,
  value: string | readonly string[],
): (() => readonly TextEdit[]) | undefined {
  const condition = findEntry(node, 'Condition');
  if (condition !== undefined && condition.value?.kind !== 'mapping') {
    return undefined;
  }
  const block = condition?.value?.kind === 'mapping' ? findEntryIgnoringCase(condition.value, operator) : undefined;
  if (block !== undefined && block.value?.kind !== 'mapping') {
    return undefined;
  }
  if (block?.value?.kind === 'mapping' && findEntryIgnoringCase(block.value, key) !== undefined) {
    return undefined;
  }
  const operatorPath: Path = [...path, 'Condition', block === undefined ? operator : String(block.key.value)];
  return () => source.editor.set([...operatorPath, key], value);
}
