/** Characters of no width, which copied text brings along; nobody sees them anywhere. */
const INVISIBLE = /[\u200B-\u200F\u2060\uFEFF]/g;

/** The text without blanks of any width at its ends, and without invisible characters. */
export function trimInvisible(text: string): string {
  return text.replace(INVISIBLE, '').trim();
}

/**
 * True when a text has blanks at an end, or invisible characters, beside what can be seen. `string-stray-whitespace` and
 * `policy-charset` report that; rules about what the text names stay silent, since the name is not the mistake.
 */
export function hasStrayWhitespace(text: string): boolean {
  const trimmed = trimInvisible(text);
  return trimmed !== '' && trimmed !== text;
}
