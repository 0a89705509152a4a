import type { PolicyKindChoice } from '../../../../protocol/src/vocabulary.js';

/** A change of a text, in UTF-16 offsets; `start === end` inserts. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const KIND_COMMENT = /^[ \t]*\/\/[ \t]*sealwright:[ \t]*kind[ \t]*=[ \t]*[\w-]*[ \t]*(\r?\n|$)/m;

/**
 * The change that makes a JSONC text declare its kind in a comment at its top; `undefined` as kind removes the comment.
 * Returns `undefined` when there is nothing to change.
 */
export function declareKind(text: string, kind: PolicyKindChoice | undefined): TextChange | undefined {
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const line = kind === undefined ? '' : `// sealwright: kind=${kind}${lineBreak}`;
  const existing = KIND_COMMENT.exec(text);
  if (existing !== null) {
    return { start: existing.index, end: existing.index + existing[0].length, text: line };
  }
  const start = text.startsWith('\ufeff') ? 1 : 0;
  return line === '' ? undefined : { start, end: start, text: line };
}
