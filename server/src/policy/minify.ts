import type { SourceNode } from '../source/sourceNode.js';
import type { Span } from '../source/span.js';

/**
 * A policy as JSON without white space, strings as they were written: the shortest text that says the same. Undefined
 * when something of it is known only at deployment, or not typed yet.
 *
 * @param textOf what stands in the document at a span of the tree
 */
export function minify(node: SourceNode, textOf: (span: Span) => string): string | undefined {
  switch (node.kind) {
    case 'scalar':
      return textOf(node.span);
    case 'expression':
      return undefined;
    case 'sequence':
      return join(
        '[',
        ']',
        node.items.map((item) => minify(item, textOf)),
      );
    case 'mapping':
      return join(
        '{',
        '}',
        node.entries.map(({ key, value }) => {
          const minified = value === undefined ? undefined : minify(value, textOf);
          return minified === undefined ? undefined : `${textOf(key.span)}:${minified}`;
        }),
      );
  }
}

/**
 * The length of what `minify` gives, in UTF-16 code units; undefined where it gives nothing.
 *
 * @param known lengths of parts of the tree that need not be counted again
 */
export function minifiedLength(
  node: SourceNode,
  known?: ReadonlyMap<SourceNode, number | undefined>,
): number | undefined {
  if (known?.has(node) === true) {
    return known.get(node);
  }
  if (node.kind === 'scalar') {
    return lengthOf(node);
  }
  if (node.kind === 'expression') {
    return undefined;
  }
  const members = node.kind === 'sequence' ? node.items : node.entries;
  let total = members.length === 0 ? 2 : members.length + 1; // brackets, and commas between the members
  for (const member of members) {
    const value = 'key' in member ? member.value : member;
    const length = value === undefined ? undefined : minifiedLength(value, known);
    if (length === undefined) {
      return undefined;
    }
    total += 'key' in member ? lengthOf(member.key) + 1 + length : length;
  }
  return total;
}

function lengthOf({ span }: SourceNode): number {
  return span.end - span.start;
}

function join(open: string, close: string, members: readonly (string | undefined)[]): string | undefined {
  return members.includes(undefined) ? undefined : open + members.join(',') + close;
}
