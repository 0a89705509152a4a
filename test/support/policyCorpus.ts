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
const STRING = /"[^"\n]*"/g;
const strings = [...new Set(corpus.flatMap((text) => text.match(STRING) ?? []))];
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
    chosen: fc.array(fc.constantFrom(...statements), { maxLength: 9, size: 'max' }),
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

/** 0 to 1, all places equally often. */
const place = fc.noBias(fc.integer({ min: 0, max: 9_999 })).map((number) => number / 10_000);

/** One change of a text, the kind of thing that people and paste buffers do. */
export interface Change {
  /** 0 to 1: where in the text. */
  readonly at: number;
  readonly length: number;
  readonly added: string;
}

export const change: fc.Arbitrary<Change> = fc.record({
  at: place,
  length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(120)),
  added: fc.oneof(
    fc.constant(''),
    fc.constantFrom(...SCRAPS),
    fc.constantFrom(...strings),
    fc.constantFrom(...strings).map((string) => `, ${string}`),
    fc.string({ maxLength: 3 }),
    fc.constantFrom(...statements).map((statement) => `${statement},`),
  ),
});

export function applyChange(text: string, { at, length, added }: Change): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + added + text.slice(start + length);
}

/** Puts another string in the place of one, so that all stays JSON. */
function replaceString(text: string, at: number, string: string): string {
  const found = [...text.matchAll(STRING)];
  const { index, 0: old = '' } = found[Math.floor(at * found.length)] ?? { index: 0 };
  return text.slice(0, index) + string + text.slice(index + old.length);
}

/** Another string in the place of one, the kind of change that leaves a document whole. */
export const replacement = fc.record({ at: place, string: fc.constantFrom(...strings) });

export function applyReplacement(
  text: string,
  { at, string }: { readonly at: number; readonly string: string },
): string {
  return replaceString(text, at, string);
}

const policy = fc.oneof({ weight: 1, arbitrary: fc.constantFrom(...corpus) }, { weight: 4, arbitrary: mixedPolicy });

/** Whole policies of the corpus and mixed ones: as they are, with other strings in them, and with changes anywhere. */
export const anyPolicy: fc.Arbitrary<string> = fc.oneof(
  policy,
  fc
    .tuple(policy, fc.array(fc.tuple(place, fc.constantFrom(...strings)), { maxLength: 8, size: 'max' }))
    .map(([text, replaced]) => replaced.reduce((result, [at, string]) => replaceString(result, at, string), text)),
  fc.tuple(policy, fc.array(change, { maxLength: 2 })).map(([text, changes]) => changes.reduce(applyChange, text)),
);

/** A kind that somebody declares, or none: the content tells then. */
export const anyKind: fc.Arbitrary<PolicyKind | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.constant<PolicyKind>('key-policy'),
  fc.constantFrom(...POLICY_KINDS),
);

function statementsOf(text: string): string[] {
  const { root } = jsonFrontEnd.parse(text, 'jsonc');
  const found = root?.kind === 'mapping' ? root.entries.filter(({ key }) => key.value === 'Statement') : [];
  return found
    .flatMap(({ value }): readonly SourceNode[] => (value?.kind === 'sequence' ? value.items : value ? [value] : []))
    .map(({ span }) => text.slice(span.start, span.end));
}
