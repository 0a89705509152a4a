/**
 * The bundles of run-time texts: English from the sources (`@vscode/l10n-dev` finds the calls), Korean merged from
 * `l10n/src/ko/*.json`.
 */

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { globby } from 'globby';
import { readRules } from './support/rulePages.mjs';
import { readKorean } from './support/translations.mjs';

// CommonJS, and it reads its grammars from beside its own file.
const { getL10nJson } = createRequire(import.meta.url)('@vscode/l10n-dev');

const SOURCES = ['client/src/**/*.ts', 'server/src/**/*.ts'];

export async function generate(root) {
  const english = await exportStrings(root);
  const korean = await readKorean(root);
  const { rules } = await readRules(root);
  const summaries = new Set(rules.map(({ page }) => page?.summary));
  const problems = [
    ...Object.keys(english)
      .filter((text) => !korean.has(text))
      .map((text) => `No Korean in l10n/src/ko for "${text}"`),
    ...[...korean.keys()]
      .filter((text) => english[text] === undefined && !summaries.has(text))
      .map((text) => `l10n/src/ko translates a text that no source uses: "${text}"`),
  ];
  return {
    files: new Map([
      ['l10n/bundle.l10n.json', toJson(english)],
      ['l10n/bundle.l10n.ko.json', toJson(Object.fromEntries(korean))],
    ]),
    problems,
  };
}

async function exportStrings(root) {
  const paths = (await globby(SOURCES, { cwd: root, ignore: ['**/generated/**'] })).sort();
  const contents = await Promise.all(paths.map((file) => readFile(path.join(root, file), 'utf8')));
  const withCalls = contents.filter((text) => text.includes('l10n.t('));
  const strings = await getL10nJson(inChunks(withCalls).map((text) => ({ extension: '.ts', contents: text })));
  return Object.fromEntries(Object.entries(strings).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Joins sources into a few larger ones, client and server apart since they import different modules: the exporter spends
 * most of its time on starting with a text.
 */
function inChunks(texts, maxLength = 80_000) {
  const isClient = (text) => text.includes("from 'vscode'");
  return [texts.filter(isClient), texts.filter((text) => !isClient(text))].flatMap((group) => {
    const chunks = [''];
    for (const text of group) {
      const last = chunks.length - 1;
      if (chunks[last].length + text.length > maxLength) {
        chunks.push(text);
      } else {
        chunks[last] += `\n;\n${text}`;
      }
    }
    return chunks;
  });
}

function toJson(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}
