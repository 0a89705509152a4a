import * as l10n from '@vscode/l10n';
import { STATEMENT_ELEMENTS } from '../knowledge/policyElements.js';
import type { Statement } from '../policy/model.js';
import type { Entry, Path, SourceNode } from '../source/sourceNode.js';
import { contains } from '../source/span.js';
import { defineRule, type Finding, type RuleContext } from './rule.js';
import { finishedStatements } from './support/elements.js';
import { isString } from './support/nodeTypes.js';
import { toPlainValue } from './support/plainValue.js';

const ORDER = new Map<unknown, number>(STATEMENT_ELEMENTS.map((name, index) => [name, index]));

/** Elements in the order of AWS's guides, and no list round a single value: two policies can then be compared by eye. */
export const styleOrder = defineRule({
  id: 'style-order',
  // A matter of taste: the policy means the same.
  defaultLevel: 'off',
  tags: ['style'],
  scope: 'statement',
  catalogue: ['style-order'],
  fixable: 'sometimes',

  *check(context) {
    for (const statement of finishedStatements(context)) {
      yield* checkOrder(context, statement);
      for (const { key, value } of statement.node.entries) {
        yield* checkLists(context, value, [...statement.path, String(key.value)]);
      }
    }
  },
});

function* checkOrder({ source }: RuleContext, { node }: Statement): Generator<Finding> {
  const { entries } = node;
  const names = new Set(entries.map(({ key }) => key.value));
  // Names that are unknown or stand twice are mistakes of their own.
  if (names.size < entries.length || entries.some(({ key }) => !ORDER.has(key.value))) {
    return;
  }
  const sorted = entries.toSorted((a, b) => rankOf(a) - rankOf(b));
  const first = entries.find((entry, index) => entry !== sorted[index]);
  const wanted = sorted[first === undefined ? -1 : entries.indexOf(first)];
  if (first === undefined || wanted === undefined) {
    return;
  }
  const hasComment = source.comments.some((comment) => contains(node.span, comment.span));
  yield {
    span: first.key.span,
    message: l10n.t(
      'Expected "{0}" before "{1}", in the order in which AWS writes the elements of a statement.',
      String(wanted.key.value),
      String(first.key.value),
    ),
    // A comment would stay behind when its element moves.
    fixes: hasComment
      ? []
      : [
          {
            title: l10n.t('Put the elements in order'),
            safe: true,
            edits: () => reorder(source.text, entries, sorted),
          },
        ],
  };
}

function rankOf({ key }: Entry): number {
  return ORDER.get(key.value) ?? 0;
}

/** Each place gets the text of the entry that belongs there. */
function reorder(text: string, entries: readonly Entry[], sorted: readonly Entry[]) {
  return entries.flatMap((entry, index) => {
    const wanted = sorted[index];
    return wanted === undefined || wanted === entry
      ? []
      : [{ span: entry.span, newText: text.slice(wanted.span.start, wanted.span.end) }];
  });
}

/** Lists of one string, at any depth below an element. */
function* checkLists(context: RuleContext, node: SourceNode | undefined, path: Path): Generator<Finding> {
  if (node?.kind === 'mapping') {
    for (const { key, value } of node.entries) {
      yield* checkLists(context, value, [...path, String(key.value)]);
    }
  }
  const only = node?.kind === 'sequence' && node.items.length === 1 ? node.items[0] : undefined;
  const plain = only !== undefined && isString(only) ? toPlainValue(only) : undefined;
  if (node === undefined || plain === undefined) {
    return;
  }
  yield {
    span: node.span,
    message: l10n.t('Expected a single value without a list round it.'),
    fixes: [
      {
        title: l10n.t('Take the value out of the list'),
        safe: true,
        edits: () => context.source.editor.set(path, plain),
      },
    ],
  };
}
