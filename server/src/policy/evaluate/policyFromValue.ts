import type { Entry, MappingNode, ScalarNode, SourceNode } from '../../source/sourceNode.js';
import type { Policy } from '../model.js';
import { readPolicy } from '../readPolicy.js';

/** Deeper than any policy by far, and shallow enough to walk by recursion. */
const MAX_DEPTH = 100;

/**
 * Reads the policy of a parsed JSON value. Spans are offsets into the text that `JSON.stringify` makes of it, which is the
 * text it came from when that had no blanks. Undefined when the value is no object, or nests too deep.
 */
export function policyFromValue(value: unknown): Policy | undefined {
  const node = new TreeWriter().write(value, 0);
  return node?.kind === 'mapping' ? readPolicy(node) : undefined;
}

/** Texts that `JSON.stringify` only puts between quotes. */
const PLAIN = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

/** Makes the tree of a JSON value, counting characters as it goes. */
class TreeWriter {
  private offset = 0;

  /** Undefined for what nests too deep. */
  write(value: unknown, depth: number): SourceNode | undefined {
    if (depth > MAX_DEPTH) {
      return undefined;
    }
    if (Array.isArray(value)) {
      return this.writeSequence(value, depth);
    }
    return typeof value === 'object' && value !== null ? this.writeMapping(value, depth) : this.writeScalar(value);
  }

  private writeSequence(values: readonly unknown[], depth: number): SourceNode | undefined {
    const start = this.offset++;
    const items: SourceNode[] = [];
    for (const value of values) {
      const item = this.write(value, depth + 1);
      if (item === undefined) {
        return undefined;
      }
      items.push(item);
      this.offset++;
    }
    if (items.length === 0) {
      this.offset++;
    }
    return { kind: 'sequence', span: { start, end: this.offset }, items };
  }

  private writeMapping(value: object, depth: number): MappingNode | undefined {
    const start = this.offset++;
    const entries: Entry[] = [];
    for (const name of Object.keys(value)) {
      const member: unknown = Reflect.get(value, name);
      const key = this.writeScalar(name);
      this.offset++;
      const node = this.write(member, depth + 1);
      if (node === undefined) {
        return undefined;
      }
      entries.push({ span: { start: key.span.start, end: this.offset }, key, value: node });
      this.offset++;
    }
    if (entries.length === 0) {
      this.offset++;
    }
    return { kind: 'mapping', span: { start, end: this.offset }, entries };
  }

  private writeScalar(value: unknown): ScalarNode {
    const start = this.offset;
    this.offset += typeof value === 'string' && PLAIN.test(value) ? value.length + 2 : JSON.stringify(value).length;
    const isKnown = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    return { kind: 'scalar', span: { start, end: this.offset }, value: isKnown ? value : null };
  }
}
