/** Scheme of the read-only documents that show a key's policy. */
export const KEY_POLICY_SCHEME = 'sealwright-key';

const LANGUAGES = ['json', 'jsonc'] as const;

/** Documents that the server may see: JSON of any scheme, since policies live in remote and virtual folders, too. */
export const DOCUMENT_SELECTOR = LANGUAGES.map((language) => ({ language }));

export function isJsonLanguage(languageId: string): boolean {
  return LANGUAGES.some((language) => language === languageId);
}
