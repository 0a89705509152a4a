import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesArn, parseArn } from '../../server/src/policy/arn.js';
import { hasWildcard, matchesWildcard } from '../../server/src/policy/wildcard.js';

describe('matchesWildcard', () => {
  it.each([
    ['*', '', true],
    ['*', 'anything', true],
    ['', '', true],
    ['', 'a', false],
    ['kms:Gen*', 'kms:GenerateDataKey', true],
    ['kms:Gen*', 'kms:Encrypt', false],
    ['a?c', 'abc', true],
    ['a?c', 'ac', false],
    ['*b*', 'abc', true],
    ['a*b*c', 'aXXbYYc', true],
    ['a*b*c', 'aXXbYY', false],
    ['**', 'x', true],
    ['a*a', 'a', false],
  ])('"%s" on "%s" gives %s', (pattern, text, expected) => {
    expect(matchesWildcard(pattern, text)).toBe(expected);
  });

  it('agrees with a regular expression of the same meaning', () => {
    const piece = fc.constantFrom('a', 'b', '*', '?');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.array(fc.constantFrom('a', 'b'), { maxLength: 10 }), (p, t) => {
        const expression = new RegExp(`^${p.map((c) => (c === '*' ? '.*' : c === '?' ? '.' : c)).join('')}$`);
        expect(matchesWildcard(p.join(''), t.join(''))).toBe(expression.test(t.join('')));
      }),
    );
  });

  it('comes to an end on patterns that make naive matchers explode', () => {
    expect(matchesWildcard(`${'*a'.repeat(40)}b`, 'a'.repeat(20_000))).toBe(false);
  });

  it('knows which texts hold wildcards', () => {
    expect(['a*', 'a?', 'a'].map(hasWildcard)).toEqual([true, true, false]);
  });
});

describe('matchesArn', () => {
  const group = 'arn:aws:logs:us-east-1:111122223333:log-group:/app/web';
  it.each([
    [group, true],
    ['*', true],
    ['arn:aws:logs:us-east-1:111122223333:*', true],
    ['arn:aws:logs:*:111122223333:log-group:*', true],
    ['arn:aws:logs:us-east-1:111122223333:log-group:/app/*', true],
    [`${group}:*`, false],
    ['arn:aws:logs:*:log-group:/app/web', false],
    ['arn:aws-cn:logs:us-east-1:111122223333:log-group:/app/web', false],
    ['/app/web', false],
  ])('"%s" gives %s', (pattern, expected) => {
    expect(matchesArn(pattern, group)).toBe(expected);
  });

  it('keeps the colons of the last part together', () => {
    expect(parseArn(group)?.resource).toBe('log-group:/app/web');
    expect(parseArn('arn:aws:logs:us-east-1')).toBeUndefined();
  });
});
