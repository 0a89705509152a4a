import type { Answers, Inheritance, Selections } from '../policy/memo.js';
import type { Policy, Statement } from '../policy/model.js';
import { readStatement, withStatements } from '../policy/readPolicy.js';
import { shiftEntry } from '../source/shiftNode.js';
import { type Entry, findEntry, type MappingNode, type SequenceNode } from '../source/sourceNode.js';
import { type Span, shift } from '../source/span.js';
import { type FrontEnd, NO_EDITS, type ParsedSource } from '../syntax/frontEnd.js';
import { isSame, type Surroundings } from './keptFindings.js';

/** Pieces count from here on, far behind the end of every text: so that a span tells what it counts in. */
const FIRST_ORIGIN = 2 ** 28;
/** A mosaic that has come so far is made anew; well below the integers that JavaScript is quick with. */
const LAST_ORIGIN = 2 ** 30;

/** A statement, read once for as long as its text and its place in the list stay the same. */
export interface Piece {
  readonly text: string;
  /** Its spans count from an origin of its own. */
  readonly statement: Statement;
  /** What has been asked about the statement alone. */
  readonly answers: Answers;
}

/** A document without its statements. */
interface Shell {
  readonly frontEnd: FrontEnd;
  readonly languageId: string;
  readonly root: MappingNode;
  readonly entry: Entry;
  readonly list: SequenceNode;
  /** What stands before, between and behind the statements: one more than there are statements. */
  readonly gaps: readonly string[];
  /** Length of the text that `root` was read from. */
  readonly length: number;
}

/**
 * A policy put together of statements that were read from several versions of its document, so that a keystroke costs
 * the reading of one statement. Spans inside of statements count from the origin of each; `place` leads back.
 *
 * There is one for documents without mistakes and comments whose statements stand in a list of nothing else.
 */
export class Mosaic {
  readonly policy: Policy;
  private readonly selections: Selections = new Map();
  /** What the answers about its statements depend on beside their text; undefined while nobody has asked. */
  private surroundings: Surroundings | undefined;
  private starts: readonly number[] | undefined;
  private origins: readonly Place[] | undefined;

  private constructor(
    readonly text: string,
    private readonly shell: Shell,
    readonly pieces: readonly Piece[],
    /** Where the next piece counts from. */
    private readonly nextOrigin: number,
    previous: Mosaic | undefined,
    /** What differs from the mosaic that this one was made of, where that is one statement. */
    private earlier?: Inheritance['earlier'],
  ) {
    this.surroundings = previous?.surroundings;
    const root = assemble(shell, pieces, text.length - shell.length);
    this.policy = withStatements(
      root,
      pieces.map(({ statement }) => statement),
    );
  }

  /**
   * @param previous that of an earlier version, if there is one: its pieces are used where they fit
   * @returns undefined when the document is of another form
   */
  static of(source: ParsedSource, frontEnd: FrontEnd, previous: Mosaic | undefined): Mosaic | undefined {
    const shell = readShell(source, frontEnd);
    if (shell === undefined) {
      return undefined;
    }
    let origin = previous === undefined || previous.nextOrigin > LAST_ORIGIN ? FIRST_ORIGIN : previous.nextOrigin;
    const usable = origin === FIRST_ORIGIN ? [] : (previous?.pieces ?? []);
    const pieces: Piece[] = [];
    for (const [index, { span }] of shell.list.items.entries()) {
      const text = source.text.slice(span.start, span.end);
      const known = usable[index];
      const piece = known?.text === text ? known : readPiece(shell, text, index, origin);
      if (piece === undefined) {
        return undefined;
      }
      pieces.push(piece);
      origin += text.length + 1;
    }
    return new Mosaic(source.text, shell, pieces, origin, previous);
  }

  /** The mosaic of a text that differs in one statement at most; undefined when it differs in more, or is not plain. */
  with(text: string): Mosaic | undefined {
    if (this.nextOrigin > LAST_ORIGIN) {
      return undefined;
    }
    const { gaps } = this.shell;
    const grown = text.length - this.text.length;
    let pieces = this.pieces;
    let earlier: Inheritance['earlier'];
    let offset = 0;
    let origin = this.nextOrigin;
    for (const [index, known] of this.pieces.entries()) {
      const gap = gaps[index] ?? '';
      const start = offset + gap.length;
      if (!text.startsWith(gap, offset)) {
        return undefined;
      }
      offset = start + known.text.length;
      if (!text.startsWith(known.text, start)) {
        offset += grown;
        const piece =
          pieces === this.pieces ? readPiece(this.shell, text.slice(start, offset), index, origin) : undefined;
        if (piece === undefined) {
          return undefined;
        }
        pieces = this.pieces.with(index, piece);
        origin += piece.text.length + 1;
        earlier = { selections: this.selections, before: known.statement, after: piece.statement };
      }
    }
    const isWhole = text.slice(offset) === gaps.at(-1);
    return isWhole ? new Mosaic(text, this.shell, pieces, origin, this, earlier) : undefined;
  }

