import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { POLICY_KINDS, type PolicyKind } from '../../protocol/src/vocabulary.js';
import { ALL_RULES } from '../../server/src/rules/index.js';
import type { SourceNode } from '../../server/src/source/sourceNode.js';
import { jsonFrontEnd } from '../../server/src/syntax/json.js';
import { canonicalPolicies, publishedPolicies } from './policyFixtures.js';
import { examplesOf, pageOf, toPolicy } from './rulePages.js';

const samplesFolder = path.join(import.meta.dirname, '../../samples/workspace');
const samples = readdirSync(samplesFolder, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.jsonc?$/.test(file))
  .map((file) => readFileSync(path.join(samplesFolder, file), 'utf8'));

/** Every policy text of the repository, good and bad: fixtures, samples, and the examples of every rule's page. */
export const corpus: readonly string[] = [
  ...[...canonicalPolicies, ...publishedPolicies].map(({ text }) => text),
  ...samples,
  ...ALL_RULES.map(pageOf).flatMap((page) =>
    ['Avoid', 'Prefer'].flatMap((section) => examplesOf(page, section).map(({ text }) => toPolicy(text))),
  ),
];

const statements = [...new Set(corpus.flatMap(statementsOf))];
const tokens = [...new Set(corpus.flatMap((text) => text.match(/"[^"\n]*"|[{}[\]:,]|\d+|true|null/g) ?? []))];
const SCRAPS = [
  '"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  ' ',
  '\n',
  '// why\n',
  '/* why */',
  '"x": ',
  '\\',
  '\uFEFF',
  '키',
  "'",
];

/** A policy put together of statements from everywhere, correct in its syntax. */
const mixedPolicy = fc
  .record({
    chosen: fc.array(fc.constantFrom(...statements), { maxLength: 7 }),
    head: fc.constantFrom(
      '"Version": "2012-10-17",',
      '"Version": "2008-10-17",',
      '"Id": "auto-x-1", "Version": "2012-10-17",',
      '"Version": 2012, "Version": "2012-10-17", "Sid": "a",',
      '"Statement": [{ "Effect": "Allow" }],',
      '',
    ),
    isSingle: fc.boolean(),
    tail: fc.constantFrom('', '', '\n', ', "Id": "x"', ', "Versoin": []'),
  })
  .map(({ chosen, head, isSingle, tail }) => {
    const list = isSingle && chosen.length === 1 ? chosen[0] : `[\n${chosen.join(',\n')}\n]`;
    return `{ ${head} "Statement": ${list}${tail} }`;
  });

/** One change of a text, the kind of thing that people and paste buffers do. */
export interface Change {
  /** 0 to 1: where in the text. */
  readonly at: number;
  readonly length: number;
  readonly added: string;
}

export const change: fc.Arbitrary<Change> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(120)),
  added: fc.oneof(
    fc.constant(''),
    fc.constantFrom(...SCRAPS),
    fc.constantFrom(...tokens),
    fc.constantFrom(...tokens).map((token) => `, ${token}`),
    fc.string({ maxLength: 3 }),
    fc.constantFrom(...statements).map((statement) => `${statement},`),
  ),
});

export function applyChange(text: string, { at, length, added }: Change): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + added + text.slice(start + length);
}

/** Whole policies of the corpus, mixed ones, and either with a few changes. */
export const anyPolicy: fc.Arbitrary<string> = fc
  .tuple(fc.oneof(fc.constantFrom(...corpus), mixedPolicy, mixedPolicy), fc.array(change, { maxLength: 2 }))
  .map(([text, changes]) => changes.reduce(applyChange, text));

export const anyKind: fc.Arbitrary<PolicyKind | undefined> = fc.constantFrom(undefined, undefined, ...POLICY_KINDS);

function statementsOf(text: string): string[] {
  const { root } = jsonFrontEnd.parse(text, 'jsonc');
  const found = root?.kind === 'mapping' ? root.entries.filter(({ key }) => key.value === 'Statement') : [];
  return found
    .flatMap(({ value }): readonly SourceNode[] => (value?.kind === 'sequence' ? value.items : value ? [value] : []))
    .map(({ span }) => text.slice(span.start, span.end));
}
