import { format as formatJson } from 'jsonc-parser';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { FormattingOptions, Range, TextEdit } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis/analysis.js';
import { applyEdits } from '../source/applyEdits.js';
import type { Span } from '../source/span.js';
import type { SyntaxProblemCode } from '../syntax/frontEnd.js';
import { detectFormatting } from '../syntax/jsonEditor.js';
import { toRange } from './ranges.js';

/** Slips that leave no doubt about the document's shape. After any other, moving lines would make it worse. */
const HARMLESS: ReadonlySet<SyntaxProblemCode> = new Set(['comment', 'trailing-comma', 'byte-order-mark']);

/**
 * Edits that give a policy the editor's indentation, keeping comments and line ends. None for documents that are no
 * policy or that cannot be read to the end; applying them twice changes nothing more.
 *
 * @param range formats only the lines it touches
 */
export function format(
  analysis: Analysis,
  document: TextDocument,
  options: FormattingOptions,
  range?: Range,
): TextEdit[] {
  if (analysis.document?.source.problems.some(({ code }) => !HARMLESS.has(code)) !== false) {
    return [];
  }
  // The formatter takes a byte order mark for content and would put the policy on a second line.
  const skipped = analysis.text.startsWith('\uFEFF') ? 1 : 0;
  const text = analysis.text.slice(skipped);
  const edits = formatJson(text, undefined, {
    tabSize: options.tabSize,
    insertSpaces: options.insertSpaces,
    insertFinalNewline: options.insertFinalNewline ?? false,
    eol: detectFormatting(text).eol,
    keepLines: false,
  });
  // Not by the parser's own function, which copies the text for each of thousands of edits.
  const applied = applyEdits(
    text,
    edits.map(({ offset, length, content }) => ({ span: { start: offset, end: offset + length }, newText: content })),
  );
  if (applied === text) {
    return [];
  }
  const lines = range === undefined ? undefined : linesOf(document, range);
  return edits
    .filter(({ offset, length, content }) => text.slice(offset, offset + length) !== content)
    .filter(
      ({ offset, length }) =>
        lines === undefined || (offset + skipped < lines.end && offset + length + skipped > lines.start),
    )
    .map(({ offset, length, content }) => ({
      range: toRange(document, { start: offset + skipped, end: offset + length + skipped }),
      newText: content,
    }));
}

/**
 * The lines that a range touches, without the last line's end. The formatter is asked for the whole document all the same:
 * of a part alone it cannot know how far in it stands.
 */
function linesOf(document: TextDocument, { start, end }: Range): Span {
  const text = document.getText();
  const endOfLine = text.indexOf('\n', document.offsetAt(end));
  return {
    start: document.offsetAt({ line: start.line, character: 0 }),
    end: endOfLine < 0 ? text.length : endOfLine,
  };
}
