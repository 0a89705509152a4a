import { describe, expect, it } from 'vitest';
import type { PolicyKindChoice } from '../../protocol/src/vocabulary.js';
import type { ReportedFinding } from '../../server/src/analysis/analysis.js';
import { createAnalyzer } from '../../server/src/analysis/analyzer.js';
import type { PolicyFacts } from '../../server/src/policy/facts.js';
import type { Rule } from '../../server/src/rules/rule.js';
import { applyEdits } from '../../server/src/source/applyEdits.js';
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

/** Runs one rule over a table of documents, each with LF and with CRLF line ends. */
export function ruleTest(rule: Rule, table: RuleTable): void {
  describe(rule.id, () => {
    for (const [name, entry] of Object.entries(table.valid)) {
      it(`accepts ${name}`, () => {
        const testCase = toCase(entry);
        for (const text of lineEndVariants(testCase.text)) {
          expect(describeFindings(findingsOf(rule, { ...testCase, text }), text)).toEqual([]);
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

function checkInvalid(rule: Rule, testCase: InvalidCase): void {
  for (const marked of lineEndVariants(testCase.text)) {
    const { text, spans } = readMarked(marked);
    const findings = findingsOf(rule, { ...testCase, text });
    const expected = spans.map(({ start, end }) => text.slice(start, end));
    expect(describeFindings(findings, text).map(({ at }) => at)).toEqual(expected);
    expect(findings.map(({ span }) => span)).toEqual(spans);
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
    checkFixes(rule, testCase, marked, text, findings);
  }
}

function checkFixes(
  rule: Rule,
  testCase: InvalidCase,
  marked: string,
  text: string,
  findings: readonly ReportedFinding[],
): void {
  if (testCase.fixed === undefined) {
    return;
  }
  if (testCase.fixed === null) {
    expect(findings.flatMap((finding) => finding.fixes ?? [])).toEqual([]);
    return;
  }
  const crlf = marked.includes('\r\n');
  expect(fixAll(rule, testCase, text)).toBe(crlf ? testCase.fixed.replace(/\n/g, '\r\n') : testCase.fixed);
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

function lineEndVariants(text: string): string[] {
  return text.includes('\n') ? [text, text.replace(/\n/g, '\r\n')] : [text];
}
