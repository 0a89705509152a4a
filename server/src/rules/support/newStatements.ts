import type { Statement } from '../../policy/model.js';
import type { Fix, RuleContext } from '../rule.js';

/**
 * Adds a statement to a policy: behind `after`, or at the end. None where the policy has no list of statements.
 *
 * @param added plain data, elements in the order in which they are to be written
 */
export function addStatementFix(
  { policy, source }: Pick<RuleContext, 'policy' | 'source'>,
  added: object,
  title: string,
  after?: Statement,
): Fix[] {
  const list = policy.statementEntry?.value;
  if (list?.kind !== 'sequence') {
    return [];
  }
  const index = after === undefined ? list.items.length : list.items.indexOf(after.node) + 1;
  return [
    {
      title,
      safe: false,
      edits: () =>
        source.editor.insert([...policy.path, 'Statement'], added, index < list.items.length ? index : undefined),
    },
  ];
}
