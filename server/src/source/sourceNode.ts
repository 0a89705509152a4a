import type { Span } from './span.js';

/**
 * What every front end makes of a text: values and where they stand. A half-typed document still has nodes; what is
 * missing is `undefined`, never invented.
 */
export type SourceNode = MappingNode | SequenceNode | ScalarNode | ExpressionNode;

export interface MappingNode {
  readonly kind: 'mapping';
  readonly span: Span;
  /** In document order; a key that stands twice is here twice. */
  readonly entries: readonly Entry[];
}

export interface Entry {
  /** Key to value, whatever separates them included. */
  readonly span: Span;
  readonly key: ScalarNode;
  /** Absent while the value has not been typed. */
  readonly value: SourceNode | undefined;
}

export interface SequenceNode {
  readonly kind: 'sequence';
  readonly span: Span;
  readonly items: readonly SourceNode[];
}

export interface ScalarNode {
  readonly kind: 'scalar';
  /** Quotes included, where the syntax has them. */
  readonly span: Span;
  readonly value: string | number | boolean | null;
}

/** A value that is not known before deployment, wholly or in part (`!Sub`, `${var.x}`). JSON policies have none. */
export interface ExpressionNode {
  readonly kind: 'expression';
  readonly span: Span;
  readonly parts: readonly StringPart[];
}

/** A piece of a string: text that is known, or the source text of something that will be known later. */
export type StringPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unknown'; readonly source: string };

/** Steps from the root to a node: a mapping's key or a sequence's index. */
export type Path = readonly (string | number)[];

/** A replacement of `span` by `newText`; an insertion has an empty span. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** The last entry with exactly this key (JSON parsers let the last one win). */
export function findEntry(node: MappingNode, key: string): Entry | undefined {
  return node.entries.findLast((entry) => entry.key.value === key);
}

/** The last entry whose key differs from `key` in letter case only, or not at all. `key` is ASCII. */
export function findEntryIgnoringCase(node: MappingNode, key: string): Entry | undefined {
  for (let index = node.entries.length - 1; index >= 0; index--) {
    const entry = node.entries[index];
    if (entry !== undefined && isSameName(String(entry.key.value), key)) {
      return entry;
    }
  }
  return undefined;
}

/** Nearly every name is decided by its length or its spelling, which needs no copy of it. */
function isSameName(name: string, key: string): boolean {
  return name.length === key.length && (name === key || name.toLowerCase() === key.toLowerCase());
}

/** All nodes below and including `node`, parents before children, in document order. */
export function* walk(node: SourceNode): Generator<SourceNode> {
  const pending: SourceNode[] = [node];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    yield next;
    const children = childrenOf(next);
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index];
      if (child !== undefined) {
        pending.push(child);
      }
    }
  }
}

function childrenOf(node: SourceNode): readonly SourceNode[] {
  switch (node.kind) {
    case 'mapping':
      return node.entries.flatMap((entry) => (entry.value === undefined ? [] : [entry.value]));
    case 'sequence':
      return node.items;
    case 'scalar':
    case 'expression':
      return [];
  }
}
