import {
  findEntry,
  type MappingNode,
  type Path,
  type SequenceNode,
  type SourceNode,
  type TextEdit,
} from '../source/sourceNode.js';
import type { Span } from '../source/span.js';
import type { SourceComment, SourceEditor } from './frontEnd.js';
import { detectLayout, type JsonLayout, printBlock, printInline } from './jsonLayout.js';

export { detectFormatting } from './jsonLayout.js';

/** A list or object longer than this is spread over several lines where the text has lines at all. */
const MAX_INLINE = 100;

/**
 * Edits for a JSON text that touch nothing but what they change: indentation, line ends and the way of writing lists
 * stay as they are, and comments stay where they are.
 */
export function createJsonEditor(
  text: string,
  root: SourceNode | undefined,
  comments: readonly SourceComment[],
): SourceEditor {
  return new JsonEditor(text, root, comments);
}

class JsonEditor implements SourceEditor {
  private detected: JsonLayout | undefined;

  constructor(
    private readonly text: string,
    private readonly root: SourceNode | undefined,
    private readonly comments: readonly SourceComment[],
  ) {}

  set(path: Path, value: unknown, position?: number): readonly TextEdit[] {
    const existing = this.find(path);
    const last = path.at(-1);
    if (existing !== undefined) {
      return [{ span: existing.span, newText: this.printInPlaceOf(existing, value) }];
    }
    if (last === undefined) {
      return [{ span: { start: 0, end: this.text.length }, newText: printBlock(value, this.layout, '') }];
    }
    const parent = this.find(path.slice(0, -1));
    if (parent === undefined) {
      return this.set(path.slice(0, -1), typeof last === 'string' ? { [last]: value } : [value]);
    }
    if (parent.kind === 'mapping' && typeof last === 'string') {
      return this.setEntry(parent, last, value, position);
    }
    return parent.kind === 'sequence' && typeof last === 'number' ? this.insertItem(parent, value, last) : [];
  }

  insert(path: Path, value: unknown, index?: number): readonly TextEdit[] {
    const node = this.find(path);
    if (node === undefined) {
      return this.set(path, [value]);
    }
    if (node.kind === 'sequence') {
      return this.insertItem(node, value, index);
    }
    const old = this.text.slice(node.span.start, node.span.end);
    const added = node.kind === 'mapping' ? this.printInPlaceOf(node, value) : printInline(value, this.layout);
    const separator = this.layout.spaced ? ', ' : ',';
    return [{ span: node.span, newText: `[${(index === 0 ? [added, old] : [old, added]).join(separator)}]` }];
  }

  remove(path: Path): readonly TextEdit[] {
    const parent = path.length === 0 ? undefined : this.find(path.slice(0, -1));
    const last = path.at(-1);
    if (parent?.kind === 'mapping') {
      const index = parent.entries.findLastIndex((entry) => entry.key.value === last);
      return this.removeChild(parent, index);
    }
    return parent?.kind === 'sequence' && typeof last === 'number' ? this.removeChild(parent, last) : [];
  }

  replaceString(node: { readonly span: Span }, value: string): readonly TextEdit[] {
    return [{ span: node.span, newText: JSON.stringify(value) }];
  }

  private get layout(): JsonLayout {
    this.detected ??= detectLayout(this.text);
    return this.detected;
  }

  /** The node at a path; of keys that stand twice, the last, which is the one that counts. */
  private find(path: Path): SourceNode | undefined {
    let node = this.root;
    for (const step of path) {
      if (node?.kind === 'mapping' && typeof step === 'string') {
        node = findEntry(node, step)?.value;
      } else if (node?.kind === 'sequence' && typeof step === 'number') {
        node = node.items[step];
      } else {
        return undefined;
      }
    }
    return node;
  }

  private printInPlaceOf({ span }: SourceNode, value: unknown): string {
    const inline = printInline(value, this.layout);
    const isSpread = this.text.slice(span.start, span.end).includes('\n');
    const isComposite = typeof value === 'object' && value !== null;
    return isComposite && this.layout.multiLine && (isSpread || inline.length > MAX_INLINE)
      ? printBlock(value, this.layout, this.indentOfLine(span.start))
      : inline;
  }

  private setEntry(parent: MappingNode, key: string, value: unknown, position?: number): readonly TextEdit[] {
    const colon = this.layout.spaced ? ': ' : ':';
    const unfinished = findEntry(parent, key);
    if (unfinished !== undefined) {
      const hasColon = this.text.slice(unfinished.key.span.end, unfinished.span.end).includes(':');
      return [insertion(unfinished.span.end, (hasColon ? ' ' : colon) + printInline(value, this.layout))];
    }
    const print = (base: string | undefined) => `${JSON.stringify(key)}${colon}${this.printNew(value, base)}`;
    return this.insertChild(parent, print, isMapping(value), position);
  }

  private insertItem(parent: SequenceNode, value: unknown, index?: number): readonly TextEdit[] {
    return this.insertChild(parent, (base) => this.printNew(value, base), isMapping(value), index);
  }

  /** Prints a value that is added: spread over lines with `base` as its line's indentation, or inline without one. */
  private printNew(value: unknown, base: string | undefined): string {
    return base === undefined ? printInline(value, this.layout) : printBlock(value, this.layout, base);
  }

