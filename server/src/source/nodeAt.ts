import type { Entry, Path, SourceNode } from './sourceNode.js';
import { touches } from './span.js';

/** Where an offset stands in a tree. */
export interface Location {
  /** Path of the innermost node that touches the offset. */
  readonly path: Path;
  readonly node: SourceNode;
  /** Set when the offset is in an entry of a mapping: that entry, and whether it is in the key. */
  readonly entry?: { readonly entry: Entry; readonly inKey: boolean };
}

/**
 * The innermost node at `offset` (UTF-16), with the way to it. An offset between an entry's key and its missing value
 * belongs to the entry. Undefined when the offset is outside the root.
 */
export function locate(root: SourceNode, offset: number): Location | undefined {
  if (!touches(root.span, offset)) {
    return undefined;
  }
  const path: (string | number)[] = [];
  let node = root;
  for (;;) {
    if (node.kind === 'mapping') {
      const entry = node.entries.find((candidate) => touches(candidate.span, offset));
      if (entry === undefined) {
        return { path, node };
      }
      path.push(String(entry.key.value));
      if (touches(entry.key.span, offset) || entry.value === undefined || !touches(entry.value.span, offset)) {
        return { path, node: entry.key, entry: { entry, inKey: touches(entry.key.span, offset) } };
      }
      if (entry.value.kind === 'scalar' || entry.value.kind === 'expression') {
        return { path, node: entry.value, entry: { entry, inKey: false } };
      }
      node = entry.value;
    } else if (node.kind === 'sequence') {
      const index = node.items.findIndex((item) => touches(item.span, offset));
      const item = node.items[index];
      if (item === undefined) {
        return { path, node };
      }
      path.push(index);
      node = item;
    } else {
      return { path, node };
    }
  }
}
