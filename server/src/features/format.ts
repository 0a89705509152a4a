import { applyEdits as applyJsonEdits, format as formatJson } from 'jsonc-parser';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { FormattingOptions, Range, TextEdit } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis/analysis.js';
import type { SyntaxProblemCode } from '../syntax/frontEnd.js';
import { detectFormatting } from '../syntax/jsonEditor.js';
import { toRange, toSpan } from './ranges.js';

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
  const span = range === undefined ? undefined : toSpan(document, range);
  const edits = formatJson(
    text,
    span === undefined ? undefined : { offset: Math.max(0, span.start - skipped), length: span.end - span.start },
    {
      tabSize: options.tabSize,
      insertSpaces: options.insertSpaces,
      insertFinalNewline: options.insertFinalNewline ?? false,
      eol: detectFormatting(text).eol,
      keepLines: false,
    },
  );
  if (applyJsonEdits(text, edits) === text) {
    return [];
  }
  return edits
    .filter(({ offset, length, content }) => text.slice(offset, offset + length) !== content)
    .map(({ offset, length, content }) => ({
      range: toRange(document, { start: offset + skipped, end: offset + length + skipped }),
      newText: content,
    }));
}
