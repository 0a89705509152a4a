import { pickText } from '../../knowledge/localText.js';
import { COMMON_STATEMENTS } from '../../knowledge/statementTemplates.js';
import type { StatementTemplate } from '../../knowledge/target.js';
import { TARGETS } from '../../knowledge/targets/index.js';
import { escapeSnippet } from './snippetText.js';

/** A whole statement, or several that belong together, to write into a key policy. */
export interface StatementSnippet {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly statements: readonly StatementTemplate[];
}

/** The statements for log targets, then the common ones, in the language of the locale. */
export function listStatementSnippets(locale: string | undefined): readonly StatementSnippet[] {
  const targets = TARGETS.flatMap(({ id, name, templates }) => {
    const variants =
      templates.minimal === templates.hardened ? (['minimal'] as const) : (['minimal', 'hardened'] as const);
    return variants
      .filter((variant, index) => index === 0 || !isSame(templates[variant], templates.minimal))
      .map((variant) => ({
        id: variant === 'minimal' ? id : `${id}-narrow`,
        name: `${pickText(name, locale)}${variant === 'minimal' ? '' : pickText(NARROW, locale)}`,
        description: pickText(NEEDED, locale).replace('{0}', pickText(name, locale)),
        statements: templates[variant],
      }));
  });
  const common = COMMON_STATEMENTS.map(({ id, name, description, statements }) => ({
    id,
    name: pickText(name, locale),
    description: pickText(description, locale),
    statements,
  }));
  return [...targets, ...common];
}

const NEEDED = {
  en: 'What the key policy must allow for: {0}',
  ko: '키 정책에서 허용해야 하는 권한: {0}',
};
const NARROW = { en: ' (narrow)', ko: ' (최소 범위)' };

function isSame(a: readonly StatementTemplate[], b: readonly StatementTemplate[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Tokens whose placeholder shows more than the token's name. */
const DEFAULTS: Readonly<Record<string, string>> = {
  Region: 'us-east-1',
  HomeRegion: 'us-east-1',
  Account: '111122223333',
  ExternalAccount: '444455556666',
  LogGroup: '/app/web',
  Trail: 'main',
  AdminRole: 'KeyAdmin',
  UserRole: 'AppRole',
  SignerRole: 'SignerRole',
  BreakGlassRole: 'BreakGlass',
};

/**
 * A template's JSON as a snippet: tokens become placeholders, the same token the same placeholder everywhere.
 *
 * @param known tokens that need no asking, by name
 * @returns statements separated by commas, indented with tabs, without the brackets of a list
 */
export function toSnippetBody(
  statements: readonly StatementTemplate[],
  known: Readonly<Record<string, string>>,
): string {
  const stops = new Map<string, number>();
  const facts: Readonly<Record<string, string>> = { Partition: 'aws', DnsSuffix: 'amazonaws.com', ...known };
  return statements
    .map((statement) =>
      JSON.stringify(statement, null, '\t')
        .split(/(\$\{\w+\})/)
        .map((part) => {
          const name = /^\$\{(\w+)\}$/.exec(part)?.[1];
          if (name === undefined) {
            return escapeSnippet(part);
          }
          const fact = facts[name === 'HomeRegion' ? 'Region' : name];
          if (fact !== undefined) {
            return escapeSnippet(fact);
          }
          const isFirst = !stops.has(name);
          const stop = stops.get(name) ?? stops.size + 1;
          stops.set(name, stop);
          return isFirst ? `\${${stop}:${DEFAULTS[name] ?? name}}` : `$${stop}`;
        })
        .join(''),
    )
    .join(',\n');
}

/** The same for somebody whose editor knows no placeholders: every token by its default. */
export function toPlainBody(statements: readonly StatementTemplate[], known: Readonly<Record<string, string>>): string {
  return statements
    .map((statement) =>
      JSON.stringify(statement, null, '\t').replace(/\$\{(\w+)\}/g, (_token, name: string) => {
        const facts: Readonly<Record<string, string>> = { Partition: 'aws', DnsSuffix: 'amazonaws.com', ...known };
        return facts[name === 'HomeRegion' ? 'Region' : name] ?? DEFAULTS[name] ?? name;
      }),
    )
    .join(',\n');
}
