import type { Entry, ScalarNode, SourceNode } from './sourceNode.js';
import { shift } from './span.js';

/** The same entry, `by` characters further on. */
export function shiftEntry({ span, key, value }: Entry, by: number): Entry {
  return {
    span: shift(span, by),
    key: shiftScalar(key, by),
    value: value === undefined ? undefined : shiftNode(value, by),
  };
}

function shiftNode(node: SourceNode, by: number): SourceNode {
  const span = shift(node.span, by);
  switch (node.kind) {
    case 'mapping':
      return { ...node, span, entries: node.entries.map((entry) => shiftEntry(entry, by)) };
    case 'sequence':
      return { ...node, span, items: node.items.map((item) => shiftNode(item, by)) };
    case 'scalar':
    case 'expression':
      return { ...node, span };
  }
}

function shiftScalar(node: ScalarNode, by: number): ScalarNode {
  return { ...node, span: shift(node.span, by) };
}