  private insertChild(
    parent: MappingNode | SequenceNode,
    print: (base: string | undefined) => string,
    wantsLines: boolean,
    position = Number.POSITIVE_INFINITY,
  ): readonly TextEdit[] {
    const children = childSpans(parent);
    const first = children[0];
    const previous = children.at(-1);
    if (first === undefined || previous === undefined) {
      return [this.insertOnly(parent, print, wantsLines)];
    }
    const isSpread = this.text.slice(parent.span.start, first.start).includes('\n');
    const base = isSpread ? this.indentOfLine(first.start) : undefined;
    const added = print(base);
    const next = children[Math.max(0, position)];
    if (next !== undefined) {
      const gap = base !== undefined && this.beginsLine(next.start) ? this.layout.eol + base : this.blank;
      return [insertion(next.start, `${added},${gap}`)];
    }
    const comma = this.findComma(previous.end, parent.span.end);
    const end = comma === undefined ? previous.end : comma + 1;
    const separator = comma === undefined ? ',' : '';
    if (base === undefined) {
      return [insertion(end, separator + this.blank + added)];
    }
    const line = this.layout.eol + base + added;
    const afterComment = this.endOfLineComment(end);
    if (afterComment === undefined) {
      return [insertion(end, separator + line)];
    }
    return [...(separator === '' ? [] : [insertion(end, separator)]), insertion(afterComment, line)];
  }

  /** Adds the first child of an empty mapping or sequence. */
  private insertOnly(
    parent: MappingNode | SequenceNode,
    print: (base: string | undefined) => string,
    wantsLines: boolean,
  ): TextEdit {
    const start = parent.span.start + 1;
    const closes = /[}\]]/.test(this.text[parent.span.end - 1] ?? '') && parent.span.end - 1 >= start;
    const inner = closes ? this.text.slice(start, parent.span.end - 1) : '';
    const span = inner.trim() === '' && closes ? { start, end: parent.span.end - 1 } : { start, end: start };
    const outer = this.indentOfLine(parent.span.start);
    if (inner.includes('\n') || (wantsLines && this.layout.multiLine)) {
      const base = outer + this.layout.indent;
      return { span, newText: this.layout.eol + base + print(base) + this.layout.eol + outer };
    }
    const padding = parent.kind === 'mapping' && this.layout.padded ? ' ' : '';
    return { span, newText: padding + print(undefined) + padding };
  }

  private removeChild(parent: MappingNode | SequenceNode, index: number): readonly TextEdit[] {
    const children = childSpans(parent);
    const child = children[index];
    if (child === undefined) {
      return [];
    }
    const previous = children[index - 1];
    const next = children[index + 1];
    const ownComma = this.findComma(child.end, next?.start ?? parent.span.end);
    const end = ownComma === undefined ? child.end : ownComma + 1;
    const orphan =
      ownComma === undefined && previous !== undefined ? this.findComma(previous.end, child.start) : undefined;
    if (this.beginsLine(child.start) && this.endsLine(end)) {
      const lines = { start: this.startOfLine(child.start), end: this.startOfNextLine(end) };
      return [...(orphan === undefined ? [] : [deletion({ start: orphan, end: orphan + 1 })]), deletion(lines)];
    }
    if (next !== undefined) {
      return [deletion({ start: child.start, end: this.skipBlanks(end) })];
    }
    if (previous !== undefined) {
      return [deletion({ start: orphan ?? previous.end, end })];
    }
    return [deletion({ start: parent.span.start + 1, end: this.skipBlanks(end) })];
  }

  private get blank(): string {
    return this.layout.spaced ? ' ' : '';
  }

  /** Offset of the comma that stands between two places, comments aside. */
  private findComma(start: number, end: number): number | undefined {
    let offset = start;
    while (offset < end) {
      const comment = this.comments.find(({ span }) => span.start === offset);
      if (comment !== undefined) {
        offset = comment.span.end;
      } else if (this.text[offset] === ',') {
        return offset;
      } else {
        offset++;
      }
    }
    return undefined;
  }

  /** End of a comment that follows on the same line, so that it stays with what it comments. */
  private endOfLineComment(offset: number): number | undefined {
    const comment = this.comments.find(({ span }) => span.start >= offset);
    const isBeside = comment !== undefined && /^[ \t]*$/.test(this.text.slice(offset, comment.span.start));
    return isBeside && this.endsLine(comment.span.end) ? comment.span.end : undefined;
  }

  private startOfLine(offset: number): number {
    return this.text.lastIndexOf('\n', offset - 1) + 1;
  }

  private startOfNextLine(offset: number): number {
    const lineEnd = this.text.indexOf('\n', offset);
    return lineEnd < 0 ? this.text.length : lineEnd + 1;
  }

  private indentOfLine(offset: number): string {
    return /^[ \t]*/.exec(this.text.slice(this.startOfLine(offset), offset))?.[0] ?? '';
  }

  private beginsLine(offset: number): boolean {
    const start = this.startOfLine(offset);
    return start > 0 && this.text.slice(start, offset).trim() === '';
  }

  /** True when nothing but a comment follows on the line. */
  private endsLine(offset: number): boolean {
    const rest = this.text.slice(offset, this.startOfNextLine(offset));
    return rest.endsWith('\n') && /^\s*(\/\/.*)?$/.test(rest.trimEnd());
  }

  private skipBlanks(offset: number): number {
    return offset + (/^[ \t]*/.exec(this.text.slice(offset, offset + 200))?.[0].length ?? 0);
  }
}

function isMapping(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function childSpans(parent: MappingNode | SequenceNode): readonly Span[] {
  return parent.kind === 'mapping' ? parent.entries.map(({ span }) => span) : parent.items.map(({ span }) => span);
}

function insertion(offset: number, newText: string): TextEdit {
  return { span: { start: offset, end: offset }, newText };
}

function deletion(span: Span): TextEdit {
  return { span, newText: '' };
}
