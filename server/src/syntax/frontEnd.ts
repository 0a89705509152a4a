import type { MappingNode, Path, ScalarNode, SourceNode, TextEdit } from '../source/sourceNode.js';
import type { Span } from '../source/span.js';

/** Deeper than any policy by far, and shallow enough for every recursive reader of a tree. */
export const MAX_DEPTH = 200;

/** Why a text is not what its syntax asks for. The rule `json-syntax` words them. */
export type SyntaxProblemCode =
  | 'byte-order-mark'
  | 'comment'
  | 'trailing-comma'
  | 'single-quotes'
  | 'missing-comma'
  | 'missing-colon'
  | 'missing-value'
  | 'missing-property-name'
  | 'unclosed'
  | 'unclosed-string'
  | 'invalid-escape'
  | 'invalid-character'
  | 'invalid-token'
  | 'text-after-end'
  | 'too-deep';

export interface SyntaxProblem {
  readonly code: SyntaxProblemCode;
  readonly span: Span;
}

export interface SourceComment {
  readonly span: Span;
  /** Without its comment marks, trimmed. */
  readonly text: string;
}

/** One version of a document, read once. */
export interface ParsedSource {
  readonly text: string;
  readonly languageId: string;
  /** Undefined when there is nothing to make a tree of. */
  readonly root: SourceNode | undefined;
  readonly problems: readonly SyntaxProblem[];
  readonly comments: readonly SourceComment[];
  /** The text of one of the tree's nodes, as it was written. */
  textOf(span: Span): string;
  /** Makes edits in the way of this syntax (commas, quotes, indentation). */
  readonly editor: SourceEditor;
}

/** Computes edits; changes nothing itself. Paths name nodes as `locate` does. */
export interface SourceEditor {
  /** Sets the value at `path`, or adds it: as the entry at `position` of its mapping, or as the last. */
  set(path: Path, value: unknown, position?: number): readonly TextEdit[];
  /**
   * Adds `value` to the sequence at `path`, before position `index`, or at its end. A single value that stands there
   * becomes a sequence with it.
   */
  insert(path: Path, value: unknown, index?: number): readonly TextEdit[];
  /** Removes the entry or item at `path`, with its comma. */
  remove(path: Path): readonly TextEdit[];
  /** Replaces a string where it stands; also used for keys. */
  replaceString(node: ScalarNode, value: string): readonly TextEdit[];
}

/** For those who look at a document and want no fixes. */
export const NO_EDITS: SourceEditor = { set: () => [], insert: () => [], remove: () => [], replaceString: () => [] };

/** Text to tree, for one syntax. Never throws, whatever the text. */
export interface FrontEnd {
  readonly languageIds: readonly string[];
  parse(text: string, languageId: string): ParsedSource;
  /**
   * Reads a text that is one mapping from its first character to its last, with no mistake and no comment in it, as it
   * would be read inside of a document.
   *
   * @param origin what the spans count the text's first character as
   * @returns undefined for every other text
   */
  readMapping(text: string, languageId: string, origin: number): MappingNode | undefined;
}
