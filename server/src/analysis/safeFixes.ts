import { applyEdits } from '../source/applyEdits.js';
import type { TextEdit } from '../source/sourceNode.js';
import type { Span } from '../source/span.js';
import type { Analysis, ReportedFinding } from './analysis.js';

/** Each round mends what the one before laid open; more than this means that two fixes undo each other. */
const MAX_ROUNDS = 10;

/** Edits of the safe fixes, one fix a finding at most. A fix that overlaps an earlier one is left for the next round. */
export function collectSafeEdits(findings: readonly ReportedFinding[]): readonly TextEdit[] {
  const taken: TextEdit[] = [];
  for (const finding of findings) {
    const edits = finding.fixes?.find((fix) => fix.safe)?.edits() ?? [];
    if (edits.length > 0 && !edits.some((edit) => taken.some((other) => overlaps(edit.span, other.span)))) {
      taken.push(...edits);
    }
  }
  return taken;
}

/**
 * Applies safe fixes until none is left.
 *
 * @param analyze reads a changed text in the same way as the first one was read
 * @returns the mended text, and how many rounds it took; the text unchanged when nothing can be mended
 */
export function applySafeFixes(
  analysis: Analysis,
  analyze: (text: string) => Analysis,
): { readonly text: string; readonly rounds: number } {
  let current = analysis;
  for (let rounds = 0; rounds < MAX_ROUNDS; rounds++) {
    const next = applyEdits(current.text, collectSafeEdits(current.findings()));
    if (next === current.text) {
      return { text: next, rounds };
    }
    current = analyze(next);
  }
  return { text: current.text, rounds: MAX_ROUNDS };
}

/** Touching counts: two edits at one place would depend on their order. */
function overlaps(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}
