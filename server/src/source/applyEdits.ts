import type { TextEdit } from './sourceNode.js';

/** Applies edits whose spans refer to `text` and do not overlap. Insertions at one place keep their order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => a.edit.span.start - b.edit.span.start || a.edit.span.end - b.edit.span.end || a.index - b.index);
  let result = '';
  let offset = 0;
  for (const { edit } of ordered) {
    if (edit.span.start < offset) {
      throw new Error(`Edits overlap at offset ${edit.span.start}.`);
    }
    result += text.slice(offset, edit.span.start) + edit.newText;
    offset = edit.span.end;
  }
  return result + text.slice(offset);
}
