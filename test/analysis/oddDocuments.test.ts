import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createAnalyzer } from '../../server/src/analysis/analyzer.js';
import { codeActions } from '../../server/src/features/codeActions.js';
import { complete } from '../../server/src/features/completion/complete.js';
import { toDiagnostics } from '../../server/src/features/diagnostics.js';
import { describeDocument } from '../../server/src/features/documentKind.js';
import { format } from '../../server/src/features/format.js';
import { hover } from '../../server/src/features/hover.js';
import { documentSymbols } from '../../server/src/features/symbols.js';
import { ALL_RULES } from '../../server/src/rules/index.js';
import { applyEdits } from '../../server/src/source/applyEdits.js';
import { canonicalPolicies, publishedPolicies } from '../support/policyFixtures.js';
import { serviceReference } from '../support/serviceReference.js';

const facts = {
  account: '444455556666',
  region: 'eu-west-1',
  caller: 'arn:aws:iam::444455556666:role/Deploy',
  breakGlass: ['arn:aws:iam::444455556666:user/Eve'],
  trustedAccounts: ['777788889999'],
  organization: 'o-a1b2c3d4e5',
  keySpec: 'RSA_2048',
  keyUsage: 'SIGN_VERIFY',
  keyOrigin: 'EXTERNAL',
  multiRegion: true,
};
/** With every rule switched on, and with facts that the samples contradict, so that all there is runs. */
const levels = Object.fromEntries(ALL_RULES.map(({ id }) => [id, 'info' as const]));
const analyzer = createAnalyzer({
  reference: serviceReference,
  settingsFor: () => ({ levels, kind: undefined, facts }),
});
const options = { reference: serviceReference, locale: 'en', snippets: true };
const samples = [...canonicalPolicies, ...publishedPolicies].map(({ text }) => text);

/** Everything that the product would do with a document, at one place of it. */
function useAll(text: string, place: number): void {
  const document = TextDocument.create('file:///odd.json', 'json', 1, text);
  const analysis = analyzer.analyze({ uri: document.uri, languageId: 'json', text });
  const offset = Math.floor(place * text.length);
  const range = { start: document.positionAt(offset), end: document.positionAt(offset) };
  toDiagnostics(analysis, document);
  describeDocument(analysis);
  documentSymbols(analysis, document);
  hover(analysis, document, offset, options);
  complete(analysis, document, offset, options);
  format(analysis, document, { tabSize: 2, insertSpaces: true });
  codeActions(analysis, document, range, { diagnostics: [] }, options);
  for (const finding of analysis.findings()) {
    expect(finding.span.start).toBeLessThanOrEqual(finding.span.end);
    expect(finding.span.end).toBeLessThanOrEqual(text.length);
    for (const fix of finding.fixes ?? []) {
      applyEdits(text, fix.edits());
    }
  }
}

describe('odd documents', () => {
  it('with any JSON value in any place of a policy are answered', () => {
    const value = fc.oneof(
      fc.json({ maxDepth: 2 }),
      fc.constantFrom('null', '[]', '{}', '""', '"*"', '[[]]', '{"AWS":null}', '1e999'),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.double({ min: 0, max: 1, noNaN: true }),
        value,
        (text, at, replacement) => {
          const values = [...text.matchAll(/"[^"\n]*"(?!\s*:)|[[{](?:[^[\]{}]*)[\]}]/g)];
          const target = values[Math.floor(at * (values.length - 1))];
          const start = target?.index ?? 0;
          useAll(text.slice(0, start) + replacement + text.slice(start + (target?.[0].length ?? 0)), at);
        },
      ),
      { numRuns: 1_500, seed: 20261121 },
    );
  }, 120_000);

  it('with pieces cut out or moved are answered', () => {
    const fraction = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...samples), fraction, fraction, fraction, (text, from, to, place) => {
        const [start, end] = [from, to].map((part) => Math.floor(part * text.length)).sort((a, b) => a - b);
        const without = text.slice(0, start) + text.slice(end);
        useAll(without, place);
        useAll(without + text.slice(start, end), place);
      }),
      { numRuns: 500, seed: 20261121 },
    );
  }, 120_000);

  it('of any text at all are answered', () => {
    const piece = fc.constantFrom(
      '"Statement"',
      '"Effect"',
      ':',
      ',',
      '{',
      '}',
      '[',
      ']',
      '"',
      '\\',
      '\u0000',
      '*',
      '\n',
      '//',
      "'",
      '키',
      '${',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.double({ min: 0, max: 1, noNaN: true }), (pieces, place) => {
        useAll(pieces.join(''), place);
      }),
      { numRuns: 2_000, seed: 20261121 },
    );
  }, 120_000);
});
