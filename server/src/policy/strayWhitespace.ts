/** Blanks of every width, and the characters of no width that copied text brings along. */
const STRAY = '[\\s\\u200B-\\u200D\\u2060]+';
const LEADING = new RegExp(`^${STRAY}`);
const TRAILING = new RegExp(`${STRAY}$`);

/** The text without blank and invisible characters at its ends. */
export function trimInvisible(text: string): string {
  return text.replace(LEADING, '').replace(TRAILING, '');
}

/** True when blank or invisible characters stand at an end of a text that has others too. */
export function hasStrayWhitespace(text: string): boolean {
  const trimmed = trimInvisible(text);
  return trimmed !== '' && trimmed !== text;
}
