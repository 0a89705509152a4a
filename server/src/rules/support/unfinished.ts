import type { Span } from '../../source/span.js';
import type { SyntaxProblemCode } from '../../syntax/frontEnd.js';
import type { RuleContext } from '../rule.js';

/** Slips that leave nothing out: the tree is as complete as without them. */
const HARMLESS: ReadonlySet<SyntaxProblemCode> = new Set([
  'byte-order-mark',
  'comment',
  'invalid-escape',
  'invalid-character',
]);

/**
 * True when the text within a span is still being typed, so that what is missing there may be about to come. Rules that
 * miss something, or judge a value, stay silent then: `json-syntax` has said all there is to say.
 */
export function isUnfinished({ source }: Pick<RuleContext, 'source'>, span: Span): boolean {
  return source.problems.some(
    (problem) => !HARMLESS.has(problem.code) && problem.span.start <= span.end && problem.span.end >= span.start,
  );
}
