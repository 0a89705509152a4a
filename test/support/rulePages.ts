import { existsSync, readFileSync } from 'node:fs';
import type { Rule } from '../../server/src/rules/rule.js';

interface PageExample {
  readonly languageId: string;
  readonly text: string;
}

/** The page of a rule; empty when it has none. */
export function pageOf({ id }: Rule): string {
  const file = `docs/rules/${id}.md`;
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

export function sectionOf(page: string, name: string): string {
  return page.split(/^## /m).find((part) => part.startsWith(`${name}\n`)) ?? '';
}

/** The examples of a section; a page may shorten what no page can hold. */
export function examplesOf(page: string, section: string): PageExample[] {
  return [...sectionOf(page, section).matchAll(/```(jsonc?)\n([\s\S]*?)```/g)].map(
    ([, languageId = '', text = '']) => ({ languageId, text }),
  );
}

/** Examples show a policy, a statement, or a list of statements. */
export function toPolicy(text: string): string {
  const start = text.replace(/^\s*\/\/.*$/gm, '').trimStart();
  const isStatement = !/"(Statement|Version)"/i.test(text);
  if (start.startsWith('[')) {
    return `{ "Version": "2012-10-17", "Statement": ${text} }`;
  }
  return isStatement ? `{ "Version": "2012-10-17", "Statement": [${text}] }` : text;
}
