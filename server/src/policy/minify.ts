import type { SourceNode } from '../source/sourceNode.js';

/**
 * A policy as JSON without white space, strings as they were written: the shortest text that says the same. Undefined
 * when something of it is known only at deployment, or not typed yet.
 *
 * @param text the document that the node's spans refer to
 */
export function minify(node: SourceNode, text: string): string | undefined {
  switch (node.kind) {
    case 'scalar':
      return text.slice(node.span.start, node.span.end);
    case 'expression':
      return undefined;
    case 'sequence':
      return join(
        '[',
        ']',
        node.items.map((item) => minify(item, text)),
      );
    case 'mapping':
      return join(
        '{',
        '}',
        node.entries.map(({ key, value }) => {
          const minified = value === undefined ? undefined : minify(value, text);
          return minified === undefined ? undefined : `${text.slice(key.span.start, key.span.end)}:${minified}`;
        }),
      );
  }
}

/** The length of what `minify` gives, in UTF-16 code units; undefined where it gives nothing. */
export function minifiedLength(node: SourceNode): number | undefined {
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
    const length = value === undefined ? undefined : minifiedLength(value);
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
