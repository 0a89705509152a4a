import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { getL10nJson } from '@vscode/l10n-dev';
import { globbySync } from 'globby';
import { describe, expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8').replaceAll('\r\n', '\n');
const readStrings = (file: string) => JSON.parse(read(file)) as Record<string, string>;

const areas = readdirSync(path.join(root, 'l10n/src/ko')).filter((file) => file.endsWith('.json'));
const korean = new Map(areas.flatMap((file) => Object.entries(readStrings(`l10n/src/ko/${file}`))));

/** First paragraph below the title of each rule's page: it is shown as text of the product. */
const summaries = globbySync('docs/rules/*.md', { cwd: root, ignore: ['**/{README,coverage,facts}.md'] }).map((file) =>
  (read(file).split('\n\n')[1] ?? '').replaceAll('\n', ' ').trim(),
);

const placeholders = (text: string) => [...text.matchAll(/\{\d+\}/g)].map(([found]) => found).sort();
const hangul = /[\uac00-\ud7a3]/;

describe('the texts of the sources', async () => {
  const sources = globbySync(['client/src/**/*.ts', 'server/src/**/*.ts'], { cwd: root, ignore: ['**/generated/**'] })
    .map(read)
    .filter((text) => text.includes('l10n.t('));
  const isClient = (text: string) => text.includes("from 'vscode'");
  const joined = [sources.filter(isClient), sources.filter((text) => !isClient(text))].map((group) =>
    group.join('\n;\n'),
  );
  const exported = Object.keys(await getL10nJson(joined.map((contents) => ({ extension: '.ts' as const, contents }))));

  it('are found', () => {
    expect(exported.length).toBeGreaterThan(50);
  });

  it('all have a Korean translation', () => {
    expect([...exported, ...summaries].filter((text) => !korean.has(text))).toEqual([]);
  });

  it('have no translation left over from a text that is gone', () => {
    const used = new Set([...exported, ...summaries]);
    expect([...korean.keys()].filter((text) => !used.has(text))).toEqual([]);
  });
}, 120_000);

describe('the Korean translations', () => {
  it('keep the placeholders of the English', () => {
    const wrong = [...korean].filter(([english, text]) => placeholders(english).join() !== placeholders(text).join());
    expect(wrong).toEqual([]);
  });

  it('translate a text the same way in every area', () => {
    const seen = new Map<string, string>();
    const differing: string[] = [];
    for (const file of areas) {
      for (const [english, text] of Object.entries(readStrings(`l10n/src/ko/${file}`))) {
        if (seen.has(english) && seen.get(english) !== text) {
          differing.push(`${file}: ${english}`);
        }
        seen.set(english, text);
      }
    }
    expect(differing).toEqual([]);
  });

  it('are sorted within their area, so that two people can add to one', () => {
    const unsorted = areas.filter((file) => {
      const keys = Object.keys(readStrings(`l10n/src/ko/${file}`));
      return keys.join('\n') !== [...keys].sort().join('\n');
    });
    expect(unsorted).toEqual([]);
  });

  it('are Korean wherever the English holds a word', () => {
    // Names of commands, elements and operations stay as they are; a sentence does not.
    const foreign = [...korean].filter(([english, text]) => /[a-z]{2,} [a-z]{2,}/.test(english) && !hangul.test(text));
    expect(foreign).toEqual([]);
  });
});

describe('the texts of the manifest', () => {
  const manifest = read('package.json');
  const english = readStrings('package.nls.json');
  const translated = readStrings('package.nls.ko.json');

  it('exist for every key that the manifest uses', () => {
    const used = [...manifest.matchAll(/"%([\w.-]+)%"/g)].map(([, key = '']) => key);
    expect(used.length).toBeGreaterThan(5);
    expect(used.filter((key) => english[key] === undefined)).toEqual([]);
  });

  it('have the same keys in English and Korean', () => {
    expect(Object.keys(translated).sort()).toEqual(Object.keys(english).sort());
  });

  it('are all used', () => {
    expect(Object.keys(english).filter((key) => !manifest.includes(`"%${key}%"`))).toEqual([]);
  });
});
