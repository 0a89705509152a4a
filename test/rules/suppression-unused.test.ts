import { describe, expect, it } from 'vitest';
import type { DocumentSettings } from '../../server/src/analysis/analysis.js';
import { createAnalyzer } from '../../server/src/analysis/analyzer.js';
import { applySafeFixes } from '../../server/src/analysis/safeFixes.js';
import { suppressionUnused } from '../../server/src/rules/suppression-unused.js';
import { serviceReference } from '../support/serviceReference.js';

const settings: DocumentSettings = { levels: {}, kind: undefined };
const analyze = (text: string, { levels, kind } = settings) =>
  createAnalyzer({ reference: serviceReference, settingsFor: () => ({ levels, kind }) }).analyze({
    uri: 'file:///policy.jsonc',
    languageId: 'jsonc',
    text,
  });
const findingsOf = (text: string, given = settings) =>
  analyze(text, given)
    .findings()
    .filter(({ rule }) => rule === suppressionUnused);
const mended = (text: string) => applySafeFixes(analyze(text), (next) => analyze(next)).text;

const policy = (comment: string, version: string) =>
  `{\n  ${comment}\n  "Version": "${version}",\n  "Statement": [{ "Effect": "Allow", "Action": "kms:ListKeys", "Resource": "*" }]\n}\n`;

describe('suppression-unused', () => {
  it('accepts a comment that silences a finding', () => {
    expect(findingsOf(policy('// sealwright-ignore version-old: agreed', '2008-10-17'))).toEqual([]);
    expect(findingsOf(policy('// sealwright-ignore-file version-old: agreed', '2008-10-17'))).toEqual([]);
  });

  it('reports and removes a comment whose finding is gone', () => {
    const text = policy('// sealwright-ignore version-old: agreed', '2012-10-17');
    expect(findingsOf(text).map(({ span }) => text.slice(span.start, span.end))).toEqual([
      '// sealwright-ignore version-old: agreed',
    ]);
    expect(mended(text)).toBe(text.replace('  // sealwright-ignore version-old: agreed\n', ''));
  });

  it('takes one of several rules out and leaves the reason', () => {
    const text = policy('// sealwright-ignore version-missing, version-old: see a, b: agreed', '2008-10-17');
    expect(findingsOf(text).map(({ message }) => message)).toEqual([
      'Unused suppression: it silences no finding of "version-missing".',
    ]);
    expect(mended(text)).toContain('// sealwright-ignore version-old: see a, b: agreed\n');
  });

  it('leaves what stands before a comment on its line', () => {
    const text = policy('', '2012-10-17').replace('10-17",', '10-17", /* sealwright-ignore version-old: agreed */');
    expect(mended(text)).toBe(policy('', '2012-10-17'));
  });

  it('removes a comment at the very end of the text', () => {
    const text = `${policy('', '2012-10-17')}// sealwright-ignore-file version-old: agreed`;
    expect(mended(text)).toBe(policy('', '2012-10-17').trimEnd());
  });

  it('says nothing of rules that have not been run', () => {
    const off = policy('// sealwright-ignore version-old: agreed', '2012-10-17');
    expect(findingsOf(off, { ...settings, levels: { 'version-old': 'off' } })).toEqual([]);
    expect(findingsOf(policy('// sealwright-ignore key-resource-other: agreed', '2012-10-17'))).toEqual([]);
    expect(findingsOf(policy('// sealwright-ignore action-case: agreed', '2012-10-17'))).toEqual([]);
  });

  it('leaves comments without a reason or a known rule to suppression-without-reason', () => {
    expect(findingsOf(policy('// sealwright-ignore version-old', '2012-10-17'))).toEqual([]);
    expect(findingsOf(policy('// sealwright-ignore no-such-rule: agreed', '2012-10-17'))).toEqual([]);
  });

  it('waits while the document is being typed', () => {
    const text = policy('// sealwright-ignore version-old: agreed', '2012-10-17');
    expect(findingsOf(text.slice(0, -10))).toEqual([]);
  });
});
