import { describe, expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver';
import { SentReports } from '../../server/src/lsp/sentReports.js';

const uri = 'file:///key.json';
const diagnostic = (message: string, line = 0): Diagnostic => ({
  range: { start: { line, character: 0 }, end: { line, character: 1 } },
  message,
});

describe('reports to a client that asks', () => {
  it('are not repeated to a client that still has the last one', () => {
    const sent = new SentReports();
    const first = sent.report(uri, [diagnostic('a')], undefined);
    expect(first).toMatchObject({ kind: 'full', items: [diagnostic('a')] });
    expect(sent.report(uri, [diagnostic('a')], first.resultId)).toEqual({
      kind: 'unchanged',
      resultId: first.resultId,
    });
  });

  it('are whole when a message or a place has changed', () => {
    const sent = new SentReports();
    const first = sent.report(uri, [diagnostic('a')], undefined);
    const second = sent.report(uri, [diagnostic('a', 1)], first.resultId);
    expect(second).toMatchObject({ kind: 'full', items: [diagnostic('a', 1)] });
    expect(second.resultId).not.toBe(first.resultId);
  });

  it('are whole for a client that has an older one or none, and after the document was closed', () => {
    const sent = new SentReports();
    const first = sent.report(uri, [], undefined);
    const second = sent.report(uri, [diagnostic('a')], first.resultId);
    expect(sent.report(uri, [diagnostic('a')], first.resultId).kind).toBe('full');
    expect(sent.report(uri, [diagnostic('a')], undefined).kind).toBe('full');
    sent.forget(uri);
    expect(sent.report(uri, [diagnostic('a')], second.resultId).kind).toBe('full');
  });
});
