import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/source/applyEdits.js';
import type { Path, TextEdit } from '../../server/src/source/sourceNode.js';
import type { SourceEditor } from '../../server/src/syntax/frontEnd.js';
import { jsonFrontEnd } from '../../server/src/syntax/json.js';

type Change = (editor: SourceEditor) => readonly TextEdit[];

/** Applies a change to a text, and to the same text with CRLF, which must come to the same. */
function edit(text: string, change: Change, languageId = 'json'): string {
  const run = (input: string) => applyEdits(input, change(jsonFrontEnd.parse(input, languageId).editor));
  const result = run(text);
  expect(run(text.replace(/\n/g, '\r\n'))).toBe(result.replace(/\n/g, '\r\n'));
  return result;
}

const set =
  (path: Path, value: unknown, position?: number): Change =>
  (editor) =>
    editor.set(path, value, position);
const insert =
  (path: Path, value: unknown, index?: number): Change =>
  (editor) =>
    editor.insert(path, value, index);
const remove =
  (path: Path): Change =>
  (editor) =>
    editor.remove(path);

describe('setting a value', () => {
  it('replaces what stands there and nothing else', () => {
    expect(edit('{ "a": 1,   "b": [2] }', set(['a'], 'x'))).toBe('{ "a": "x",   "b": [2] }');
    expect(edit('{ "a": [1, 2] }', set(['a', 1], 3))).toBe('{ "a": [1, 3] }');
  });

  it('adds an entry in the way the others are written', () => {
    expect(edit('{"a":1}', set(['b'], [2, 3]))).toBe('{"a":1,"b":[2,3]}');
    expect(edit('{ "a": 1 }', set(['b'], [2, 3]))).toBe('{ "a": 1, "b": [2, 3] }');
    expect(edit('{\n\t"a": 1\n}', set(['b'], { c: 2 }))).toBe('{\n\t"a": 1,\n\t"b": {\n\t\t"c": 2\n\t}\n}');
  });

  it('keeps a one-line object in a text of many lines on its line', () => {
    expect(edit('[\n  { "a": 1 }\n]', set([0, 'b'], 2))).toBe('[\n  { "a": 1, "b": 2 }\n]');
  });

  it('adds an entry at a position', () => {
    expect(edit('{ "b": 2 }', set(['a'], 1, 0))).toBe('{ "a": 1, "b": 2 }');
    expect(edit('{\n  "b": 2,\n  "d": 4\n}', set(['a'], 1, 0))).toBe('{\n  "a": 1,\n  "b": 2,\n  "d": 4\n}');
    expect(edit('{\n  "b": 2,\n  "d": 4\n}', set(['c'], 3, 1))).toBe('{\n  "b": 2,\n  "c": 3,\n  "d": 4\n}');
    expect(edit('{ "a": 1 }', set(['b'], 2, 9))).toBe('{ "a": 1, "b": 2 }');
  });

  it('fills empty objects and makes missing parents', () => {
    expect(edit('{}', set(['a'], 1))).toBe('{"a": 1}');
    expect(edit('{\n  "s": {}\n}', set(['s', 'a'], { b: 1 }))).toBe(
      '{\n  "s": {\n    "a": {\n      "b": 1\n    }\n  }\n}',
    );
    expect(edit('{ "a": 1 }', set(['b', 'c'], 2))).toBe('{ "a": 1, "b": { "c": 2 } }');
  });

  it('completes an entry whose value is missing', () => {
    expect(edit('{ "a": }', set(['a'], 1))).toBe('{ "a": 1 }');
    expect(edit('{ "a" }', set(['a'], 1))).toBe('{ "a": 1 }');
  });

  it('keeps a comment with the line it belongs to', () => {
    const text = '{\n  "a": 1 // one\n}';
    expect(edit(text, set(['b'], 2), 'jsonc')).toBe('{\n  "a": 1, // one\n  "b": 2\n}');
    expect(edit('{\n  "a": 1, // one, two\n}', set(['b'], 2), 'jsonc')).toBe('{\n  "a": 1, // one, two\n  "b": 2\n}');
  });

  it('changes the last of two entries with one key, which is the one that counts', () => {
    expect(edit('{ "a": 1, "a": 2 }', set(['a'], 3))).toBe('{ "a": 1, "a": 3 }');
  });

  it('spreads a long list over lines where the text has lines', () => {
    const names = Array.from({ length: 12 }, (_, index) => `kms:Action${index}`);
    const changed = edit('{\n  "a": "x"\n}', set(['a'], names));
    expect(changed.split('\n')).toHaveLength(16);
    expect(changed).toContain('\n    "kms:Action0",\n');
    expect(JSON.parse(changed)).toEqual({ a: names });
  });
});

