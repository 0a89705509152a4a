import { createScanner, type SyntaxKind } from 'jsonc-parser';

/** A piece of a JSON text. Words are what people type before they type quotes. */
export interface Token {
  readonly kind: '{' | '}' | '[' | ']' | ':' | ',' | 'string' | 'word' | 'literal' | 'comment';
  readonly start: number;
  readonly end: number;
  /** Decoded text of a string or word. */
  readonly value: string;
}

/** Numbers of jsonc-parser's `SyntaxKind`, which is a const enum and so has no run-time names to import. */
const STRING: SyntaxKind = 10;
const UNKNOWN: SyntaxKind = 16;
const END: SyntaxKind = 17;
const PUNCTUATION: Readonly<Record<number, Token['kind']>> = {
  1: '{',
  2: '}',
  3: '[',
  4: ']',
  5: ',',
  6: ':',
  7: 'literal',
  8: 'literal',
  9: 'literal',
  11: 'literal',
  12: 'comment',
  13: 'comment',
};

/**
 * The tokens of a text that may be half typed. A string without its end stops where the next token seems to begin, a
 * word without its first quote is one string, and `kms:De` without quotes is one word.
 */
export function tokenize(text: string): Token[] {
  const scanner = createScanner(text, false);
  const tokens: Token[] = [];
  for (let kind = scanner.scan(); kind !== END; kind = scanner.scan()) {
    const start = scanner.getTokenOffset();
    const end = start + scanner.getTokenLength();
    const punctuation = PUNCTUATION[kind];
    if (punctuation !== undefined) {
      tokens.push({ kind: punctuation, start, end, value: text.slice(start, end) });
    } else if (kind === STRING) {
      const stringEnd = endOfString(text, start, end, scanner.getTokenError() !== 0);
      tokens.push({
        kind: 'string',
        start,
        end: stringEnd,
        value: textOf(text, start, stringEnd, scanner.getTokenValue()),
      });
      if (stringEnd < end) {
        scanner.setPosition(stringEnd);
      }
    } else if (kind === UNKNOWN) {
      const wordEnd = endOfWord(text, start);
      tokens.push({ kind: 'word', start, end: wordEnd, value: text.slice(start, wordEnd).replace(/["']/g, '') });
      scanner.setPosition(wordEnd);
    }
  }
  return tokens;
}

/** Where a string that swallowed what follows it should have ended. */
function endOfString(text: string, start: number, end: number, isBroken: boolean): number {
  const isClosed = end - start > 1 && text[end - 1] === '"';
  if (isClosed && !/[\w*]/.test(text[end] ?? '')) {
    return end;
  }
  const content = text.slice(start + 1, isClosed ? end - 1 : end);
  const swallowed = /[\s,]*[,:\]}][\s,:\]}[{]*$|,\s|:\s/.exec(content);
  if (swallowed === null) {
    return isClosed || isBroken ? start + 1 + content.trimEnd().length + (isClosed ? 1 : 0) : end;
  }
  return start + 1 + swallowed.index;
}

function textOf(text: string, start: number, end: number, scanned: string): string {
  const raw = text.slice(start + 1, end);
  return raw.endsWith('"') && scanned !== '' ? scanned : raw.replace(/"$/, '');
}

/** A colon belongs to a word when a name follows it, as in `kms:Decrypt`. */
function endOfWord(text: string, start: number): number {
  const rest = /^(?:[^\s,:{}[\]"]|:(?=[\w*]))+"?/.exec(text.slice(start, start + 2_000));
  return start + Math.max(1, rest?.[0].length ?? 1);
}
