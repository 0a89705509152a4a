import * as l10n from '@vscode/l10n';
import type { Statement } from '../../policy/model.js';
import type { Fix, RuleContext } from '../rule.js';
import { toPlainValue } from './plainValue.js';

/**
 * Puts a list of actions in the place of one. Undefined where the list of the statement holds something that plain data
 * cannot repeat.
 *
 * @param title imperative, localised
 */
export function replaceActionFix(
  { source }: Pick<RuleContext, 'source'>,
  statement: Statement,
  text: string,
  replacement: readonly string[],
  title: string,
): Fix[] {
  const { action, path } = statement;
  const written = toPlainValue(action?.entry.value);
  const list = Array.isArray(written) ? written : [written];
  if (action === undefined || written === undefined) {
    return [];
  }
  const next = [...new Set(list.flatMap((item) => (item === text ? replacement : [item])))];
  return [{ title, safe: false, edits: () => source.editor.set([...path, String(action.entry.key.value)], next) }];
}

/** Adds actions to a statement's list, each only where it is missing. */
export function addActionsFix(
  { source }: Pick<RuleContext, 'source'>,
  statement: Statement,
  actions: readonly string[],
): Fix[] {
  const { action, path } = statement;
  const written = toPlainValue(action?.entry.value);
  const list: readonly unknown[] = Array.isArray(written) ? written : [written];
  if (action === undefined || written === undefined || action.negated) {
    return [];
  }
  const next = [...list, ...actions];
  return [
    {
      title: l10n.t('Add {0}', actions.map((id) => `"${id}"`).join(', ')),
      safe: false,
      edits: () =>
        actions.length === 1
          ? source.editor.insert([...path, 'Action'], actions[0])
          : source.editor.set([...path, 'Action'], next),
    },
  ];
}
