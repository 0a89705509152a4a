/** What a character that policies do not take most probably stood for; empty for those that cannot be seen. */
const REPLACEMENTS: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u201A\u201B\u2032\u02BC]/g, "'"],
  [/[\u201C\u201D\u201E\u201F\u2033]/g, '"'],
  [/[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g, '-'],
  [/[\u2000-\u200A\u202F\u205F\u3000]/g, ' '],
  [/[\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]|\uFE0E|\uFE0F/g, ''],
  [/\u2026/g, '...'],
  [/[\u2022\u2023]/g, '-'],
  [/\uFF0A/g, '*'],
  [/\uFF1A/g, ':'],
  [/\uFF0C/g, ','],
  [/\uFF0F/g, '/'],
];

/** The text with typographic characters written in ASCII. Letters of other scripts stay: nobody can guess those. */
export function toPlainAscii(text: string): string {
  return REPLACEMENTS.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text);
}

/** True when the text holds Korean letters, composed or not. */
export function hasHangul(text: string): boolean {
  return /\p{Script=Hangul}/u.test(text);
}
