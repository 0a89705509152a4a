import { type JSONVisitor, type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser';
import type { Entry, ScalarNode, SourceNode } from '../source/sourceNode.js';
import type { Span } from '../source/span.js';
import {
  type FrontEnd,
  MAX_DEPTH,
  type ParsedSource,
  type SourceComment,
  type SyntaxProblem,
  type SyntaxProblemCode,
} from './frontEnd.js';
import { createJsonEditor } from './jsonEditor.js';

const PROBLEM_CODES: Readonly<Record<string, SyntaxProblemCode>> = {
  InvalidSymbol: 'invalid-token',
  InvalidNumberFormat: 'invalid-token',
  PropertyNameExpected: 'missing-property-name',
  ValueExpected: 'missing-value',
  ColonExpected: 'missing-colon',
  CommaExpected: 'missing-comma',
  CloseBraceExpected: 'unclosed',
  CloseBracketExpected: 'unclosed',
  EndOfFileExpected: 'text-after-end',
  InvalidCommentToken: 'comment',
  UnexpectedEndOfComment: 'comment',
  UnexpectedEndOfString: 'unclosed-string',
  UnexpectedEndOfNumber: 'invalid-token',
  InvalidUnicode: 'invalid-escape',
  InvalidEscapeCharacter: 'invalid-escape',
  InvalidCharacter: 'invalid-character',
};

/** After these the parser has lost a token, and the next complaint is about the gap. */
const DERAILING: ReadonlySet<SyntaxProblemCode> = new Set(['single-quotes', 'invalid-token', 'trailing-comma']);

/** JSON and JSON with comments. Comments and trailing commas are problems in `json` and welcome in `jsonc`. */
export const jsonFrontEnd: FrontEnd = { languageIds: ['json', 'jsonc'], parse: parseJson };

function parseJson(text: string, languageId: string): ParsedSource {
  const problems: SyntaxProblem[] = [];
  const comments: SourceComment[] = [];
  const lenient = languageId === 'jsonc';
  let readable = text;
  if (text.startsWith('\uFEFF')) {
    problems.push({ code: 'byte-order-mark', span: { start: 0, end: 1 } });
    readable = ` ${text.slice(1)}`;
  }
  const toSource = (root: SourceNode | undefined): ParsedSource => ({
    text,
    languageId,
    root,
    problems,
    comments,
    editor: createJsonEditor(text, root, comments),
  });
  const tooDeep = findTooDeep(readable);
  if (tooDeep !== undefined) {
    problems.push({ code: 'too-deep', span: { start: tooDeep, end: tooDeep + 1 } });
    return toSource(undefined);
  }
  const builder = new TreeBuilder(readable, problems, comments, lenient);
  visit(readable, builder.visitor, { disallowComments: false, allowTrailingComma: lenient });
  return toSource(builder.finish());
}

/** Offset of the first bracket below the permitted depth; a recursive parser must not see such a text. */
function findTooDeep(text: string): number | undefined {
  let depth = 0;
  let inString = false;
  for (let offset = 0; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (inString) {
      if (code === 0x5c) {
        offset++;
      } else if (code === 0x22 || code === 0x0a) {
        inString = false;
      }
    } else if (code === 0x22) {
      inString = true;
    } else if (code === 0x7b || code === 0x5b) {
      if (++depth > MAX_DEPTH) {
        return offset;
      }
    } else if (code === 0x7d || code === 0x5d) {
      depth = Math.max(0, depth - 1);
    }
  }
  return undefined;
}

type OpenNode = { readonly start: number } & (
  | { readonly kind: 'mapping'; readonly entries: Entry[]; pendingKey: ScalarNode | undefined; separatorEnd: number }
  | { readonly kind: 'sequence'; readonly items: SourceNode[] }
);

/** Builds the tree from the parser's events, in one pass and without a parser's own nodes. */
class TreeBuilder {
  private readonly open: OpenNode[] = [];
  private root: SourceNode | undefined;

  constructor(
    private readonly text: string,
    private readonly problems: SyntaxProblem[],
    private readonly comments: SourceComment[],
    private readonly lenient: boolean,
  ) {}

  readonly visitor: JSONVisitor = {
    onObjectBegin: (offset) => {
      this.open.push({ kind: 'mapping', start: offset, entries: [], pendingKey: undefined, separatorEnd: offset });
    },
    onObjectProperty: (value, offset, length) => {
      const mapping = this.open.at(-1);
      if (mapping?.kind === 'mapping') {
        this.flushKey(mapping);
        mapping.pendingKey = { kind: 'scalar', span: this.spanOf(offset, length), value };
        mapping.separatorEnd = offset + length;
      }
    },
    onSeparator: (character, offset) => {
      const mapping = this.open.at(-1);
      if (mapping?.kind === 'mapping' && character === ':') {
        mapping.separatorEnd = offset + 1;
      }
    },
    onObjectEnd: (offset, length) => this.close(this.spanOf(offset, length).end),
    onArrayBegin: (offset) => {
      this.open.push({ kind: 'sequence', start: offset, items: [] });
    },
    onArrayEnd: (offset, length) => this.close(this.spanOf(offset, length).end),
    onLiteralValue: (value, offset, length) => {
      this.add({ kind: 'scalar', span: this.spanOf(offset, length), value });
    },
    onComment: (offset, length) => this.addComment(this.spanOf(offset, length)),
    onError: (error, offset, length) => this.addProblem(error, this.spanOf(offset, length)),
  };

  /** The parser takes a block comment that is never closed for one character longer than the text. */
  private spanOf(offset: number, length: number): Span {
    const { length: most } = this.text;
    return { start: Math.min(offset, most), end: Math.min(offset + length, most) };
  }

  finish(): SourceNode | undefined {
    while (this.open.length > 0) {
      this.close(this.text.length);
    }
    return this.root;
  }

  private close(end: number): void {
    const node = this.open.pop();
    if (node === undefined) {
      return;
    }
    const span = { start: node.start, end };
    if (node.kind === 'mapping') {
      this.flushKey(node);
      this.add({ kind: 'mapping', span, entries: node.entries });
    } else {
      this.add({ kind: 'sequence', span, items: node.items });
    }
  }

  private flushKey(mapping: OpenNode & { kind: 'mapping' }): void {
    if (mapping.pendingKey !== undefined) {
      const span = { start: mapping.pendingKey.span.start, end: mapping.separatorEnd };
      mapping.entries.push({ span, key: mapping.pendingKey, value: undefined });
      mapping.pendingKey = undefined;
    }
  }

  private add(node: SourceNode): void {
    const parent = this.open.at(-1);
    if (parent === undefined) {
      this.root ??= node;
    } else if (parent.kind === 'sequence') {
      parent.items.push(node);
    } else if (parent.pendingKey !== undefined) {
      const key = parent.pendingKey;
      parent.entries.push({ span: { start: key.span.start, end: node.span.end }, key, value: node });
      parent.pendingKey = undefined;
    }
  }

  private addComment(span: Span): void {
    const raw = this.text.slice(span.start, span.end);
    this.comments.push({ span, text: raw.replace(/^\/\/|^\/\*|\*\/$/g, '').trim() });
    if (!this.lenient) {
      this.problems.push({ code: 'comment', span });
    }
  }

  private addProblem(error: ParseErrorCode, span: Span): void {
    const code = PROBLEM_CODES[printParseErrorCode(error)] ?? 'invalid-token';
    if (this.isConsequence(code, span)) {
      return;
    }
    const token = this.text.slice(span.start, span.end);
    if (token.startsWith("'")) {
      this.problems.push({ code: 'single-quotes', span });
      return;
    }
    const closes = /^[}\]]$/.test(token);
    if (closes && (code === 'missing-property-name' || code === 'missing-value')) {
      const comma = this.lastTokenBefore(span.start);
      if (comma !== undefined && this.text[comma] === ',') {
        const commaSpan = { start: comma, end: comma + 1 };
        if (!this.isConsequence('trailing-comma', commaSpan)) {
          this.problems.push({ code: 'trailing-comma', span: commaSpan });
        }
        return;
      }
    }
    this.problems.push({ code, span });
  }

  /** One slip makes a parser stumble several times; only the first stumble helps the reader. */
  private isConsequence(code: SyntaxProblemCode, span: Span): boolean {
    const previous = this.problems.at(-1);
    if (previous === undefined) {
      return false;
    }
    if (code.startsWith('missing-') && this.problems.some((problem) => problem.code === 'single-quotes')) {
      return true;
    }
    if (previous.span.start === span.start || (code === 'unclosed' && previous.code === 'unclosed')) {
      return true;
    }
    return DERAILING.has(previous.code) && /^[\s:,]*$/.test(this.text.slice(previous.span.end, span.start));
  }

  /** Offset of the last character before `offset` that is neither blank nor in a comment. */
  private lastTokenBefore(offset: number): number | undefined {
    let index = offset - 1;
    while (index >= 0) {
      const comment = this.comments.findLast(
        (candidate) => candidate.span.start <= index && index < candidate.span.end,
      );
      if (comment !== undefined) {
        index = comment.span.start - 1;
      } else if (/\s/.test(this.text[index] ?? '')) {
        index--;
      } else {
        return index;
      }
    }
    return undefined;
  }
}
