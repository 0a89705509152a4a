import type { Entry, MappingNode, ScalarNode, SourceNode } from '../../source/sourceNode.js';
import type { Policy } from '../model.js';
import { readPolicy } from '../readPolicy.js';

/** Deeper than any policy by far, and shallow enough to walk by recursion. */
const MAX_DEPTH = 100;

/**
 * Reads the policy that a JSON text holds. Spans are offsets into the text as `JSON.stringify` writes it, which is the
 * text itself when it has no blanks. Undefined when the text is no JSON object, or nests too deep.
 */
export function policyFromJson(text: string): Policy | undefined {
  const value = parseJson(text);
  const node = value === undefined ? undefined : new TreeWriter().write(value, 0);
  return node?.kind === 'mapping' ? readPolicy(node) : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

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
    for (const [name, member] of Object.entries(value)) {
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
    this.offset += JSON.stringify(value).length;
    const isKnown = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    return { kind: 'scalar', span: { start, end: this.offset }, value: isKnown ? value : null };
  }
}
