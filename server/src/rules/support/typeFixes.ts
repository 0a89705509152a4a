import * as l10n from '@vscode/l10n';
import type { Path, SourceNode } from '../../source/sourceNode.js';
import type { Fix, RuleContext } from '../rule.js';
import { isString } from './nodeTypes.js';
import { toPlainValue } from './plainValue.js';

type Source = Pick<RuleContext, 'source'>;

/** Takes the only member out of a list that has no place there, when the member is what belongs there. */
export function unwrapFixes({ source }: Source, node: SourceNode, path: Path, wanted: 'mapping' | 'string'): Fix[] {
  const member = node.kind === 'sequence' && node.items.length === 1 ? node.items[0] : undefined;
  const fits = member !== undefined && (wanted === 'mapping' ? member.kind === 'mapping' : isString(member));
  const plain = fits ? toPlainValue(member) : undefined;
  if (plain === undefined) {
    return [];
  }
  return [{ title: l10n.t('Take the value out of the list'), safe: true, edits: () => source.editor.set(path, plain) }];
}

/** Quotes for a name or an account ID that was written as a number: AWS refuses it so, and nothing else can be meant. */
export function quoteFixes({ source }: Source, node: SourceNode, path: Path): Fix[] {
  const written = source.textOf(node.span);
  const isAccountOrName = /^\d{12}$/.test(written) || path.at(-1) === 'Sid' || path.at(-1) === 'Id';
  if (node.kind !== 'scalar' || typeof node.value !== 'number' || !isAccountOrName) {
    return [];
  }
  return [{ title: l10n.t('Put in double quotes'), safe: true, edits: () => source.editor.set(path, written) }];
}
