import type { Span } from '../source/span.js';
import type { ParsedSource } from './frontEnd.js';

/** `sealwright: kind=key-policy`: says what a document is, whatever its content suggests. */
export interface KindDirective {
  readonly span: Span;
  readonly kind: string;
}

/** `sealwright-ignore rule-a, rule-b: why`: silences rules for the next line, or for its own when code stands before it. */
export interface IgnoreDirective {
  readonly span: Span;
  readonly rules: readonly string[];
  /** Empty when the author gave none, which makes the directive invalid. */
  readonly reason: string;
  /** What it covers: `sealwright-ignore-file` covers all. */
  readonly covers: Span;
}

export interface Directives {
  readonly kind: KindDirective | undefined;
  readonly ignores: readonly IgnoreDirective[];
}

/** Reads the directives among a document's comments. Other comments are left alone. */
export function readDirectives(source: ParsedSource): Directives {
  let kind: KindDirective | undefined;
  const ignores: IgnoreDirective[] = [];
  for (const { span, text } of source.comments) {
    const kindMatch = /^sealwright:\s*kind\s*=\s*([\w-]+)/.exec(text);
    if (kindMatch?.[1] !== undefined) {
      kind = { span, kind: kindMatch[1] };
    }
    const ignoreMatch = /^sealwright-ignore(-file)?(?:\s+([^:]*)|(?=:|$))(?::([\s\S]*))?$/.exec(text);
    if (ignoreMatch !== null) {
      ignores.push({
        span,
        rules: (ignoreMatch[2] ?? '').split(/[\s,]+/).filter((rule) => rule !== ''),
        reason: (ignoreMatch[3] ?? '').trim(),
        covers: ignoreMatch[1] === undefined ? coveredLine(source, span) : { start: 0, end: source.text.length },
      });
    }
  }
  return { kind, ignores };
}

/** The comment's own line when something stands before it, else the next line that holds more than comments. */
function coveredLine({ text, comments }: ParsedSource, comment: Span): Span {
  const lineStart = text.lastIndexOf('\n', comment.start - 1) + 1;
  if (text.slice(lineStart, comment.start).trim() !== '') {
    return lineAround(text, comment.start);
  }
  let offset = comment.end;
  for (;;) {
    while (offset < text.length && /\s/.test(text[offset] ?? '')) {
      offset++;
    }
    const next = comments.find((candidate) => candidate.span.start === offset);
    if (next === undefined) {
      return lineAround(text, offset);
    }
    offset = next.span.end;
  }
}

function lineAround(text: string, offset: number): Span {
  const end = text.indexOf('\n', offset);
  return { start: text.lastIndexOf('\n', offset - 1) + 1, end: end < 0 ? text.length : end };
}
