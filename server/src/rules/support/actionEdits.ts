import * as l10n from '@vscode/l10n';
import type { Statement } from '../../policy/model.js';
import type { TextEdit } from '../../source/sourceNode.js';
import type { Fix, RuleContext } from '../rule.js';

/** Adds actions to a statement's `Action`; none where the present ones cannot be kept, and for `NotAction`. */
export function addActionsFix(
  { source }: Pick<RuleContext, 'source'>,
  { path, action }: Statement,
  added: readonly string[],
): Fix[] {
  const list = action?.entry.value;
  const written = action?.values.flatMap(({ known }) => known ?? []) ?? [];
  if (list === undefined || action?.negated !== false || (list.kind !== 'sequence' && written.length !== 1)) {
    return [];
  }
  const target = [...path, 'Action'];
  const edits = (): readonly TextEdit[] =>
    list.kind === 'sequence'
      ? added.flatMap((pattern) => source.editor.insert(target, pattern))
      : source.editor.set(target, [...written, ...added]);
  return [{ title: l10n.t('Add {0}', added.join(', ')), safe: false, edits }];
}
