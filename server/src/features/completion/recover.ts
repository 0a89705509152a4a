import { POLICY_ELEMENTS, STATEMENT_ELEMENTS } from '../../knowledge/policyElements.js';
import type { Entry, MappingNode, ScalarNode, SequenceNode, SourceNode } from '../../source/sourceNode.js';
import { MAX_DEPTH } from '../../syntax/frontEnd.js';
import type { Token } from './tokens.js';

/** Elements whose values are objects, so that a string behind their colon is a key whose brace is missing. */
const MAPPING_VALUED: ReadonlySet<string> = new Set(['Condition', 'Principal', 'NotPrincipal', 'Statement']);
const INNER: ReadonlySet<string> = new Set(['Condition', 'Principal', 'NotPrincipal']);
const LIST_VALUED: ReadonlySet<string> = new Set(['Action', 'NotAction', 'Resource', 'NotResource', 'AWS', 'Service']);
const ELEMENTS: ReadonlySet<string> = new Set([...POLICY_ELEMENTS, ...STATEMENT_ELEMENTS]);

interface OpenMapping {
  readonly kind: 'mapping';
  readonly start: number;
  readonly entries: Entry[];
  pending: { readonly key: ScalarNode; colon: number | undefined } | undefined;
  /** A comma, or nothing yet, stands before the next token. */
  afterSeparator: boolean;
}

interface OpenSequence {
  readonly kind: 'sequence';
  readonly start: number;
  readonly items: SourceNode[];
}

/**
 * Builds a tree from the tokens of a policy in which some are missing: unlike a JSON parser it uses what it knows of
 * policies to decide which bracket, colon or comma that was. Never fails.
 *
 * @returns the tree, and the node made of each string or word token
 */
export function recoverTree(tokens: readonly Token[]): {
  readonly root: SourceNode | undefined;
  readonly nodes: ReadonlyMap<Token, ScalarNode>;
} {
  const builder = new Recovery(tokens.filter((token) => token.kind !== 'comment'));
  return { root: builder.build(), nodes: builder.nodes };
}

class Recovery {
  readonly nodes = new Map<Token, ScalarNode>();
  private readonly open: (OpenMapping | OpenSequence)[] = [];
  private root: SourceNode | undefined;

  constructor(private readonly tokens: readonly Token[]) {}

  build(): SourceNode | undefined {
    this.tokens.forEach((token, index) => {
      this.read(token, this.tokens[index + 1]);
    });
    const end = this.tokens.at(-1)?.end ?? 0;
    while (this.open.length > 0) {
      this.close(end);
    }
    return this.root;
  }

  private read(token: Token, next: Token | undefined): void {
    switch (token.kind) {
      case '{':
      case '[':
        this.openBracket(token);
        break;
      case '}':
        this.closeBrace(token.end);
        break;
      case ']':
        this.closeBracket(token.end);
        break;
      case ':':
        this.readColon(token, next);
        break;
      case ',':
        this.readComma();
        break;
      case 'string':
      case 'word':
        this.readString(token, next);
        break;
      case 'literal':
        this.add({ kind: 'scalar', span: token, value: token.value });
        break;
      case 'comment':
        break;
    }
  }

  private openBracket({ kind, start }: Token): void {
    if (this.open.length >= MAX_DEPTH) {
      return; // so deep that nothing below can be part of a policy
    }
    const top = this.open.at(-1);
    if (top?.kind === 'mapping' && top.pending === undefined) {
      this.leaveForItem(top);
    }
    if (kind === '{') {
      this.open.push({ kind: 'mapping', start, entries: [], pending: undefined, afterSeparator: true });
    } else {
      this.open.push({ kind: 'sequence', start, items: [] });
    }
  }

  /** A bracket where a key should be: the statement before it was not closed, or the list of statements not opened. */
  private leaveForItem(top: OpenMapping): void {
    const last = top.entries.at(-1);
    if (last?.key.value === 'Statement' && last.value !== undefined) {
      this.reopenAsList(top, last);
      return;
    }
    const list = this.open.findLastIndex((frame) => frame.kind === 'sequence');
    while (list >= 0 && this.open.length > list + 1) {
      this.close(this.open.at(-1)?.start ?? 0);
    }
  }

  private closeBrace(end: number): void {
    if (!this.open.some((frame) => frame.kind === 'mapping')) {
      return;
    }
    while (this.open.at(-1)?.kind === 'sequence') {
      this.close(end - 1);
    }
    this.close(end);
  }

  private closeBracket(end: number): void {
    const top = this.open.at(-1);
    if (top?.kind === 'mapping' && top.pending !== undefined && top.pending.colon === undefined) {
      this.flush(top);
      return;
    }
    if (!this.open.some((frame) => frame.kind === 'sequence')) {
      return;
    }
    while (this.open.at(-1)?.kind === 'mapping') {
      this.close(end - 1);
    }
    this.close(end);
  }

  private readColon({ start, end }: Token, next: Token | undefined): void {
    const top = this.open.at(-1);
    if (top === undefined && this.root?.kind === 'scalar') {
      const key = this.root;
      this.root = undefined;
      this.openImplicitMapping(key, end);
      return;
    }
    if (top?.kind === 'mapping') {
      const last = top.entries.at(-1);
      if (top.pending !== undefined) {
        top.pending.colon = end;
      } else if (top.afterSeparator) {
        top.pending = { key: this.inventKey(top, start, next), colon: end };
      } else if (last?.value?.kind === 'scalar' && !top.afterSeparator) {
        top.entries.pop();
        top.pending = { key: last.key, colon: last.value.span.start };
        this.openImplicitMapping(last.value, end);
      }
      return;
    }
    const item = top?.items.at(-1);
    if (top === undefined || item?.kind !== 'scalar') {
      return;
    }
    top.items.pop();
    const parent = this.open.at(-2);
    const isStatementList = parent?.kind === 'mapping' && parent.pending?.key.value === 'Statement';
    if (isStatementList || parent === undefined) {
      this.openImplicitMapping(item, end);
    } else {
      this.close(start);
      if (parent.kind === 'mapping') {
        parent.pending = { key: item, colon: end };
      }
    }
  }

