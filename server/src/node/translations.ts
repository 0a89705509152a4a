import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The translations for a locale (`ko`, `ko-KR`, `ko_KR.UTF-8`), from `bundle.l10n.<language>.json` in a directory.
 * Undefined for English, for languages without a bundle, and when the bundle cannot be read: English then serves all.
 */
export function loadTranslations(directory: string, locale: string): Record<string, string> | undefined {
  const language = /^[a-z]{2,3}/i.exec(locale)?.[0].toLowerCase();
  if (language === undefined || language === 'en') {
    return undefined;
  }
  try {
    const file = path.join(directory, `bundle.l10n.${language}.json`);
    const bundle: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isTranslations(bundle) ? bundle : undefined;
  } catch {
    return undefined;
  }
}

function isTranslations(value: unknown): value is Record<string, string> {
  return typeof value === 'object' && value !== null && Object.values(value).every((text) => typeof text === 'string');
}
