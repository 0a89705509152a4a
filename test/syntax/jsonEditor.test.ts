import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/source/applyEdits.js';
import type { SourceEditor } from '../../server/src/syntax/frontEnd.js';
import { jsonFrontEnd } from '../../server/src/syntax/json.js';

const edited = (text: string, edit: (editor: SourceEditor) => ReturnType<SourceEditor['set']>) =>
  applyEdits(text, edit(jsonFrontEnd.parse(text, 'json').editor));

describe('the JSON editor', () => {
  it('adds a member in the indentation of the document', () => {
    expect(edited('{\n    "a": 1\n}', (editor) => editor.set(['b'], '*'))).toBe('{\n    "a": 1,\n    "b": "*"\n}');
  });

  it('keeps CRLF line ends', () => {
    expect(edited('{\r\n  "a": 1\r\n}', (editor) => editor.set(['b'], 2))).toBe('{\r\n  "a": 1,\r\n  "b": 2\r\n}');
  });

  it('removes a member with its comma', () => {
    expect(edited('{"a":1,"b":2,"c":3}', (editor) => editor.remove(['b']))).toBe('{"a":1,"c":3}');
    expect(edited('{"a":["x","y"]}', (editor) => editor.remove(['a', 1]))).toBe('{"a":["x"]}');
  });

  it('appends to a list and inserts into it', () => {
    expect(JSON.parse(edited('{"a":["x"]}', (editor) => editor.insert(['a'], 'y')))).toEqual({ a: ['x', 'y'] });
    expect(JSON.parse(edited('{"a":["x"]}', (editor) => editor.insert(['a'], 'w', 0)))).toEqual({ a: ['w', 'x'] });
  });
});

describe('applyEdits', () => {
  it('refuses edits that overlap', () => {
    const span = { start: 0, end: 2 };
    expect(() =>
      applyEdits('abc', [
        { span, newText: 'x' },
        { span: { start: 1, end: 3 }, newText: 'y' },
      ]),
    ).toThrow(/overlap/);
  });
});
