import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { ALL_RULES } from '../../server/src/rules/index.js';

interface Generated {
  readonly files: ReadonlyMap<string, string>;
  readonly problems?: readonly string[];
}
interface CatalogueRow {
  readonly row: number;
  readonly id: string;
  readonly peer: string;
  readonly top: number | undefined;
}

const repository = path.join(import.meta.dirname, '../..');
const script = (name: string) => import(pathToFileURL(path.join(repository, 'scripts/generate', name)).href);
const generate = async (name: string, root: string): Promise<Generated> => (await script(`${name}.mjs`)).generate(root);

describe('the catalogue', async () => {
  const rows: readonly CatalogueRow[] = await (await script('support/catalogue.mjs')).readCatalogue(repository);

  it('has every row once, in order', () => {
    expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: 396 }, (_, index) => index + 1));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(396);
    expect(rows.filter(({ peer }) => peer === 'some')).toHaveLength(227);
    expect(rows.filter(({ peer }) => peer === 'none')).toHaveLength(167);
    expect(new Set(rows.flatMap(({ top }) => top ?? [])).size).toBe(40);
  });

  it('is covered by rules and reasons without a gap and without an overlap', async () => {
    expect((await generate('coverage', repository)).problems).toEqual([]);
  });

  it('is what rules name as the program sees them, not only as their sources are read', async () => {
    const { rules } = await (await script('support/rulePages.mjs')).readRules(repository);
    const read = rules.map(({ id, catalogue }: { id: string; catalogue: string[] }) => [id, catalogue]);
    expect(read).toEqual(ALL_RULES.map(({ id, catalogue }) => [id, catalogue]));
  });
});

describe('the facts', () => {
  it('name rows that exist, and every section of what a policy can get wrong', async () => {
    const { files, problems } = await generate('facts', repository);
    expect(problems).toEqual([]);
    const page = files.get('docs/rules/facts.md') ?? '';
    const headings = [...page.matchAll(/^## (\S+)/gm)].map(([, section]) => section);
    expect(headings).toEqual(['2', '6', '7', '8', '9', '10', '11', '12', '15', '16', '17', '18', '19', 'Annex']);
    const mistakes = [...(page.split('## Annex B')[1] ?? '').matchAll(/^\| (\d+) /gm)].map(([, mistake]) =>
      Number(mistake),
    );
    expect(mistakes).toEqual(Array.from({ length: 110 }, (_, index) => index + 1));
  });
});

describe.each(['coverage', 'facts'])('docs/rules/%s.md', (name) => {
  it('is fresh, and links to pages that exist', async () => {
    const file = `docs/rules/${name}.md`;
    const text = readFileSync(path.join(repository, file), 'utf8').replaceAll('\r\n', '\n');
    expect(text).toBe((await generate(name, repository)).files.get(file));
    const links = new Set([...text.matchAll(/\]\(([a-z0-9-]+)\.md\)/g)].map(([, target]) => target));
    const pages = new Set([...ALL_RULES.map(({ id }) => id), 'coverage']);
    expect([...links].filter((target) => target === undefined || !pages.has(target))).toEqual([]);
  });
});

describe('the generators', () => {
  let root: string | undefined;
  afterEach(() => {
    if (root !== undefined) {
      rmSync(root, { recursive: true, force: true });
    }
  });

  /** A repository of one row and, when given, one rule that names `serves`. */
  function repositoryOf(given: {
    row?: string;
    serves?: string;
    level?: string;
    reasons?: object;
    facts?: string;
  }): string {
    root = mkdtempSync(path.join(tmpdir(), 'sealwright-coverage-'));
    const files: Record<string, string> = {
      'scripts/generate/data/catalogue.csv': `row,id,group,severity,kinds,where,fix,risk,peer,optIn,top\n${given.row ?? '1,thing-wrong,Things,W,K,offline,yes,low,none,,'}\n`,
      'scripts/generate/data/coverageReasons.json': JSON.stringify({
        withoutRule: [],
        offByDefault: [],
        ...given.reasons,
      }),
      'scripts/generate/data/facts.txt': given.facts ?? '',
      'docs/rules/README.md': '',
      'server/src/rules/rule.ts': '',
    };
    if (given.serves !== undefined) {
      files['server/src/rules/one-rule.ts'] =
        `export const oneRule = defineRule({\n  id: 'one-rule',\n  catalogue: ['${given.serves}'],\n});\n`;
      files['docs/rules/one-rule.md'] =
        `# one-rule\n\nOne sentence.\n\n**Default**: ${given.level ?? 'warning'} · **Fix**: never · **Since**: 0.1\n`;
    }
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), text);
    }
    return root;
  }

  const reason = { needs: 'templates', why: 'Because.', rows: ['thing-wrong'] };

  it.each([
    ['a row with neither rule nor reason', {}, /"thing-wrong" has neither a rule nor a reason/],
    [
      'a rule that names an unknown row',
      { serves: 'thing-gone', reasons: { withoutRule: [reason] } },
      /"thing-gone", no row/,
    ],
    [
      'a reason of an unknown row',
      { serves: 'thing-wrong', reasons: { withoutRule: [{ ...reason, rows: ['x'] }] } },
      /"x", no row/,
    ],
    [
      'a reason for a row that has a rule',
      { serves: 'thing-wrong', reasons: { withoutRule: [reason] } },
      /drop its reason/,
    ],
    ['two reasons for one row', { reasons: { withoutRule: [reason, reason] } }, /two reasons for "thing-wrong"/],
    ['a row that must be on and is off', { serves: 'thing-wrong', level: 'off' }, /is off by default \("one-rule"\)/],
    [
      'a reason to be off for a rule that is on',
      { serves: 'thing-wrong', reasons: { offByDefault: [reason] } },
      /is on by default/,
    ],
  ])('report %s', async (_, given, expected) => {
    const { problems } = await generate('coverage', repositoryOf(given));
    expect(problems).toHaveLength(1);
    expect(problems?.[0]).toMatch(expected);
  });

  it.each([
    ['served', { serves: 'thing-wrong' }],
    ['reasoned', { reasons: { withoutRule: [reason] } }],
    ['off for a reason', { serves: 'thing-wrong', level: 'off', reasons: { offByDefault: [reason] } }],
    ['opt-in', { serves: 'thing-wrong', level: 'off', row: '1,thing-wrong,Things,W,K,offline,yes,low,none,yes,' }],
    ['information', { serves: 'thing-wrong', level: 'off', row: '1,thing-wrong,Things,I,K,offline,yes,low,none,,' }],
  ])('accept a row that is %s', async (_, given) => {
    expect((await generate('coverage', repositoryOf(given))).problems).toEqual([]);
  });

  it.each([
    ['names an unknown row', '# 1 Things\nThings can be wrong -> thing-gone\n', /"thing-gone", no row/],
    ['has no answer', '# 1 Things\nThings can be wrong\n', /neither rows/],
    ['stands before any section', 'Things can be wrong => Why not.\n', /neither rows/],
  ])('report a fact that %s', async (_, facts, expected) => {
    const { problems } = await generate('facts', repositoryOf({ facts }));
    expect(problems).toHaveLength(1);
    expect(problems?.[0]).toMatch(expected);
  });
});
