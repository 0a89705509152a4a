import * as l10n from '@vscode/l10n';
import type { PolicyString, Statement } from '../../policy/model.js';
import type { Path, ScalarNode } from '../../source/sourceNode.js';
import type { Fix, RuleContext } from '../rule.js';

type Source = Pick<RuleContext, 'source'>;

/** Replaces a string where it stands. No fix when the string is put together at deployment. */
export function replaceStringFix(
  { source }: Source,
  { node }: Pick<PolicyString, 'node'>,
  replacement: string,
  safe: boolean,
): Fix[] {
  if (node.kind !== 'scalar') {
    return [];
  }
  return [
    {
      title: l10n.t('Replace with "{0}"', replacement),
      safe,
      edits: () => source.editor.replaceString(node, replacement),
    },
  ];
}

/** Replaces several strings at once. No fix when one of them is put together at deployment. */
export function replaceStringsFix(
  { source }: Source,
  replacements: readonly (readonly [value: Pick<PolicyString, 'node'>, replacement: string])[],
  safe: boolean,
): Fix[] {
  const scalars = replacements.flatMap(([{ node }, text]) => (node.kind === 'scalar' ? [[node, text] as const] : []));
  if (scalars.length === 0 || scalars.length < replacements.length) {
    return [];
  }
  const texts = [...new Set(scalars.map(([, text]) => text))].join('", "');
  const edits = () => scalars.flatMap(([node, text]) => source.editor.replaceString(node, text));
  return [{ title: l10n.t('Replace with "{0}"', texts), safe, edits }];
}

/** Replaces an entry's key. */
export function replaceKeyFix({ source }: Source, key: ScalarNode, replacement: string, safe: boolean): Fix {
  return {
    title: l10n.t('Replace with "{0}"', replacement),
    safe,
    edits: () => source.editor.replaceString(key, replacement),
  };
}

/** Removes an item of a list. `text` is what the user sees there. */
export function removeItemFix({ source }: Source, path: Path, text: string, safe: boolean): Fix {
  return { title: l10n.t('Remove "{0}"', text), safe, edits: () => source.editor.remove(path) };
}

/** Makes `*` the only resource of a statement. In a key policy it stands for the policy's own key. */
export function starResourceFix({ source }: Source, { path }: Pick<Statement, 'path'>): Fix {
  return {
    title: l10n.t('Replace with "{0}"', '*'),
    // The statement begins to apply where it did not.
    safe: false,
    edits: () => source.editor.set([...path, 'Resource'], '*'),
  };
}