  /** A colon without a key: on the top level it can only be that of the statements, when they have none yet. */
  private inventKey({ entries }: OpenMapping, offset: number, next: Token | undefined): ScalarNode {
    const isStatement =
      next?.kind === '[' && this.open.length === 1 && entries.every((entry) => entry.key.value !== 'Statement');
    return { kind: 'scalar', span: { start: offset, end: offset }, value: isStatement ? 'Statement' : '' };
  }

  private openImplicitMapping(key: ScalarNode, colon: number): void {
    this.open.push({
      kind: 'mapping',
      start: key.span.start,
      entries: [],
      pending: { key, colon },
      afterSeparator: true,
    });
  }

  private readComma(): void {
    const top = this.open.at(-1);
    if (top?.kind !== 'mapping') {
      return;
    }
    this.flush(top);
    top.afterSeparator = true;
  }

  private readString(token: Token, next: Token | undefined): void {
    const node: ScalarNode = { kind: 'scalar', span: { start: token.start, end: token.end }, value: token.value };
    this.nodes.set(token, node);
    const isKey = next?.kind === ':';
    if (isKey && ELEMENTS.has(token.value)) {
      this.leaveInnerMappings();
    }
    const top = this.open.at(-1);
    if (top?.kind !== 'mapping') {
      this.add(node);
      return;
    }
    if (top.pending === undefined) {
      this.readKey(top, node, next);
      return;
    }
    const expectsMapping = MAPPING_VALUED.has(String(top.pending.key.value)) || this.ownerOf(-1) === 'Condition';
    if (isKey && top.pending.colon !== undefined && expectsMapping && !ELEMENTS.has(token.value)) {
      this.open.push({
        kind: 'mapping',
        start: token.start,
        entries: [],
        pending: { key: node, colon: undefined },
        afterSeparator: true,
      });
    } else if (isKey) {
      this.flush(top);
      this.readKey(top, node, next);
    } else {
      this.add(node);
    }
  }

  /** An element's name inside a principal or condition: the brace before it is missing. */
  private leaveInnerMappings(): void {
    while (this.open.at(-1)?.kind === 'mapping' && (INNER.has(this.ownerOf(-1)) || this.ownerOf(-2) === 'Condition')) {
      this.close(this.open.at(-1)?.start ?? 0);
    }
  }

  /** The key whose value the open node at `depth` (-1: the innermost) is; '' for none. */
  private ownerOf(depth: number): string {
    const parent = this.open.at(depth - 1);
    return this.open.length >= 1 - depth && parent?.kind === 'mapping' ? String(parent.pending?.key.value ?? '') : '';
  }

  private readKey(top: OpenMapping, node: ScalarNode, next: Token | undefined): void {
    const last = top.entries.at(-1);
    const text = String(node.value);
    const isListItem =
      next?.kind !== ':' &&
      last?.value !== undefined &&
      last.value.kind !== 'mapping' &&
      LIST_VALUED.has(String(last.key.value)) &&
      (/^[\w-]+:\w|^[\w.-]+\.amazonaws\.com/.test(text) || text === '*');
    if (isListItem && last !== undefined) {
      this.reopenAsList(top, last);
      this.add(node);
      return;
    }
    top.pending = { key: node, colon: undefined };
    top.afterSeparator = false;
  }

  /** The entry's value turns out to be the first item of a list whose bracket is missing. */
  private reopenAsList(top: OpenMapping, last: Entry): void {
    top.entries.pop();
    top.pending = { key: last.key, colon: last.key.span.end };
    const value = last.value;
    const items = value?.kind === 'sequence' ? [...value.items] : value === undefined ? [] : [value];
    this.open.push({ kind: 'sequence', start: value?.span.start ?? last.span.end, items });
  }

  private add(node: SourceNode): void {
    const parent = this.open.at(-1);
    if (parent === undefined) {
      this.root ??= node;
    } else if (parent.kind === 'sequence') {
      parent.items.push(node);
    } else if (parent.pending !== undefined) {
      const { key } = parent.pending;
      parent.entries.push({ span: { start: key.span.start, end: node.span.end }, key, value: node });
      parent.pending = undefined;
      parent.afterSeparator = false;
    }
  }

  private flush(mapping: OpenMapping): void {
    if (mapping.pending !== undefined) {
      const { key, colon } = mapping.pending;
      mapping.entries.push({ span: { start: key.span.start, end: colon ?? key.span.end }, key, value: undefined });
      mapping.pending = undefined;
    }
  }

  private close(end: number): void {
    const frame = this.open.pop();
    if (frame === undefined) {
      return;
    }
    const span = { start: frame.start, end: Math.max(end, frame.start) };
    if (frame.kind === 'mapping') {
      this.flush(frame);
      const node: MappingNode = { kind: 'mapping', span, entries: frame.entries };
      this.add(node);
    } else {
      const node: SequenceNode = { kind: 'sequence', span, items: frame.items };
      this.add(node);
    }
  }
}
