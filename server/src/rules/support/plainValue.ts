import type { SourceNode } from '../../source/sourceNode.js';

/**
 * A node's value as plain data, or undefined when plain data could not say it: something is known only at deployment,
 * not typed yet, or stands twice in one mapping.
 */
export function toPlainValue(node: SourceNode | undefined): unknown {
  switch (node?.kind) {
    case 'scalar':
      return node.value;
    case 'sequence': {
      const items = node.items.map(toPlainValue);
      return items.includes(undefined) ? undefined : items;
    }
    case 'mapping': {
      const entries = node.entries.map((entry) => [String(entry.key.value), toPlainValue(entry.value)] as const);
      const names = new Set(entries.map(([name]) => name));
      if (names.size < entries.length || entries.some(([, value]) => value === undefined)) {
        return undefined;
      }
      return Object.fromEntries(entries);
    }
    case 'expression':
    case undefined:
      return undefined;
  }
}
