import type { Span } from '../../source/span.js';
import type { SyntaxProblemCode } from '../../syntax/frontEnd.js';
import type { RuleContext } from '../rule.js';

/** After these the tree still holds all that was written. */
const HARMLESS: ReadonlySet<SyntaxProblemCode> = new Set([
  'byte-order-mark',
  'comment',
  'invalid-escape',
  'invalid-character',
  'text-after-end',
]);

/**
 * True when the text within `span` (a mapping's or a sequence's) is still being typed, so that what seems to be missing
 * may be about to come. Rules that look for missing things stay silent then; `json-syntax` speaks.
 */
export function isUnfinished({ source }: Pick<RuleContext, 'source'>, span: Span): boolean {
  // A problem at the very start concerns what stands before the span, e.g. a missing comma.
  return source.problems.some(
    (problem) =>
      !HARMLESS.has(problem.code) &&
      problem.span.start > span.start &&
      (problem.span.start < span.end || span.end === source.text.length),
  );
}
