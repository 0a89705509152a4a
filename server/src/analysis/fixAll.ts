import { applyEdits } from '../source/applyEdits.js';
import type { TextEdit } from '../source/sourceNode.js';
import type { DocumentInput, ReportedFinding } from './analysis.js';
import type { Analyzer } from './analyzer.js';

/** Enough for fixes that uncover others; an end in any case. */
const MAX_ROUNDS = 20;

/**
 * Applies safe fixes until none is left.
 *
 * @returns the text after them; the same text when there was nothing to fix
 */
export function fixAll(analyzer: Analyzer, input: DocumentInput): string {
  let { text } = input;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const edits = nonOverlapping(analyzer.analyze({ ...input, text }).findings());
    const next = applyEdits(text, edits);
    if (next === text) {
      return text;
    }
    text = next;
  }
  return text;
}

/** The edits of as many safe fixes as touch different places; the others have their turn in the next round. */
function nonOverlapping(findings: readonly ReportedFinding[]): TextEdit[] {
  const taken: TextEdit[] = [];
  for (const finding of findings) {
    const edits = finding.fixes?.find((fix) => fix.safe)?.edits() ?? [];
    if (edits.every((edit) => taken.every((other) => !overlap(edit, other)))) {
      taken.push(...edits);
    }
  }
  return taken;
}

/** Touching counts: two insertions at one place could land in either order. */
function overlap(a: TextEdit, b: TextEdit): boolean {
  return a.span.start <= b.span.end && b.span.start <= a.span.end;
}
