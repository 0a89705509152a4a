import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit as LspTextEdit, Range } from 'vscode-languageserver-types';
import type { TextEdit } from '../source/sourceNode.js';
import type { Span } from '../source/span.js';

/** Engine offsets to LSP lines and characters. */
export function toRange(document: TextDocument, span: Span): Range {
  return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
}

/** LSP lines and characters to engine offsets. */
export function toSpan(document: TextDocument, range: Range): Span {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

export function toLspEdits(document: TextDocument, edits: readonly TextEdit[]): LspTextEdit[] {
  return edits.map(({ span, newText }) => ({ range: toRange(document, span), newText }));
}
