import * as l10n from '@vscode/l10n';
import type { CodeAction } from 'vscode-languageserver-types';
import { expandActionPattern, parseActionText } from '../../knowledge/actionLookup.js';
import { isEffectiveInKeyPolicy } from '../../knowledge/kmsActions.js';
import { locate } from '../../source/nodeAt.js';
import { type ScalarNode, type SequenceNode, type SourceNode, type TextEdit, walk } from '../../source/sourceNode.js';
import { contains } from '../../source/span.js';
import { roleAt } from '../role.js';
import { type ActionRequest, toWorkspaceEdit } from './request.js';

/** Longer lists make a policy worse, and soon too large. */
const MAX_ACTIONS = 100;

/** On an action with a wildcard: the same action, written out. In a key policy without those that do nothing there. */
export function expandWildcardActions(request: ActionRequest): CodeAction[] {
  const { root } = request.policyDocument.source;
  const location = root === undefined ? undefined : locate(root, request.span.start);
  if (root === undefined || location === undefined || location.node.kind !== 'scalar') {
    return [];
  }
  const { node, path } = location;
  const pattern = node.value;
  if (roleAt(path, location.entry?.inKey ?? false)?.kind !== 'action' || typeof pattern !== 'string') {
    return [];
  }
  const list = findList(root, node);
  const names = expand(request, pattern, list);
  if (names === undefined) {
    return [];
  }
  const edits =
    list === undefined
      ? request.policyDocument.source.editor.set(path, names)
      : replaceItem(request.analysis.text, node, names);
  return [
    {
      title: l10n.t('Replace "{0}" with the {1} actions it stands for', pattern, names.length),
      kind: 'refactor.rewrite',
      edit: toWorkspaceEdit(request, edits),
    },
  ];
}

/** Undefined when there is nothing to expand. Actions that the list names anyway are left out. */
function expand(request: ActionRequest, pattern: string, list: SequenceNode | undefined): string[] | undefined {
  const parsed = parseActionText(pattern);
  if (parsed.kind !== 'action' || !parsed.wildcard) {
    return undefined;
  }
  const listed = new Set((list?.items ?? []).map((item) => (item.kind === 'scalar' ? item.value : undefined)));
  const isKeyPolicy = request.policyDocument.kind === 'key-policy';
  const names = expandActionPattern(request.options.reference, pattern)
    .filter(({ name }) => !isKeyPolicy || isEffectiveInKeyPolicy(name))
    .map(({ id }) => id)
    .filter((id) => !listed.has(id));
  return names.length === 0 || names.length > MAX_ACTIONS ? undefined : names;
}

function findList(root: SourceNode, node: ScalarNode): SequenceNode | undefined {
  for (const candidate of walk(root)) {
    if (candidate.kind === 'sequence' && contains(candidate.span, node.span) && candidate.items.includes(node)) {
      return candidate;
    }
  }
  return undefined;
}

/** Items follow each other as this one follows what stands before it: on lines of their own, or behind a blank. */
function replaceItem(text: string, node: ScalarNode, names: readonly string[]): TextEdit[] {
  const before = /(\r?\n[ \t]*)$/.exec(text.slice(0, node.span.start))?.[1] ?? ' ';
  return [{ span: node.span, newText: names.map((name) => JSON.stringify(name)).join(`,${before}`) }];
}
