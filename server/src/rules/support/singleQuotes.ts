import type { Span } from '../../source/span.js';
import { excerpt } from './excerpt.js';

export interface SingleQuoted {
  readonly span: Span;
  /** What stands between the quotes, for messages. */
  readonly content: string;
  /** The same as a JSON string. */
  readonly replacement: string;
}

/** The string in single quotes at `start`. Undefined when it does not end on its line. */
export function findSingleQuoted(text: string, start: number): SingleQuoted | undefined {
  const pattern = /'((?:[^'\\\r\n]|\\.)*)'/y;
  pattern.lastIndex = start;
  const content = pattern.exec(text)?.[1];
  if (content === undefined) {
    return undefined;
  }
  const escaped = content
    .replace(/\\'/g, "'")
    .replace(/(\\.)|"/g, (_, escaping: string | undefined) => escaping ?? '\\"');
  return {
    span: { start, end: start + content.length + 2 },
    content: excerpt(content),
    replacement: `"${escaped}"`,
  };
}
