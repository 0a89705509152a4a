import { describe, expect, it } from 'vitest';
import type { DocumentSymbol, Range } from 'vscode-languageserver-types';
import { documentSymbols } from '../../server/src/features/symbols.js';
import { open } from '../support/features.js';

function symbolsOf(text: string): DocumentSymbol[] {
  const { analysis, document } = open(text);
  return documentSymbols(analysis, document);
}

const statements = (text: string): DocumentSymbol[] =>
  symbolsOf(`{ "Version": "2012-10-17", "Statement": [${text}] }`)[0]?.children ?? [];

describe('the outline', () => {
  it('names the policy by its kind and statements by Sid, with what they do beside', () => {
    const [policy] = symbolsOf(
      '{ "Version": "2012-10-17", "Statement": [{ "Sid": "Admin", "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/team/Key" }, "Action": "kms:*" }] }',
    );
    expect(policy).toMatchObject({ name: 'KMS key policy', detail: '2012-10-17' });
    expect(policy?.children?.[0]).toMatchObject({ name: 'Admin', detail: 'Allow · role/team/Key · kms:*' });
  });

  it('names a statement without a Sid by what it does', () => {
    const text =
      '{ "Effect": "Allow", "Principal": { "Service": "logs.us-east-1.amazonaws.com" }, "Action": ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:Describe*"] }';
    expect(statements(text)[0]?.name).toBe('Allow · logs.us-east-1.amazonaws.com · kms:Encrypt* +3');
  });

  it('marks Not elements and what has not been typed', () => {
    expect(
      statements('{ "Effect": "Deny", "NotPrincipal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": }')[0]
        ?.name,
    ).toBe('Deny · ¬ 111122223333 · ?');
  });

  it('lists elements in document order, and conditions with operator and values', () => {
    const [statement] = statements(
      '{ "Effect": "Allow", "Resource": "*", "Action": "kms:Decrypt", "Principal": "*", "Condition": { "Bool": { "aws:ViaAWSService": true } } }',
    );
    expect(statement?.children?.map(({ name }) => name)).toEqual(['Resource', 'Action', 'Principal', 'Condition']);
    expect(statement?.children?.[3]?.children).toMatchObject([{ name: 'aws:ViaAWSService', detail: 'Bool true' }]);
  });

  it('never has an empty name, which editors refuse', () => {
    const [statement] = statements('{ "Sid": " ", "Effect": "Allow", "Action": "", "Condition": { "": { "": "" } } }');
    const names = (symbol: DocumentSymbol): string[] => [symbol.name, ...(symbol.children ?? []).flatMap(names)];
    expect(statement === undefined ? [''] : names(statement)).not.toContain('');
  });

  it('keeps every selection inside its range and every child inside its parent, half typed or not', () => {
    const text =
      '{ "Version": "2012-10-17", "Statement": [{ "Sid": "x",\r\n "Effect": "Allow", "Principal": { "AWS": ["*"] }, "Action": [], "Condition": { "Null": { "aws:SourceArn": "true" } } }] }';
    for (let end = 40; end <= text.length; end++) {
      for (const symbol of symbolsOf(text.slice(0, end))) {
        checkNesting(symbol);
      }
    }
  });

  it('is empty for a document that is no policy', () => {
    expect(symbolsOf('{ "name": "x" }')).toEqual([]);
  });
});

function checkNesting(symbol: DocumentSymbol): void {
  expect(isInside(symbol.selectionRange, symbol.range), symbol.name).toBe(true);
  for (const child of symbol.children ?? []) {
    expect(isInside(child.range, symbol.range), child.name).toBe(true);
    checkNesting(child);
  }
}

function isInside(inner: Range, outer: Range): boolean {
  const before = (a: Range['start'], b: Range['start']): boolean =>
    a.line < b.line || (a.line === b.line && a.character <= b.character);
  return before(outer.start, inner.start) && before(inner.end, outer.end);
}
