import type { PolicyDocument } from './analysis.js';

/** Problems after which the rest of the text still says what it means. */
const HARMLESS: ReadonlySet<string> = new Set(['byte-order-mark', 'comment', 'trailing-comma']);

/** True when a text is broken or not typed to its end, so that its policy may be another than the one that is meant. */
export function hasBrokenSyntax({ source }: PolicyDocument): boolean {
  return source.problems.some(({ code }) => !HARMLESS.has(code));
}