describe('inserting an item', () => {
  it('follows the layout of the list', () => {
    expect(edit('["a", "b"]', insert([], 'c'))).toBe('["a", "b", "c"]');
    expect(edit('["a", "b"]', insert([], 'c', 0))).toBe('["c", "a", "b"]');
    expect(edit('[\n  "a",\n  "b"\n]', insert([], 'c'))).toBe('[\n  "a",\n  "b",\n  "c"\n]');
    expect(edit('[\n  "a",\n  "b"\n]', insert([], 'c', 1))).toBe('[\n  "a",\n  "c",\n  "b"\n]');
    expect(edit('[\n  "a", "b"\n]', insert([], 'c', 1))).toBe('[\n  "a", "c", "b"\n]');
    expect(edit('[]', insert([], 'c'))).toBe('["c"]');
  });

  it('makes a list of a single value', () => {
    expect(edit('{ "Action": "a" }', insert(['Action'], 'b'))).toBe('{ "Action": ["a", "b"] }');
    expect(edit('{ "Statement": { "a": 1 } }', insert(['Statement'], { a: 2 }))).toBe(
      '{ "Statement": [{ "a": 1 }, { "a": 2 }] }',
    );
    expect(edit('{ "a": 1 }', insert(['b'], 2))).toBe('{ "a": 1, "b": [2] }');
  });
});

describe('removing', () => {
  it('takes the comma along, wherever the item stands', () => {
    expect(edit('[1, 2, 3]', remove([0]))).toBe('[2, 3]');
    expect(edit('[1, 2, 3]', remove([1]))).toBe('[1, 3]');
    expect(edit('[1, 2, 3]', remove([2]))).toBe('[1, 2]');
    expect(edit('[1]', remove([0]))).toBe('[]');
    expect(edit('{ "a": 1, "b": 2 }', remove(['b']))).toBe('{ "a": 1 }');
    expect(edit('{ "a": 1, "b": 2 }', remove(['a']))).toBe('{ "b": 2 }');
  });

  it('takes the whole line', () => {
    const text = '[\n  1,\n  2,\n  3\n]';
    expect(edit(text, remove([0]))).toBe('[\n  2,\n  3\n]');
    expect(edit(text, remove([2]))).toBe('[\n  1,\n  2\n]');
    expect(edit('{\n  "a": {\n    "b": 1\n  },\n  "c": 2\n}', remove(['a']))).toBe('{\n  "c": 2\n}');
  });

  it('leaves the comments of its neighbours alone', () => {
    const text = '[\n  1, // one, first\n  2 // two\n]';
    expect(edit(text, remove([1]), 'jsonc')).toBe('[\n  1 // one, first\n]');
    expect(edit(text, remove([0]), 'jsonc')).toBe('[\n  2 // two\n]');
  });

  it('does nothing where there is nothing', () => {
    expect(edit('{ "a": 1 }', remove(['b']))).toBe('{ "a": 1 }');
    expect(edit('[1]', remove([4]))).toBe('[1]');
    expect(edit('[1]', remove([]))).toBe('[1]');
  });
});

it('keeps valid JSON valid, whatever is removed or added', () => {
  const texts = [
    '{"Version":"2012-10-17","Statement":[{"Sid":"a","Action":["kms:A","kms:B"]},{"Sid":"b"}]}',
    JSON.stringify({ Statement: [{ Sid: 'a', Action: ['kms:A', 'kms:B'] }, { Sid: 'b' }], Version: 'x' }, null, 2),
    '{ "Version": "x", "Statement": [\n  { "Sid": "a", "Action": [\n "kms:A", "kms:B"\n] }, { "Sid": "b" }\n] }',
  ];
  const changes: readonly Change[] = [
    remove(['Statement', 0]),
    remove(['Statement', 1]),
    remove(['Statement', 0, 'Action', 0]),
    remove(['Statement', 0, 'Action', 1]),
    remove(['Statement', 0, 'Action']),
    remove(['Statement', 1, 'Sid']),
    remove(['Version']),
    insert(['Statement'], { Sid: 'c' }),
    insert(['Statement'], { Sid: 'c' }, 0),
    insert(['Statement', 0, 'Action'], 'kms:C', 1),
    set(['Statement', 1, 'Resource'], '*'),
    set(['Id'], 'key', 1),
  ];
  for (const text of texts) {
    for (const change of changes) {
      const changed = edit(text, change);
      expect(changed).not.toBe(text);
      expect(() => JSON.parse(changed), changed).not.toThrow();
    }
  }
});
