import { type FormattingOptions, modify } from 'jsonc-parser';
import type { TextEdit } from '../source/sourceNode.js';
import type { SourceEditor } from './frontEnd.js';

/** Edits for a JSON text, in the indentation and line ends that the text already has. */
export function createJsonEditor(text: string): SourceEditor {
  let detected: FormattingOptions | undefined;
  const change = (path: readonly (string | number)[], value: unknown, isArrayInsertion = false): TextEdit[] => {
    detected ??= detectFormatting(text);
    const edits = modify(text, [...path], value, { formattingOptions: detected, isArrayInsertion });
    return edits.map((edit) => ({
      span: { start: edit.offset, end: edit.offset + edit.length },
      newText: edit.content,
    }));
  };
  return {
    set: (path, value) => change(path, value),
    insert: (path, value, index) => change([...path, index ?? -1], value, true),
    remove: (path) => change(path, undefined),
    replaceString: (node, value) => [{ span: node.span, newText: JSON.stringify(value) }],
  };
}

/** The indentation and line ends a text uses; two blanks and LF where it shows none. */
export function detectFormatting(text: string): Required<Pick<FormattingOptions, 'insertSpaces' | 'tabSize' | 'eol'>> {
  const indent = /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
  const usesTabs = indent.startsWith('\t');
  return {
    insertSpaces: !usesTabs,
    tabSize: usesTabs ? 4 : Math.min(indent.length, 8),
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}
