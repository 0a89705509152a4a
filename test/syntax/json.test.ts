import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locate } from '../../server/src/source/nodeAt.js';
import { type SourceNode, walk } from '../../server/src/source/sourceNode.js';
import { contains } from '../../server/src/source/span.js';
import { jsonFrontEnd } from '../../server/src/syntax/json.js';
import { readCursor } from '../support/marked.js';

const SAMPLE = `{
  // who may use the key
  "Version": "2012-10-17",
  "Statement": [
    { "Sid": "키", "Effect": "Allow", "Action": ["kms:*", "kms:Decrypt"], "Principal": { "AWS": "*" },
      "Condition": { "Bool": { "kms:GrantIsForAWSResource": true } } }
  ]
}`;
const parse = (text: string, languageId = 'json') => jsonFrontEnd.parse(text, languageId);
const codes = (text: string, languageId?: string) => parse(text, languageId).problems.map(({ code }) => code);

/** A tree as plain JSON, to compare it with what JSON.parse makes of the same text. */
function toValue(node: SourceNode): unknown {
  switch (node.kind) {
    case 'mapping':
      return Object.fromEntries(
        node.entries.flatMap(({ key, value }) => (value ? [[key.value, toValue(value)] as const] : [])),
      );
    case 'sequence':
      return node.items.map(toValue);
    case 'scalar':
      return node.value;
    case 'expression':
      return undefined;
  }
}

describe('the JSON front end', () => {
  it('reads every JSON value as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const { root, problems } = parse(text);
        expect(problems).toEqual([]);
        expect(root && JSON.stringify(toValue(root))).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });

  it('gives spans within the text when a comment is never closed', () => {
    for (const text of ['/*', '{"Statement": /* why', '{"Statement": [] /*']) {
      const { root, problems, comments } = parse(text);
      const nodes = root === undefined ? [] : [...walk(root)];
      expect(comments).toHaveLength(1);
      expect([...problems, ...comments, ...nodes].filter(({ span }) => span.end > text.length)).toEqual([]);
    }
  });

  it('gives spans that nest and hold the text of their node, for a text cut off anywhere', () => {
    for (let end = 0; end <= SAMPLE.length; end++) {
      const text = SAMPLE.slice(0, end);
      const { root } = parse(text, 'jsonc');
      for (const node of root === undefined ? [] : walk(root)) {
        expect(contains({ start: 0, end: text.length }, node.span)).toBe(true);
        if (node.kind === 'mapping') {
          for (const entry of node.entries) {
            expect(contains(node.span, entry.span)).toBe(true);
            expect(contains(entry.span, entry.key.span)).toBe(true);
          }
        }
        if (node.kind === 'sequence') {
          expect(node.items.every((item) => contains(node.span, item.span))).toBe(true);
        }
      }
    }
  });

  it('keeps what has been typed of a half-typed statement', () => {
    const { root } = parse('{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":');
    expect(root && toValue(root)).toEqual({ Version: '2012-10-17', Statement: [{ Effect: 'Allow' }] });
  });

  it.each([
    ['{"a":1,}', ['trailing-comma']],
    ['[1,2,]', ['trailing-comma']],
    ['{"a": /* why */ 1}', ['comment']],
    ["{'a': 1}", ['single-quotes']],
    ['{"a":1 "b":2}', ['missing-comma']],
    ['{"a" 1}', ['missing-colon']],
    ['{"a":}', ['missing-value']],
    ['{"a":"b', ['unclosed-string', 'unclosed']],
    ['{"a":[{"b":1', ['unclosed']],
    ['{} {}', ['text-after-end']],
    ['\uFEFF{}', ['byte-order-mark']],
    ['{"a":tru}', ['invalid-token']],
    ['{"a":"\\q"}', ['invalid-escape']],
    ['{"a":"\u0001"}', ['invalid-character']],
    ['{"a":"b\u0000"}', ['invalid-character']],
    ['', ['missing-value']],
  ])('says one thing about %j', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it('lets JSON with comments have comments and trailing commas', () => {
    expect(codes('{ "a": [1, 2,], /* x */ } // y', 'jsonc')).toEqual([]);
  });

  it('keeps offsets right behind a byte order mark', () => {
    const { root } = parse('\uFEFF{"a":1}');
    expect(root?.span).toEqual({ start: 1, end: 8 });
  });

  it('refuses texts nested too deeply for any policy, and says so', () => {
    expect(codes('['.repeat(100_000))).toEqual(['too-deep']);
    expect(parse('['.repeat(100_000)).root).toBeUndefined();
    expect(codes(`${'['.repeat(150)}${']'.repeat(150)}`)).toEqual([]);
    expect(codes(`{"a":"${'['.repeat(1_000)}"}`)).toEqual([]);
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '\\', "'", '/', '*', 'a', '1', '\n', '\u0000')),
        (pieces) => {
          const text = pieces.join('');
          expect(() => parse(text)).not.toThrow();
          expect(() => parse(text, 'jsonc')).not.toThrow();
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('locate', () => {
  it.each([
    ['{"Statement":[{"Effect":"Al$0low"}]}', ['Statement', 0, 'Effect'], false],
    ['{"Statement":[{"Eff$0ect":"Allow"}]}', ['Statement', 0, 'Effect'], true],
    ['{"Statement":[{"Effect": $0}]}', ['Statement', 0], undefined],
    ['{"Statement":[$0]}', ['Statement'], undefined],
    ['{"a":["x","y$0"]}', ['a', 1], undefined],
  ])('finds the place in %s', (marked, path, inKey) => {
    const { text, offset } = readCursor(marked);
    const { root } = parse(text);
    const location = root && locate(root, offset);
    expect(location?.path).toEqual(path);
    expect(location?.entry?.inKey).toBe(inKey);
  });
});
