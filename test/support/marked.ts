import type { Span } from '../../server/src/source/span.js';

/** Reads a text in which `«` and `»` stand round spans; they may nest. Spans come in order of their starts. */
export function readMarked(marked: string): { text: string; spans: Span[] } {
  const spans: Span[] = [];
  const open: number[] = [];
  let text = '';
  for (const character of marked) {
    if (character === '«') {
      open.push(text.length);
    } else if (character === '»') {
      const start = open.pop();
      if (start === undefined) {
        throw new Error('A » has no « before it.');
      }
      spans.push({ start, end: text.length });
    } else {
      text += character;
    }
  }
  if (open.length > 0) {
    throw new Error('A « is never closed.');
  }
  return { text, spans: spans.sort((a, b) => a.start - b.start || a.end - b.end) };
}

/** Reads a text in which `$0` marks the cursor. */
export function readCursor(marked: string): { text: string; offset: number } {
  const offset = marked.indexOf('$0');
  if (offset < 0) {
    throw new Error('The text has no cursor mark $0.');
  }
  return { text: marked.replace('$0', ''), offset };
}
