import type { Span } from '../../source/span.js';

/**
 * Where a finding about something missing from a mapping stands: at its opening bracket, as in JSON schema checkers.
 * Marking all of a statement would drown the findings inside it.
 */
export function openingOf({ span }: { readonly span: Span }): Span {
  return { start: span.start, end: Math.min(span.start + 1, span.end) };
}
