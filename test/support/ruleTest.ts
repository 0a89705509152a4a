import { describe, expect, it } from 'vitest';
import type { PolicyKindChoice } from '../../protocol/src/vocabulary.js';
import type { ReportedFinding } from '../../server/src/analysis/analysis.js';
import { createAnalyzer } from '../../server/src/analysis/analyzer.js';
import type { PolicyFacts } from '../../server/src/policy/facts.js';
import type { Rule } from '../../server/src/rules/rule.js';
import { applyEdits } from '../../server/src/source/applyEdits.js';
import { type Rendering, renderingsOf } from './everySyntax.js';
import { readMarked } from './marked.js';
import { levelsToTest, levelToExpect } from './optIn.js';
import { serviceReference } from './serviceReference.js';

interface RuleCase {
  readonly text: string;
  /** Default `json`. */
  readonly languageId?: 'json' | 'jsonc';
  /** Overrides classification by content. */
  readonly kind?: PolicyKindChoice;
  /** What settings would say of the policy. */
  readonly facts?: PolicyFacts;
}

interface InvalidCase extends RuleCase {
  /** The text after the first fix of every finding, in turn. `null`: the finding has no fix. Absent: not asked. */
  readonly fixed?: string | null;
  /** Level of every finding, when it differs from the rule's default. */
  readonly level?: string;
  /** Text that every message must hold. */
  readonly message?: string;
}

interface RuleTable {
  readonly valid: Readonly<Record<string, string | RuleCase>>;
  /** `«` and `»` stand round each expected span. */
  readonly invalid: Readonly<Record<string, string | InvalidCase>>;
}

/** Runs one rule over a table of documents, each in every syntax and layout that it can be written in. */
export function ruleTest(rule: Rule, table: RuleTable): void {
  describe(rule.id, () => {
    for (const [name, entry] of Object.entries(table.valid)) {
      it(`accepts ${name}`, () => {
        const testCase = toCase(entry);
        for (const rendering of renderings(rule, testCase)) {
          const findings = findingsOf(rule, { ...testCase, ...rendering });
          expect(describeFindings(findings, rendering.text), rendering.name).toEqual([]);
        }
      });
    }
    for (const [name, entry] of Object.entries(table.invalid)) {
      it(`reports ${name}`, () => checkInvalid(rule, toCase(entry)));
    }
  });
}

function toCase<T extends RuleCase>(entry: string | T): T | RuleCase {
  return typeof entry === 'string' ? { text: entry } : entry;
}

function renderings(rule: Rule, { text, languageId = 'json' }: RuleCase): readonly Rendering[] {
  return renderingsOf(rule.id, { text, languageId });
}

function checkInvalid(rule: Rule, testCase: InvalidCase): void {
  for (const rendering of renderings(rule, testCase)) {
    const { text, spans } = readMarked(rendering.text);
    const rendered = { ...testCase, text, languageId: rendering.languageId };
    const findings = findingsOf(rule, rendered);
    const expected = spans.map(({ start, end }) => text.slice(start, end));
    expect(
      describeFindings(findings, text).map(({ at }) => at),
      rendering.name,
    ).toEqual(expected);
    expect(
      findings.map(({ span }) => span),
      rendering.name,
    ).toEqual(spans);
    for (const finding of findings) {
      expect(finding.level).toBe(testCase.level ?? levelToExpect(rule));
      expect(finding.message).not.toMatch(/\{\d\}|undefined/);
      if (testCase.message !== undefined) {
        expect(finding.message).toContain(testCase.message);
      }
      if (rule.fixable === 'always') {
        expect(finding.fixes?.length ?? 0, 'the rule promises a fix for every finding').toBeGreaterThan(0);
      }
      if (rule.fixable === 'never') {
        expect(finding.fixes ?? []).toEqual([]);
      }
    }
    checkFixes(rule, rendered, rendering, findings);
  }
}

function checkFixes(
  rule: Rule,
  testCase: InvalidCase,
  { name, hasSameLayout }: Rendering,
  findings: readonly ReportedFinding[],
): void {
  const { fixed, text } = testCase;
  if (fixed === undefined) {
    return;
  }
  if (fixed === null) {
    expect(
      findings.flatMap((finding) => finding.fixes ?? []),
      name,
    ).toEqual([]);
    return;
  }
  const mended = fixAll(rule, testCase, text);
  if (hasSameLayout) {
    expect(mended, name).toBe(text.includes('\r\n') ? fixed.replace(/\n/g, '\r\n') : fixed);
  } else {
    // Where the blanks stand is the affair of the layout; what the policy says is not.
    expect(withoutBlanks(mended), name).toBe(withoutBlanks(fixed));
  }
}

/** The text without comments and without blanks outside of strings. */
function withoutBlanks(text: string): string {
  return text.replace(/("(?:[^"\\]|\\.)*")|\/\/.*|\s+/g, '$1');
}

/** Applies the first fix of the first finding that has one, until none is left; a fix must mend its finding. */
function fixAll(rule: Rule, testCase: RuleCase, text: string): string {
  let current = text;
  for (let round = 0; round < 20; round++) {
    const findings = findingsOf(rule, { ...testCase, text: current });
    const fix = findings.flatMap((finding) => finding.fixes ?? [])[0];
    if (fix === undefined) {
      return current;
    }
    expect(fix.title).not.toBe('');
    const next = applyEdits(current, fix.edits());
    expect(next, `the fix "${fix.title}" changes something`).not.toBe(current);
    current = next;
  }
  throw new Error(`Fixes of "${rule.id}" do not come to an end.`);
}

function findingsOf(rule: Rule, testCase: RuleCase): readonly ReportedFinding[] {
  const kind = testCase.kind === undefined ? undefined : { choice: testCase.kind, glob: 'test' };
  const analyzer = createAnalyzer({
    reference: serviceReference,
    settingsFor: () => ({ levels: levelsToTest(rule), kind, facts: testCase.facts ?? {} }),
    rules: [rule],
  });
  const languageId = testCase.languageId ?? 'json';
  return analyzer.analyze({ uri: 'file:///policy.json', languageId, text: testCase.text }).findings();
}

function describeFindings(findings: readonly ReportedFinding[], text: string) {
  return findings.map(({ span, message }) => ({ at: text.slice(span.start, span.end), message }));
}
