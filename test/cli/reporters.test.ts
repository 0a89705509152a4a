import { describe, expect, it } from 'vitest';
import type { Report, ReportFinding } from '../../server/src/cli/report.js';
import { githubReporter } from '../../server/src/cli/reporters/github.js';
import { jsonReporter } from '../../server/src/cli/reporters/json.js';
import { sarifReporter } from '../../server/src/cli/reporters/sarif.js';
import { textReporter } from '../../server/src/cli/reporters/text.js';

const finding = (more: Partial<ReportFinding> = {}): ReportFinding => ({
  file: 'keys/키 1.json',
  rule: 'effect-invalid',
  severity: 'error',
  message: 'Expected "allow", 100% of it,\nto be "Allow": see <page> & more.',
  start: { line: 6, column: 17 },
  end: { line: 6, column: 24 },
  docs: 'https://example.com/effect-invalid.md',
  fixable: true,
  ...more,
});
const report = (...findings: ReportFinding[]): Report => ({
  files: 2,
  findings,
  summary: { policies: 2, errors: 1, warnings: 1, infos: 0, hints: 0, fixable: 1, fixed: 0 },
});
const OPTIONS = { color: false, version: '1.2.3' };
const TWO = report(finding(), finding({ rule: 'version-missing', severity: 'warning', end: { line: 8, column: 2 } }));

describe('the SARIF report', () => {
  const log = JSON.parse(sarifReporter(TWO, OPTIONS));
  const [run] = log.runs;

  it('is of version 2.1.0 and names the tool', () => {
    expect(log.version).toBe('2.1.0');
    expect(run.tool.driver).toMatchObject({ name: 'Sealwright', semanticVersion: '1.2.3' });
  });

  it('refers to each rule once, by its place in the list', () => {
    expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(['effect-invalid', 'version-missing']);
    expect(run.results.map(({ ruleIndex }: { ruleIndex: number }) => ruleIndex)).toEqual([0, 1]);
    expect(run.results.map(({ level }: { level: string }) => level)).toEqual(['error', 'warning']);
  });

  it('gives places as a relative URI and one-based UTF-16 columns', () => {
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'keys/%ED%82%A4%201.json' },
      region: { startLine: 6, startColumn: 17, endLine: 6, endColumn: 24 },
    });
  });

  it('has a run without results when there is nothing to say', () => {
    expect(JSON.parse(sarifReporter(report(), OPTIONS)).runs[0].results).toEqual([]);
  });
});

describe('the GitHub report', () => {
  it('escapes what workflow commands give a meaning, and leaves columns out over several lines', () => {
    const [first, second] = githubReporter(TWO, OPTIONS).trim().split('\n');
    expect(first).toBe(
      '::error file=keys/키 1.json,line=6,endLine=6,col=17,endColumn=24,title=sealwright effect-invalid::' +
        'Expected "allow", 100%25 of it,%0Ato be "Allow": see <page> & more. https://example.com/effect-invalid.md',
    );
    expect(second).toMatch(/^::warning file=.*,line=6,endLine=8,title=/);
  });
});

describe('the text report', () => {
  it('groups by file and sums up', () => {
    const lines = textReporter(TWO, OPTIONS).split('\n');
    expect(lines[0]).toBe('keys/키 1.json');
    expect(lines.at(-2)).toBe('Files: 2, policies: 2. Errors: 1, warnings: 1, notes: 0. Can be fixed with --fix: 1.');
  });

  it('has colours only where they are wanted', () => {
    const hasColor = (text: string) => text.includes(String.fromCharCode(27));
    expect(hasColor(textReporter(TWO, OPTIONS))).toBe(false);
    expect(hasColor(textReporter(TWO, { ...OPTIONS, color: true }))).toBe(true);
  });
});

describe('the JSON report', () => {
  it('keeps the members and their order', () => {
    expect(Object.keys(JSON.parse(jsonReporter(TWO, OPTIONS)).findings[0])).toEqual([
      'file',
      'rule',
      'severity',
      'message',
      'start',
      'end',
      'docs',
      'fixable',
    ]);
  });
});
