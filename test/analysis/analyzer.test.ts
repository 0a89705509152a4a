import { describe, expect, it } from 'vitest';
import type { DocumentSettings } from '../../server/src/analysis/analysis.js';
import { createAnalyzer } from '../../server/src/analysis/analyzer.js';
import { applySafeFixes } from '../../server/src/analysis/safeFixes.js';
import { effectInvalid } from '../../server/src/rules/effect-invalid.js';
import { defineRule } from '../../server/src/rules/rule.js';
import { serviceReference } from '../support/serviceReference.js';

const NO_SETTINGS: DocumentSettings = { levels: {}, kind: undefined };
const analyzerWith = (settings: Partial<DocumentSettings> = {}, rules = [effectInvalid]) =>
  createAnalyzer({ reference: serviceReference, settingsFor: () => ({ ...NO_SETTINGS, ...settings }), rules });
const analyze = (text: string, languageId = 'jsonc', settings: Partial<DocumentSettings> = {}) =>
  analyzerWith(settings).analyze({ uri: 'file:///policy.json', languageId, text });

const statement = (effect: string) =>
  `{ "Effect": "${effect}", "Principal": { "AWS": "111122223333" }, "Action": "kms:*", "Resource": "*" }`;
const policy = (...statements: string[]) => `{ "Version": "2012-10-17", "Statement": [\n${statements.join(',\n')}\n] }`;

describe('an analysis', () => {
  it('reports what rules find, at the level of the rule', () => {
    const findings = analyze(policy(statement('allow'), statement('Allow'), statement('deny'))).findings();
    expect(findings.map(({ level, rule }) => [level, rule.id])).toEqual([
      ['error', 'effect-invalid'],
      ['error', 'effect-invalid'],
    ]);
  });

  it('takes a configured level, and silence, from settings', () => {
    const text = policy(statement('allow'));
    expect(analyze(text, 'json', { levels: { 'effect-invalid': 'hint' } }).findings()[0]?.level).toBe('hint');
    expect(analyze(text, 'json', { levels: { 'effect-invalid': 'off' } }).findings()).toEqual([]);
  });

  it.each([
    ['no policy', '{ "name": "x", "version": "1.0.0" }', 'json'],
    ['a language that is not read', policy(statement('allow')), 'markdown'],
    ['nothing at all', '', 'json'],
    ['binary', '\u0000\u0001\u0002"Statement"', 'json'],
  ])('has nothing to say about %s', (_, text, languageId) => {
    const analysis = analyze(text, languageId);
    expect(analysis.classification.kind).toBe('none');
    expect(analysis.document).toBeUndefined();
    expect(analysis.findings()).toEqual([]);
  });

  it('lets a comment declare the kind, and a setting where there is no comment', () => {
    const text = policy(statement('Allow'));
    expect(analyze(`// sealwright: kind=bucket-policy\n${text}`).document?.kind).toBe('bucket-policy');
    const kind = { choice: 'vpc-endpoint-policy', glob: 'endpoints/**' } as const;
    expect(analyze(text, 'jsonc', { kind }).document?.kind).toBe('vpc-endpoint-policy');
    expect(analyze(`// sealwright: kind=bucket-policy\n${text}`, 'jsonc', { kind }).document?.kind).toBe(
      'bucket-policy',
    );
    expect(analyze(`// sealwright: kind=none\n${text}`).document).toBeUndefined();
    expect(analyze(`// sealwright: kind=nonsense\n${text}`).document?.kind).toBe('key-policy');
  });

  it('runs rules for certain kinds on those kinds only', () => {
    const rule = defineRule({
      id: 'x',
      defaultLevel: 'info',
      tags: ['style'],
      catalogue: [],
      kinds: ['bucket-policy'],
      fixable: 'never',
      *check({ policy: { span } }) {
        yield { span, message: 'X.' };
      },
    });
    const findings = (text: string) =>
      analyzerWith({}, [rule]).analyze({ uri: 'file:///x.jsonc', languageId: 'jsonc', text }).findings();
    expect(findings(policy(statement('Allow')))).toEqual([]);
    expect(findings(`// sealwright: kind=bucket-policy\n${policy(statement('Allow'))}`)).toHaveLength(1);
    expect(findings('{ "Version": "2012-10-17", "Statement": [')).toEqual([]);
  });
});

describe('suppression', () => {
  const findings = (text: string) => analyze(text).findings().length;

  it('silences the rule on the next line of code, with a reason', () => {
    const comment = '// sealwright-ignore effect-invalid: kept as a bad example';
    expect(findings(policy(`${comment}\n${statement('allow')}`, statement('deny')))).toBe(1);
    expect(findings(policy(`${comment}\n\n// another\n${statement('allow')}`))).toBe(0);
  });

  it('silences the rule on its own line when code stands before the comment', () => {
    expect(
      findings(policy(`${statement('allow')} // sealwright-ignore effect-invalid: example`, statement('deny'))),
    ).toBe(1);
  });

  it('silences a whole file', () => {
    const comment = '/* sealwright-ignore-file effect-invalid: examples of what not to do */';
    expect(findings(`${comment}\n${policy(statement('allow'), statement('deny'))}`)).toBe(0);
  });

  it('names several rules, and leaves those it does not name', () => {
    expect(findings(policy(`// sealwright-ignore other, effect-invalid: why\n${statement('allow')}`))).toBe(0);
    expect(findings(policy(`// sealwright-ignore other: why\n${statement('allow')}`))).toBe(1);
  });

  it('silences nothing without a reason', () => {
    expect(findings(policy(`// sealwright-ignore effect-invalid\n${statement('allow')}`))).toBe(1);
    expect(findings(policy(`// sealwright-ignore effect-invalid:  \n${statement('allow')}`))).toBe(1);
  });
});

describe('safe fixes', () => {
  it('mend everything that is certain and leave the rest', () => {
    const text = policy(statement('allow'), statement('Permit'), statement('DENY'));
    expect(applySafeFixes(analyze(text), analyze).text).toBe(
      policy(statement('Allow'), statement('Permit'), statement('Deny')),
    );
  });
});
