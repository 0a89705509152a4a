import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../server/src/analysis/analyzer.js';
import type { PolicyFacts } from '../../server/src/policy/facts.js';
import { ALL_RULES } from '../../server/src/rules/index.js';
import type { Rule } from '../../server/src/rules/rule.js';
import { levelsToTest } from '../support/optIn.js';
import { examplesOf, pageOf, sectionOf, toPolicy } from '../support/rulePages.js';
import { serviceReference } from '../support/serviceReference.js';

const SECTIONS = ['Avoid', 'Prefer', 'Why', 'When not to use it', 'Known limits'];

/** What the examples take to be known: a line such as **Facts**: `{ "account": "111122223333" }` below the level. */
function factsOf(page: string): PolicyFacts {
  const written = /^\*\*Facts\*\*: `(\{.*?\})`/m.exec(page)?.[1];
  return written === undefined ? {} : JSON.parse(written);
}

function findingsOf(rule: Rule, { text, languageId }: { text: string; languageId: string }): string[] {
  const [kind] = rule.kinds ?? [];
  const settings = (choice: typeof kind) => ({
    levels: levelsToTest(rule),
    facts: factsOf(pageOf(rule)),
    kind: choice === undefined ? undefined : { choice, glob: 'page' },
  });
  const run = (choice: typeof kind) =>
    createAnalyzer({ reference: serviceReference, settingsFor: () => settings(choice) })
      .analyze({ uri: 'file:///page.json', languageId, text: toPolicy(text) })
      .findings()
      .filter((finding) => finding.rule.id === rule.id)
      .map((finding) => finding.message);
  const byContent = run(undefined);
  return byContent.length > 0 || kind === undefined ? byContent : run(kind);
}

/** About the product itself, of which AWS says nothing. */
const OURS = new Set(['kind-unknown', 'suppression-without-reason']);

describe.each(ALL_RULES.map((rule) => [rule.id, rule] as const))('the page of %s', (id, rule) => {
  const page = pageOf(rule);

  it('has its title, one sentence, and all sections in order', () => {
    expect(page).toMatch(new RegExp(`^# ${id}\\n\\n\\S`));
    const headings = [...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(headings.filter((heading) => heading !== 'Also known as')).toEqual(SECTIONS);
    expect(headings.includes('Also known as')).toBe((rule.peers ?? []).length > 0);
  });

  it('says the level and the fix of the rule', () => {
    const line = /^\*\*Default\*\*: (\w+) · \*\*Fix\*\*: (\w+)/m.exec(page);
    expect([line?.[1], line?.[2]]).toEqual([rule.defaultLevel, rule.fixable]);
  });

  it('names the peers of the rule, so that people find it by their names', () => {
    for (const peer of rule.peers ?? []) {
      expect(page).toContain(peer);
    }
  });

  if (!OURS.has(id)) {
    it('links to where AWS says so', () => {
      expect(sectionOf(page, 'Why')).toMatch(
        /https:\/\/(docs\.aws\.amazon\.com|github\.com|www\.rfc-editor\.org|datatracker\.ietf\.org)\//,
      );
    });
  }

  it('shows what it reports, and what it accepts', () => {
    const avoid = examplesOf(page, 'Avoid');
    const prefer = examplesOf(page, 'Prefer');
    expect(avoid.length).toBeGreaterThan(0);
    expect(prefer.length).toBeGreaterThan(0);
    if (!/^policy-(too-large|near-limit)$/.test(id)) {
      for (const example of avoid) {
        expect(findingsOf(rule, example), example.text).not.toEqual([]);
      }
    }
    for (const example of prefer) {
      expect(findingsOf(rule, example), example.text).toEqual([]);
    }
  });
});
