import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * The Korean of every area in one map, sorted by the English. Authors keep one file per area in `l10n/src/ko/`, so that
 * two people rarely touch the same one.
 *
 * @throws Error when two areas translate one string differently: the product would speak with two voices
 */
export async function readKorean(root) {
  const directory = path.join(root, 'l10n', 'src', 'ko');
  const areas = (await readdir(directory).catch(() => [])).filter((name) => name.endsWith('.json')).sort();
  const merged = new Map();
  for (const area of areas) {
    const strings = JSON.parse(await readFile(path.join(directory, area), 'utf8'));
    for (const [english, korean] of Object.entries(strings)) {
      const before = merged.get(english);
      if (before !== undefined && before.korean !== korean) {
        throw new Error(
          `Two translations of "${english}": "${before.korean}" in ${before.area}, "${korean}" in ${area}. Choose one.`,
        );
      }
      merged.set(english, { korean, area });
    }
  }
  return new Map([...merged].sort(([a], [b]) => (a < b ? -1 : 1)).map(([english, { korean }]) => [english, korean]));
}
