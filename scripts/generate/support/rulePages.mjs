import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

export const RULES_DIRECTORY = 'server/src/rules';
export const PAGES_DIRECTORY = 'docs/rules';

/** Files among the pages that describe all rules together. */
const OVERVIEWS = ['README.md', 'coverage.md', 'facts.md'];

/**
 * Every rule of the product, sorted by id, with what its page says. A rule is a file of `server/src/rules` whose export is
 * made by `defineRule`.
 *
 * @returns {Promise<{ rules: { id, exportName, catalogue: string[], page?: { summary, level, fixable, since } }[],
 *   problems: string[] }>}
 */
export async function readRules(root) {
  const directory = path.join(root, RULES_DIRECTORY);
  const problems = [];
  const rules = [];
  const files = (await readdir(directory)).filter((name) => name.endsWith('.ts'));
  // Without the ending, which would put "a-b.ts" before "a.ts".
  for (const id of files.map((name) => path.basename(name, '.ts')).sort()) {
    const file = `${id}.ts`;
    const code = await readFile(path.join(directory, file), 'utf8');
    const exportName = /export const (\w+)(?:: \w+)? = defineRule\(/.exec(code)?.[1];
    if (exportName === undefined) {
      continue;
    }
    if (exportName !== camelCase(id)) {
      problems.push(`${RULES_DIRECTORY}/${file} exports "${exportName}"; expected "${camelCase(id)}".`);
    }
    const text = await readFile(path.join(root, PAGES_DIRECTORY, `${id}.md`), 'utf8').catch(() => undefined);
    const page = text === undefined ? undefined : parsePage(text);
    if (page === undefined || page.id !== id) {
      problems.push(
        `Rule "${id}" needs a page ${PAGES_DIRECTORY}/${id}.md that begins with "# ${id}", one sentence, and the line **Default**: … · **Fix**: … · **Since**: ….`,
      );
    }
    rules.push({ id, exportName, catalogue: listOf(code, 'catalogue'), page });
  }
  const known = new Set([...rules.map(({ id }) => `${id}.md`), ...OVERVIEWS]);
  for (const file of await readdir(path.join(root, PAGES_DIRECTORY)).catch(() => [])) {
    if (file.endsWith('.md') && !known.has(file)) {
      problems.push(`${PAGES_DIRECTORY}/${file} describes no rule of ${RULES_DIRECTORY}.`);
    }
  }
  return { rules, problems };
}

/** The strings of a list that a rule writes as a literal. */
function listOf(code, member) {
  const list = new RegExp(`^  ${member}: \\[([^\\]]*)\\]`, 'm').exec(code)?.[1] ?? '';
  return [...list.matchAll(/'([^']+)'/g)].map(([, text]) => text);
}

/** What the head of a page says; undefined when it lacks a part. */
function parsePage(text) {
  const [title, summary, facts] = text
    .replaceAll('\r\n', '\n')
    .split('\n\n')
    .map((paragraph) => paragraph.trim().replaceAll('\n', ' '));
  const id = /^# ([a-z0-9-]+)$/.exec(title ?? '')?.[1];
  const match =
    /^\*\*Default\*\*: (\w+) · \*\*Fix\*\*: (always|sometimes|never)\b(.*?) · \*\*Since\*\*: ([\d.]+)$/.exec(
      facts ?? '',
    );
  if (id === undefined || match === null || summary === undefined) {
    return undefined;
  }
  const [, level, fixable, , since] = match;
  return { id, summary, level, fixable, since };
}

export function camelCase(id) {
  return id.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}
