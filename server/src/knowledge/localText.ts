/** Prose of ours in both languages of the product. */
export interface LocalText {
  readonly en: string;
  readonly ko: string;
}

/** The text for a locale such as `ko`, `ko-kr` or `en-US`; English for every language that we do not speak. */
export function pickText(text: LocalText, locale: string | undefined): string {
  return locale?.toLowerCase().split(/[-_]/)[0] === 'ko' ? text.ko : text.en;
}
