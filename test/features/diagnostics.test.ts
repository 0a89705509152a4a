import { describe, expect, it } from 'vitest';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import { toDiagnostics } from '../../server/src/features/diagnostics.js';
import { defineRule, type Finding } from '../../server/src/rules/rule.js';
import { open } from '../support/features.js';

const TEXT =
  '{ "Version": "2012-10-17",\n  "Statement": [{ "Effect": "allow", "Action": "kms:*", "Principal": "*" }] }';

const rule = (id: string, finding: Omit<Finding, 'span' | 'message'>) =>
  defineRule({
    id,
    defaultLevel: 'warning',
    tags: [],
    catalogue: [],
    fixable: 'never',
    *check({ policy }) {
      yield {
        span: { start: 29, end: 40 },
        message: `${id} says so.`,
        ...finding,
        related: [{ span: policy.span, message: 'Here.' }],
      };
    },
  });

describe('diagnostics', () => {
  it('carry code, page, severity and the place in lines and characters', () => {
    const { analysis, document } = open(TEXT, { rules: [rule('sample', {})] });
    expect(toDiagnostics(analysis, document)).toEqual([
      {
        range: { start: { line: 1, character: 2 }, end: { line: 1, character: 13 } },
        severity: DiagnosticSeverity.Warning,
        source: 'sealwright',
        code: 'sample',
        codeDescription: { href: 'https://github.com/sealwright/sealwright/blob/main/docs/rules/sample.md' },
        message: 'sample says so.',
        data: { rule: 'sample' },
        relatedInformation: [
          {
            location: {
              uri: 'file:///policy.json',
              range: { start: { line: 0, character: 0 }, end: { line: 1, character: 77 } },
            },
            message: 'Here.',
          },
        ],
      },
    ]);
  });

  it('map each level to a severity', () => {
    for (const [level, severity] of [
      ['error', DiagnosticSeverity.Error],
      ['warning', DiagnosticSeverity.Warning],
      ['info', DiagnosticSeverity.Information],
      ['hint', DiagnosticSeverity.Hint],
    ] as const) {
      const { analysis, document } = open(TEXT, { rules: [rule('sample', { level })] });
      expect(toDiagnostics(analysis, document)[0]?.severity).toBe(severity);
    }
  });

  it('fade what is redundant, but not what is merely named twice', () => {
    const tagsOf = (id: string) => {
      const { analysis, document } = open(TEXT, { rules: [rule(id, {})] });
      return toDiagnostics(analysis, document)[0]?.tags;
    };
    expect(tagsOf('action-redundant')).toEqual([DiagnosticTag.Unnecessary]);
    expect(tagsOf('cond-key-deprecated')).toEqual([DiagnosticTag.Deprecated]);
    expect(tagsOf('sid-duplicate')).toBeUndefined();
  });

  it('are none for a document that is no policy', () => {
    const { analysis, document } = open('{ "name": "x" }');
    expect(toDiagnostics(analysis, document)).toEqual([]);
  });
});
