import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FormattingOptions, Range } from 'vscode-languageserver-types';
import { format } from '../../server/src/features/format.js';
import { open } from '../support/features.js';

const OPTIONS: FormattingOptions = { tabSize: 2, insertSpaces: true };

function formatted(text: string, options = OPTIONS, range?: Range): string {
  const { analysis, document } = open(text, { languageId: 'jsonc' });
  return TextDocument.applyEdits(document, format(analysis, document, options, range));
}

const MESSY =
  '{"Version":"2012-10-17", // why\n"Statement":[{"Effect":"Allow","Action":["kms:Decrypt"  ,"kms:Encrypt"],}]}';

describe('formatting', () => {
  it('indents and keeps comments and the order of elements', () => {
    expect(formatted(MESSY)).toBe(`{
  "Version": "2012-10-17", // why
  "Statement": [
    {
      "Effect": "Allow",
      "Action": [
        "kms:Decrypt",
        "kms:Encrypt"
      ],
    }
  ]
}`);
  });

  it('changes nothing the second time', () => {
    for (const text of [MESSY, MESSY.replaceAll('\n', '\r\n'), `\uFEFF${MESSY}`]) {
      const once = formatted(text);
      expect(formatted(once)).toBe(once);
    }
  });

  it('keeps line ends and the byte order mark', () => {
    const text = formatted(`\uFEFF${MESSY.replaceAll('\n', '\r\n')}`);
    expect(text.startsWith('\uFEFF{\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('indents with tabs when the editor does', () => {
    expect(formatted(MESSY, { tabSize: 4, insertSpaces: false })).toContain('\n\t"Statement"');
  });

  it('makes no edit where nothing changes', () => {
    const { analysis, document } = open(formatted(MESSY), { languageId: 'jsonc' });
    expect(format(analysis, document, OPTIONS)).toEqual([]);
  });

  it('touches only the lines of the range', () => {
    const text = '{\n "Version":   "2012-10-17",\n "Statement":   []\n}';
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 5 } };
    expect(formatted(text, OPTIONS, range)).toBe('{\n  "Version": "2012-10-17",\n "Statement":   []\n}');
  });

  it('leaves documents alone that are broken or no policy', () => {
    for (const text of ['{"Version":"2012-10-17","Statement":[{"Effect":"Allow"', '{"name":   "x"}']) {
      expect(formatted(text)).toBe(text);
    }
  });
});
