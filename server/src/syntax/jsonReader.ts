import type { Entry, ScalarNode, SourceNode } from '../source/sourceNode.js';
import type { Span } from '../source/span.js';
import type { ParsedSource, SourceComment, SyntaxProblem } from './frontEnd.js';

/** Thrown where a text is not plainly JSON, and caught in `readWellFormed`; it needs no stack. */
const GIVE_UP = Symbol('not well-formed');

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const LITERALS = { true: true, false: false, null: null } as const;

export interface ReadOptions {
  /** Comments and trailing commas are no mistakes. */
  readonly isLenient: boolean;
  /** How deep brackets may be nested. */
  readonly maxDepth: number;
  /** What spans count the text's first character as; 0 when absent. */
  readonly origin?: number;
}

/** What is made of a text. */
export type JsonReading = Pick<ParsedSource, 'root' | 'problems' | 'comments'>;

/**
 * Reads a text that holds one object or list, and comments. This is what nearly every keystroke leaves behind, so that
 * it is read without a tokenizer between text and tree. A test holds it to what `readAnyText` makes of such texts.
 *
 * @returns undefined for everything else: a mistake anywhere, or brackets nested too deep
 */
export function readWellFormed(text: string, options: ReadOptions): JsonReading | undefined {
  const reader = new Reader(text, options);
  try {
    const root = reader.readDocument();
    const comments = reader.comments.map((span) => toComment(text, span));
    const problems = options.isLenient ? [] : comments.map(({ span }): SyntaxProblem => ({ code: 'comment', span }));
    return { root, problems, comments };
  } catch (reason) {
    if (reason === GIVE_UP) {
      return undefined;
    }
    throw reason;
  }
}

/** The comment that stands at `span`, comment marks included. */
export function toComment(text: string, span: Span): SourceComment {
  return {
    span,
    text: text
      .slice(span.start, span.end)
      .replace(/^\/\/|^\/\*|\*\/$/g, '')
      .trim(),
  };
}

class Reader {
  readonly comments: Span[] = [];
  private offset = 0;
  private readonly origin: number;
  /** Whether a comma was the last thing read, so that another member must follow. */
  private hasPassedComma = false;

  constructor(
    private readonly text: string,
    private readonly options: ReadOptions,
  ) {
    this.origin = options.origin ?? 0;
  }

  readDocument(): SourceNode {
    const first = this.skipBlanks();
    if (first !== 0x7b && first !== 0x5b) {
      throw GIVE_UP;
    }
    const root = this.readValue(first, 0);
    if (!Number.isNaN(this.skipBlanks())) {
      throw GIVE_UP;
    }
    return root;
  }

  /** `code`: that of the first character, at which the reader stands. */
  private readValue(code: number, depth: number): SourceNode {
    switch (code) {
      case 0x22: // "
        return this.readString();
      case 0x7b: // {
        return this.readMapping(depth + 1);
      case 0x5b: // [
        return this.readSequence(depth + 1);
      case 0x74: // t
        return this.readLiteral('true');
      case 0x66: // f
        return this.readLiteral('false');
      case 0x6e: // n
        return this.readLiteral('null');
      default:
        return this.readNumber();
    }
  }

  private readMapping(depth: number): SourceNode {
    const start = this.open(depth);
    const entries: Entry[] = [];
    for (let code = this.skipBlanks(); !this.isClosed(code, 0x7d, entries.length); code = this.skipBlanks()) {
      if (code !== 0x22) {
        throw GIVE_UP;
      }
      const key = this.readString();
      if (this.skipBlanks() !== 0x3a) {
        throw GIVE_UP;
      }
      this.offset++;
      const value = this.readValue(this.skipBlanks(), depth);
      entries.push({ span: { start: key.span.start, end: value.span.end }, key, value });
      this.passComma(0x7d);
    }
    this.offset++;
    return { kind: 'mapping', span: this.spanFrom(start), entries };
  }

  private readSequence(depth: number): SourceNode {
    const start = this.open(depth);
    const items: SourceNode[] = [];
    for (let code = this.skipBlanks(); !this.isClosed(code, 0x5d, items.length); code = this.skipBlanks()) {
      items.push(this.readValue(code, depth));
      this.passComma(0x5d);
    }
    this.offset++;
    return { kind: 'sequence', span: this.spanFrom(start), items };
  }

  private open(depth: number): number {
    if (depth > this.options.maxDepth) {
      throw GIVE_UP;
    }
    return this.offset++;
  }

  /** Whether a closing bracket follows where a member may begin. */
  private isClosed(code: number, close: number, members: number): boolean {
    if (code !== close) {
      return false;
    }
    if (members > 0 && this.hasPassedComma && !this.options.isLenient) {
      throw GIVE_UP;
    }
    return true;
  }

  /** After a member: passes its comma, or stands before the closing bracket. */
  private passComma(close: number): void {
    const code = this.skipBlanks();
    this.hasPassedComma = code === 0x2c;
    if (this.hasPassedComma) {
      this.offset++;
    } else if (code !== close) {
      throw GIVE_UP;
    }
  }

  private readString(): ScalarNode {
    const { text } = this;
    const start = this.offset;
    let isEscaped = false;
    for (let offset = start + 1; ; offset++) {
      const code = text.charCodeAt(offset);
      if (code === 0x22) {
        this.offset = offset + 1;
        const value = isEscaped ? readEscapes(text.slice(start, this.offset)) : text.slice(start + 1, offset);
        return { kind: 'scalar', span: this.spanFrom(start), value };
      }
      if (code === 0x5c) {
        isEscaped = true;
        offset++;
      } else if (!(code >= 0x20)) {
        throw GIVE_UP; // a control character, or the end of the text
      }
    }
  }

  /** From an offset in the text to the reader's place. */
  private spanFrom(start: number): Span {
    return { start: start + this.origin, end: this.offset + this.origin };
  }

  private readLiteral(word: keyof typeof LITERALS): ScalarNode {
    const start = this.offset;
    if (!this.text.startsWith(word, start)) {
      throw GIVE_UP;
    }
    this.offset += word.length;
    return { kind: 'scalar', span: this.spanFrom(start), value: LITERALS[word] };
  }

  private readNumber(): ScalarNode {
    const start = this.offset;
    NUMBER.lastIndex = start;
    const written = NUMBER.exec(this.text)?.[0];
    if (written === undefined) {
      throw GIVE_UP;
    }
    this.offset += written.length;
    return { kind: 'scalar', span: this.spanFrom(start), value: Number(written) };
  }

  /** Passes blanks and comments. Answers the code of the character that stands there then; NaN at the end. */
  private skipBlanks(): number {
    for (;;) {
      const code = this.text.charCodeAt(this.offset);
      if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) {
        this.offset++;
      } else if (code === 0x2f) {
        this.skipComment();
      } else {
        return code;
      }
    }
  }

  private skipComment(): void {
    const start = this.offset;
    if (this.text.startsWith('//', start)) {
      const length = this.text.slice(start).search(/[\r\n]/);
      this.offset = length < 0 ? this.text.length : start + length;
    } else {
      const close = this.text.startsWith('/*', start) ? this.text.indexOf('*/', start + 2) : -1;
      if (close < 0) {
        throw GIVE_UP;
      }
      this.offset = close + 2;
    }
    this.comments.push(this.spanFrom(start));
  }
}

/** @throws GIVE_UP for an escape that JSON does not know */
function readEscapes(written: string): string {
  try {
    return String(JSON.parse(written));
  } catch {
    throw GIVE_UP;
  }
}
