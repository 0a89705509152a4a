/** Characters that a terminal shows two columns wide: Hangul, kana, CJK ideographs, full-width forms and emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;

/** Marks that take no column of their own. */
const ZERO = /[\p{Mn}\p{Me}\u200b-\u200f\ufeff]/u;

/** How many columns of a terminal a text takes (Unicode Standard Annex 11). */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    width += ZERO.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  }
  return width;
}

/** The text with blanks behind it, so that it takes at least `width` columns. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - textWidth(text)));
}