  /** The span in the document's text of one that counts from an origin, or of any other. */
  place(span: Span): Span {
    const { origin, index } = this.pieceAt(span.start);
    return index < 0 ? span : shift(span, this.startOf(index) - origin);
  }

  /** What is known of the policy without reading anything anew. */
  get inheritance(): Inheritance {
    const answers = this.pieces.map((piece) => [piece.statement, piece.answers] as const);
    return { answers, selections: this.selections, ...(this.earlier !== undefined && { earlier: this.earlier }) };
  }

  /**
   * To be called before rules are asked. What is known of the statements is void under other surroundings than those in
   * which it was asked, even when documents without a mosaic stood between.
   */
  begin(surroundings: Surroundings): void {
    if (this.surroundings !== undefined && !isSame(surroundings, this.surroundings)) {
      for (const { answers } of this.pieces) {
        answers.clear();
      }
      this.selections.clear();
      this.earlier = undefined;
    }
    this.surroundings = surroundings;
  }

  /** The document as rules look at it to find mistakes; its editor makes no edits. */
  get source(): ParsedSource {
    const { text } = this;
    return {
      text,
      languageId: this.shell.languageId,
      root: this.policy.node,
      problems: [],
      comments: [],
      textOf: (span) => this.textOf(span),
      editor: NO_EDITS,
    };
  }

  /** Offset in the document's text at which a statement begins. */
  startOf(index: number): number {
    this.starts ??= listStarts(this.shell.gaps, this.pieces);
    return this.starts[index] ?? 0;
  }

  /** The text of a span that counts from an origin, or of any other. */
  textOf(span: Span): string {
    const { start, end } = this.place(span);
    return this.text.slice(start, end);
  }

  /** The piece that an offset counts in; index -1 when it counts in the text. */
  private pieceAt(offset: number): Place {
    if (offset < FIRST_ORIGIN) {
      return IN_TEXT;
    }
    this.origins ??= this.pieces
      .map(({ statement: { span } }, index) => ({ origin: span.start, index }))
      .sort((a, b) => a.origin - b.origin);
    let low = 0;
    let high = this.origins.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.origins[middle]?.origin ?? 0) <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return this.origins[low - 1] ?? IN_TEXT;
  }
}

interface Place {
  readonly origin: number;
  readonly index: number;
}

const IN_TEXT: Place = { origin: 0, index: -1 };

function listStarts(gaps: readonly string[], pieces: readonly Piece[]): number[] {
  let offset = 0;
  return pieces.map(({ text }, index) => {
    const start = offset + (gaps[index]?.length ?? 0);
    offset = start + text.length;
    return start;
  });
}

function readShell(source: ParsedSource, frontEnd: FrontEnd): Shell | undefined {
  const { root, text, languageId } = source;
  const entry = root?.kind === 'mapping' ? findEntry(root, 'Statement') : undefined;
  const list = entry?.value;
  if (
    root?.kind !== 'mapping' ||
    entry === undefined ||
    list?.kind !== 'sequence' ||
    list.items.length === 0 ||
    list.items.some(({ kind }) => kind !== 'mapping') ||
    source.problems.length > 0 ||
    source.comments.length > 0 ||
    // The name must be there in plain letters: it is what tells that the text may be a policy at all.
    text.slice(entry.key.span.start + 1, entry.key.span.end - 1) !== 'Statement'
  ) {
    return undefined;
  }
  const edges = [0, ...list.items.flatMap(({ span }) => [span.start, span.end]), text.length];
  const gaps = list.items.map((_, index) => copy(text.slice(edges[2 * index], edges[2 * index + 1])));
  gaps.push(copy(text.slice(edges.at(-2))));
  return { frontEnd, languageId, root, entry, list, gaps, length: text.length };
}

function readPiece({ frontEnd, languageId }: Shell, text: string, index: number, origin: number): Piece | undefined {
  const own = copy(text);
  const node = frontEnd.readMapping(own, languageId, origin);
  return node === undefined
    ? undefined
    : { text: own, statement: readStatement(node, index, pathOf(index)), answers: new Map() };
}

/** The tree of the document; what stands behind the statements is `by` characters further on than where it was read. */
function assemble({ root, entry, list }: Shell, pieces: readonly Piece[], by: number): MappingNode {
  const items = pieces.map(({ statement }) => statement.node);
  const value: SequenceNode = { ...list, span: longer(list.span, by), items };
  const entries = root.entries.map((other) => {
    if (other === entry) {
      return { ...entry, span: longer(entry.span, by), value };
    }
    return by === 0 || other.span.start < entry.span.start ? other : shiftEntry(other, by);
  });
  return { ...root, span: longer(root.span, by), entries };
}

function longer({ start, end }: Span, by: number): Span {
  return { start, end: end + by };
}

function pathOf(index: number): readonly (string | number)[] {
  return ['Statement', index];
}

/** A copy of its own: a piece of a text would keep the whole version in memory. */
function copy(text: string): string {
  return ` ${text}`.slice(1);
}
